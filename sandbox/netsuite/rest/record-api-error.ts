/** An error as the REST Record API reports it, in `o:errorDetails` (help page section_156570709583). */
const titles: Readonly<Record<number, { readonly title: string; readonly section: string }>> = {
  200: { title: 'OK', section: '15.3.1' },
  400: { title: 'Bad Request', section: '15.5.1' },
  401: { title: 'Unauthorized', section: '15.5.2' },
  403: { title: 'Forbidden', section: '15.5.4' },
  404: { title: 'Not Found', section: '15.5.5' },
  405: { title: 'Method Not Allowed', section: '15.5.6' },
  413: { title: 'Content Too Large', section: '15.5.14' },
  415: { title: 'Unsupported Media Type', section: '15.5.16' },
  429: { title: 'Too Many Requests', section: '15.5' },
  500: { title: 'Internal Server Error', section: '15.6.1' },
  502: { title: 'Bad Gateway', section: '15.6.3' },
  503: { title: 'Service Unavailable', section: '15.6.4' },
};

export const recordErrorType = 'application/vnd.oracle.resource+json; type=error';

export class RecordApiError extends Error {
  override readonly name = 'RecordApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The property that is wrong, e.g. `attendee.items[0].attendee`. */
    readonly path?: string,
  ) {
    super(message);
  }
}

/** A value in the body is missing, wrong or does not fit the others. */
export function invalidContent(message: string, path: string): RecordApiError {
  return new RecordApiError(400, 'INVALID_CONTENT', message, path);
}

/** A query parameter, a header or the way of asking is wrong. */
export function invalidRequest(message: string): RecordApiError {
  return new RecordApiError(400, 'INVALID_REQUEST', message);
}

export function recordErrorBody(error: {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly path?: string | undefined;
}): object {
  const { title, section } = titles[error.status] ?? { title: 'Error', section: '15' };
  return {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-${section}`,
    title,
    status: error.status,
    'o:errorDetails': [
      {
        detail: error.message,
        'o:errorCode': error.code,
        ...(error.path === undefined ? {} : { 'o:errorPath': error.path }),
      },
    ],
  };
}
