/** An error as the REST Record API reports it, in `o:errorDetails` (help page section_156570709583). */
const titles: Readonly<Record<number, { readonly title: string; readonly section: string }>> = {
  400: { title: 'Bad Request', section: '15.5.1' },
  401: { title: 'Unauthorized', section: '15.5.2' },
  403: { title: 'Forbidden', section: '15.5.4' },
  404: { title: 'Not Found', section: '15.5.5' },
  405: { title: 'Method Not Allowed', section: '15.5.6' },
  413: { title: 'Content Too Large', section: '15.5.14' },
  415: { title: 'Unsupported Media Type', section: '15.5.16' },
  429: { title: 'Too Many Requests', section: '15.5' },
  500: { title: 'Internal Server Error', section: '15.6.1' },
  503: { title: 'Service Unavailable', section: '15.6.4' },
};

export const recordErrorType = 'application/vnd.oracle.resource+json; type=error';

/** Which part of the request is wrong: a property such as `attendee.items[0].attendee`, a parameter or a header. */
export interface ErrorPlace {
  readonly 'o:errorPath'?: string;
  readonly 'o:errorQueryParam'?: string;
  readonly 'o:errorHeader'?: string;
}

export class RecordApiError extends Error {
  override readonly name = 'RecordApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly place: ErrorPlace = {},
  ) {
    super(message);
  }
}

/** A value in the body is missing, wrong or does not fit the others. */
export function invalidContent(message: string, path: string): RecordApiError {
  return new RecordApiError(400, 'INVALID_CONTENT', message, { 'o:errorPath': path });
}

/** A reference names a record that does not exist. */
export function invalidReference(field: string, id: string, path: string): RecordApiError {
  const message = `Invalid ${field} reference key ${id}.`;
  return new RecordApiError(400, 'INVALID_KEY_OR_REF', message, { 'o:errorPath': path });
}

export function invalidParameter(message: string, parameter: string): RecordApiError {
  return new RecordApiError(400, 'INVALID_REQUEST', message, { 'o:errorQueryParam': parameter });
}

export function recordErrorBody(error: {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly place?: ErrorPlace;
}): object {
  const { title, section } = titles[error.status] ?? { title: 'Error', section: '15' };
  return {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-${section}`,
    title,
    status: error.status,
    'o:errorDetails': [{ detail: error.message, 'o:errorCode': error.code, ...error.place }],
  };
}
