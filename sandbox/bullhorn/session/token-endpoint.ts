/** `oauth/token`: from a code or a refresh token to an access token (bullhorn.github.io/docs/oauth). */
import express, { type Request, type Response, type Router } from 'express';

import type { RouteLedger } from '../../core/route-ledger';
import type { BullhornState } from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import { oauthParameters } from './oauth-parameters';
import { accessTokenSeconds, type Grant, type TokenStore } from './token-store';

export interface TokenEndpointOptions {
  readonly state: BullhornState;
  readonly tokens: TokenStore;
  readonly switches: () => BullhornSwitches;
  readonly ledger: RouteLedger;
}

interface TokenRefusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly error_description: string;
}

const invalidClient: TokenRefusal = {
  status: 401,
  error: 'invalid_client',
  error_description: 'Client authentication failed.',
};
const invalidGrant = (what: string): TokenRefusal => ({
  status: 400,
  error: 'invalid_grant',
  error_description: `Invalid, expired, or revoked ${what}.`,
});
const unsupportedGrant: TokenRefusal = {
  status: 400,
  error: 'unsupported_grant_type',
  error_description: 'The grant type is not supported.',
};

/** The documentation leaves `redirect_uri` out of some of its token requests, so that it may be missing. */
function grantFor(
  read: (name: string) => string,
  clientId: string,
  tokens: TokenStore,
): Grant | TokenRefusal {
  switch (read('grant_type')) {
    case 'authorization_code': {
      const redirectUri = read('redirect_uri');
      const proof = {
        clientId,
        redirectUri: redirectUri === '' ? undefined : redirectUri,
        codeVerifier: read('code_verifier'),
      };
      return tokens.codes.redeem(read('code'), proof) ?? invalidGrant('authorization code');
    }
    case 'refresh_token':
      return tokens.redeemRefreshToken(read('refresh_token'), clientId) ?? invalidGrant('refresh token');
    default:
      return unsupportedGrant;
  }
}

function exchange(request: Request, response: Response, options: TokenEndpointOptions): void {
  const { state, tokens, switches } = options;
  const read = oauthParameters(request);
  const client = state.oauthClients.get(read('client_id'));
  const isClient = client !== undefined && client.clientSecret === read('client_secret');
  const grant = isClient ? grantFor(read, client.clientId, tokens) : invalidClient;
  if ('error' in grant) {
    const { status, ...body } = grant;
    response.status(status).json(body);
    return;
  }
  response.json({
    access_token: tokens.issueAccessToken(grant),
    token_type: 'Bearer',
    expires_in: accessTokenSeconds,
    ...(switches().refreshTokens ? { refresh_token: tokens.issueRefreshToken(grant) } : {}),
  });
}

export function createTokenEndpoint(options: TokenEndpointOptions): Router {
  const router = express.Router({ caseSensitive: true });
  options.ledger.register(
    router,
    {
      method: 'post',
      path: '/oauth/token',
      status: 'implemented',
      provenance: 'observed',
      source: 'bullhorn.github.io/docs/oauth; bodies of BH-PHP tests/Mocks/auth; statuses from RFC 6749 §5.2',
    },
    express.urlencoded({ extended: false }),
    (request, response) => exchange(request, response, options),
  );
  return router;
}
