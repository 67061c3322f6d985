/** Errors as the REST API words them. Their four body shapes were seen in the SDKs' tests (bullhorn-clio.md §1.6). */

/** One line of `errors`. */
export interface FieldProblem {
  /** `null` when the problem is not one field's. */
  readonly propertyName: string | null;
  readonly type: string;
  readonly detailMessage: string;
}

/** A warning beside a successful answer. */
export interface ResponseMessage {
  readonly detailMessage: string;
  readonly severity: 'WARNING';
  readonly type: string;
}

export class BullhornError extends Error {
  override readonly name = 'BullhornError';

  constructor(
    readonly status: number,
    readonly body: object,
    message: string,
  ) {
    super(message);
  }
}

/** Shape 1: message, key and code. */
export function apiError(status: number, errorMessageKey: string, errorMessage: string): BullhornError {
  return new BullhornError(status, { errorMessage, errorMessageKey, errorCode: status }, errorMessage);
}

/** Shape 2: a body was refused when it was to be stored; neither key nor code. */
export function persistError(entityName: string, problems: readonly FieldProblem[]): BullhornError {
  const errorMessage = `error persisting an entity of type: ${entityName}`;
  const errors = problems.map((problem) => ({ ...problem, severity: 'ERROR' }));
  return new BullhornError(400, { errorMessage, errors, entityName }, errorMessage);
}

/** Shape 3: the user may not do it. */
export function permissionError(status: number, operation: string, entityName: string): BullhornError {
  const name = `${operation} Failed: You do not have permission for ${entityName}.`;
  const errorMessage = `error persisting an entity of type: ${name}`;
  return new BullhornError(status, { errorMessage, errors: [], entityName: name }, errorMessage);
}

/** Shape 4: neither code nor details. */
export const internalErrorBody = {
  errorMessage: 'An internal error has occurred',
  errorMessageKey: 'errors.internalError',
} as const;

export function badRequest(errorMessage: string): BullhornError {
  return apiError(400, 'errors.badRequest', errorMessage);
}

export function entityNotFound(what: string): BullhornError {
  return apiError(404, 'errors.entityNotFound', `${what} was not found.`);
}

export function unknownField(status: 400 | 404, entityName: string, field: string): BullhornError {
  return apiError(status, 'errors.unknownField', `Invalid field '${field}' for entity ${entityName}.`);
}

/** docs: Errors, 429. */
export const rateLimitedBody = {
  errorMessage: 'Rate Limited -- Wait 1 second then retry request. Repeat until successful.',
  errorMessageKey: 'errors.rateLimited',
  errorCode: 429,
} as const;
