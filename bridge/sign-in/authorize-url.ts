/** The address of a CRM's authorization endpoint with the parameters of the code flow (RFC 6749 §4.1.1). */
import type { AuthorizeRequest } from './sign-in-provider';

interface AuthorizeEndpoint {
  /** Without a query. */
  readonly url: string;
  readonly clientId: string;
  readonly scope?: string;
}

/** PKCE with S256 (RFC 7636 §4.3) where the request has a challenge. */
export const authorizeUrlOf = (
  { url, clientId, scope }: AuthorizeEndpoint,
  { redirectUri, state, codeChallenge }: AuthorizeRequest,
): string => {
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    ...(scope ? { scope } : {}),
    ...(codeChallenge ? { code_challenge: codeChallenge, code_challenge_method: 'S256' } : {}),
  });
  return `${url}?${parameters.toString()}`;
};
