/** An error of a token, revocation or deauthorization endpoint (RFC 6749 §5.2, RFC 6750 §3.1). */
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
