/** `/oauth/authorize`, `/oauth/token` and `/oauth/deauthorize` (docs.developers.clio.com/api-docs/authorization). */
import express, { type ErrorRequestHandler, type Router } from 'express';

import { createAuthorizationCodes, type AuthorizationCodes } from '../../core/authorization-codes';
import { bearerToken } from '../../core/bearer-token';
import type { FaultPlan } from '../../core/fault-plan';
import { isJsonObject } from '../../core/json-value';
import { OAuthError } from '../../core/oauth-error';
import type { RouteDeclaration, RouteLedger } from '../../core/route-ledger';
import type { ClioState } from '../entities';
import type { ClioSwitches } from '../switches';
import { authorize } from './authorize';
import type { DeveloperApp } from './developer-app';
import { createOAuthGrants, type OAuthGrants, type TokenReply } from './oauth-grants';

export interface OAuthEndpointOptions {
  readonly state: ClioState;
  readonly switches: () => ClioSwitches;
  readonly clock: { nowMs(): number };
  readonly faults: FaultPlan;
  readonly ledger: RouteLedger;
  readonly developerApp: DeveloperApp;
}

type TokenOptions = Pick<OAuthEndpointOptions, 'developerApp'> & {
  readonly codes: AuthorizationCodes<number>;
  readonly grants: OAuthGrants;
};

/** @throws OAuthError for a wrong client, grant type, code or refresh token. */
function issueToken(body: unknown, { developerApp, codes, grants }: TokenOptions): TokenReply {
  const read = (name: string): string => {
    const value = isJsonObject(body) ? body[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const { clientId, clientSecret } = developerApp;
  if (read('client_id') !== clientId || read('client_secret') !== clientSecret) {
    throw new OAuthError(401, 'invalid_client', 'The client could not be authenticated.');
  }
  if (read('grant_type') === 'refresh_token') return grants.refresh(read('refresh_token'));
  if (read('grant_type') !== 'authorization_code') {
    throw new OAuthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
  }
  const userId = codes.redeem(read('code'), {
    clientId,
    redirectUri: read('redirect_uri'),
    codeVerifier: read('code_verifier'),
  });
  if (userId === undefined) {
    throw new OAuthError(400, 'invalid_grant', 'The authorization code cannot be used.');
  }
  return grants.begin(userId);
}

/** Which codes Clio uses is not documented. */
const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof OAuthError)) return next(error);
  response.status(error.status).json({ error: error.code, error_description: error.message });
};

const documented = {
  status: 'implemented',
  provenance: 'documented',
  source: 'docs.developers.clio.com/api-docs/authorization',
} as const;

const routes = {
  authorize: {
    ...documented,
    method: 'get',
    path: '/oauth/authorize',
    source: `${documented.source}; error pages inferred; ?approve=<user id> is the sandbox’s own`,
  },
  decide: {
    ...documented,
    provenance: 'inferred',
    method: 'post',
    path: '/oauth/authorize',
    source: 'the form of the sandbox’s consent page; the redirects are documented',
  },
  token: { ...documented, method: 'post', path: '/oauth/token' },
  deauthorize: {
    ...documented,
    method: 'post',
    path: '/oauth/deauthorize',
    source: 'docs.developers.clio.com/faq; body inferred',
  },
} as const satisfies Readonly<Record<string, RouteDeclaration>>;

export function createOAuthEndpoint(options: OAuthEndpointOptions): Router {
  const { state, clock, faults, ledger, developerApp } = options;
  const codes = createAuthorizationCodes({ clock, issued: state.authorizationCodes });
  const grants = createOAuthGrants(options);
  const router = express.Router();
  const form = express.urlencoded({ extended: false });
  for (const route of [routes.authorize, routes.decide]) {
    ledger.register(router, route, form, (request, response) =>
      authorize(request, response, { ...options, codes }),
    );
  }
  ledger.register(router, routes.token, form, (request, response) => {
    response.json(issueToken(request.body, { developerApp, codes, grants }));
  });
  ledger.register(router, routes.deauthorize, (request, response) => {
    const token = bearerToken(request.headers.authorization) ?? '';
    grants.revoke(faults.isTokenExpired(token) ? '' : token);
    response.json({});
  });
  router.use(answerErrors);
  return router;
}
