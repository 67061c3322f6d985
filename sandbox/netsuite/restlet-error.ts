/** An error as restlet.nl reports it (help page section_4634920277). */
export class RestletError extends Error {
  override readonly name = 'RestletError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function restletErrorBody(error: { readonly code: string; readonly message: string }): object {
  return { error: { code: error.code, message: error.message } };
}
