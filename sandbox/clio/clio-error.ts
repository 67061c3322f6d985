/** An error as Clio reports it: `{"error":{"type","message"}}`, the schema `Error` of the OpenAPI. */
import type { ClioSwitches } from './switches';

/** The two names that were seen in replies (InvalidFields 400; ArgumentError 400 and 422). */
export type SeenErrorType = 'InvalidFields' | 'ArgumentError';

export class ClioError extends Error {
  override readonly name = 'ClioError';

  constructor(
    readonly status: number,
    message: string,
    /** Left out where no name is known; then the switch `errorTypeNames` decides. */
    readonly type?: SeenErrorType,
  ) {
    super(message);
  }
}

const typesByStatus: Readonly<Record<number, Readonly<Record<ClioSwitches['errorTypeNames'], string>>>> = {
  400: { 'class-names': 'ArgumentError', 'status-names': 'BadRequest' },
  401: { 'class-names': 'UnauthorizedError', 'status-names': 'Unauthorized' },
  403: { 'class-names': 'ForbiddenError', 'status-names': 'Forbidden' },
  404: { 'class-names': 'RecordNotFound', 'status-names': 'NotFound' },
  410: { 'class-names': 'UnsupportedVersionError', 'status-names': 'Gone' },
  412: { 'class-names': 'PreconditionFailedError', 'status-names': 'PreconditionFailed' },
  422: { 'class-names': 'RecordInvalid', 'status-names': 'UnprocessableEntity' },
  429: { 'class-names': 'RateLimitedError', 'status-names': 'TooManyRequests' },
  500: { 'class-names': 'InternalServerError', 'status-names': 'InternalServerError' },
  503: { 'class-names': 'ServiceUnavailableError', 'status-names': 'ServiceUnavailable' },
};

/** A value that is missing, malformed or not allowed; 400 in a query, 422 in a body. */
export function invalidArgument(message: string, status: 400 | 422 = 400): ClioError {
  return new ClioError(status, `Invalid argument: ${message}`, 'ArgumentError');
}

export function notFound(): ClioError {
  return new ClioError(404, 'The record was not found.');
}

export function forbidden(message: string): ClioError {
  return new ClioError(403, message);
}

/** @param refused what the client sent, to be repeated in the error; left out for reads. */
export function clioErrorBody(
  error: Pick<ClioError, 'status' | 'message'> & { readonly type?: SeenErrorType | undefined },
  switches: ClioSwitches,
  refused?: unknown,
): object {
  if (error.status === 401 && switches.unauthorizedBody === 'oauth') {
    return { error: 'invalid_token', error_description: error.message };
  }
  const type = error.type ?? typesByStatus[error.status]?.[switches.errorTypeNames] ?? 'UnknownError';
  const echo = refused !== undefined && switches.errorEchoesData ? { data: refused } : {};
  return { error: { type, message: error.message, ...echo } };
}
