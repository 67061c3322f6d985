/** A request that HTTP itself speaks against, before anybody asks what it wants. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    /** HTTP status, 4xx. */
    readonly status: number,
    /** For the caller; complete sentences. */
    message: string,
  ) {
    super(message);
  }
}
