/** An error of the OAuth endpoints (RFC 6749 §5.2). Which codes Clio uses is not documented. */
export type OAuthErrorCode =
  'invalid_request' | 'invalid_client' | 'invalid_grant' | 'invalid_token' | 'unsupported_grant_type';

export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  constructor(
    readonly status: 400 | 401,
    readonly code: OAuthErrorCode,
    message: string,
  ) {
    super(message);
  }
}
