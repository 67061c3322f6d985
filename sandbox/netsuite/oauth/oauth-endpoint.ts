/** NetSuite's OAuth 2.0: the authorization, token and revocation endpoints (section_158074210415), on one host. */
import express, { type ErrorRequestHandler, type Request, type Router } from 'express';

import type { AuthorizationCodes } from '../../core/authorization-codes';
import { isJsonObject } from '../../core/json-value';
import { OAuthError } from '../../core/oauth-error';
import type { RouteDeclaration, RouteLedger } from '../../core/route-ledger';
import type { NetSuiteState } from '../entities';
import { authorize } from './authorize';
import { authenticatedClient } from './client-authentication';
import type { IntegrationRecord } from './integration-record';
import { accessTokenSeconds, type Grant, type IssuedTokens, type TokenStore } from './token-store';

export interface OAuthEndpointOptions {
  readonly state: NetSuiteState;
  readonly integrations: readonly IntegrationRecord[];
  readonly codes: AuthorizationCodes<Grant>;
  readonly tokens: TokenStore;
  readonly ledger: RouteLedger;
}

type Read = (name: string) => string;

const authorizePath = '/app/login/oauth2/authorize.nl';
const oauthPath = '/services/rest/auth/oauth2/v1';
/** Requests to these endpoints, some of which have codes and tokens in their bodies. */
export const oauthPaths = /^\/(?:app\/login\/oauth2|services\/rest\/auth\/oauth2)\//i;

/** @throws OAuthError invalid_request for a parameter that is missing. */
function required(read: Read, name: string): string {
  const value = read(name);
  if (value === '') throw new OAuthError(400, 'invalid_request', `${name} is missing.`);
  return value;
}

function readForm(request: Request): Read {
  const form: unknown = request.body;
  return (name) => {
    const value = isJsonObject(form) ? form[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
}

/** @throws OAuthError invalid_request, also for a grant type that does not exist (subsect_161252460252). */
function issuedTokens(read: Read, clientId: string, options: OAuthEndpointOptions): IssuedTokens {
  const { codes, tokens } = options;
  const grantType = required(read, 'grant_type');
  if (grantType === 'authorization_code') {
    const proof = {
      clientId,
      redirectUri: required(read, 'redirect_uri'),
      codeVerifier: read('code_verifier'),
    };
    const grant = codes.redeem(required(read, 'code'), proof);
    if (grant === undefined) throw new OAuthError(400, 'invalid_grant', 'The code cannot be used.');
    return tokens.begin(grant);
  }
  if (grantType !== 'refresh_token') throw new OAuthError(400, 'invalid_request', 'There is no such grant.');
  const refreshed = tokens.refresh(required(read, 'refresh_token'), clientId);
  if (refreshed === undefined) {
    throw new OAuthError(400, 'invalid_grant', 'The refresh token cannot be used.');
  }
  return refreshed;
}

/** `expires_in` is a string: seen by users of 2025.2 (modelcontextprotocol/typescript-sdk issue 1120). */
function tokenReply({ accessToken, refreshToken }: IssuedTokens): object {
  return {
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    expires_in: String(accessTokenSeconds),
    token_type: 'bearer',
  };
}

/** The body is documented to be the code alone. */
function answerErrors(accountId: string): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (!(error instanceof OAuthError)) return next(error);
    if (error.code === 'invalid_client') response.setHeader('WWW-Authenticate', `Basic realm="${accountId}"`);
    response.status(error.status).json({ error: error.code });
  };
}

const documented = { status: 'implemented', provenance: 'documented' } as const;

const routes = {
  authorize: {
    ...documented,
    status: 'partial',
    method: 'get',
    path: authorizePath,
    source:
      'section_158081944642, subsect_161252455245; prompt is ignored; ?approve=<employee id> is the sandbox’s own',
  },
  decide: {
    ...documented,
    provenance: 'inferred',
    method: 'post',
    path: authorizePath,
    source: 'the form of the sandbox’s consent page; the redirects are documented',
  },
  token: {
    ...documented,
    method: 'post',
    path: `${oauthPath}/token`,
    source: 'section_158081952044, section_160855594402, subsect_161252460252; expires_in as text observed',
  },
  revoke: {
    ...documented,
    method: 'post',
    path: `${oauthPath}/revoke`,
    source: 'section_161071224088; the empty 200 inferred from RFC 7009 §2.2',
  },
} as const satisfies Readonly<Record<string, RouteDeclaration>>;

export function createOAuthEndpoint(options: OAuthEndpointOptions): Router {
  const { state, integrations, tokens, ledger } = options;
  const router = express.Router();
  const form = express.urlencoded({ extended: false });
  for (const route of [routes.authorize, routes.decide]) {
    ledger.register(router, route, form, (request, response) => authorize(request, response, options));
  }
  ledger.register(router, routes.token, form, (request, response) => {
    const read = readForm(request);
    const { clientId } = authenticatedClient(request, read('client_id'), integrations);
    response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
    response.json(tokenReply(issuedTokens(read, clientId, options)));
  });
  ledger.register(router, routes.revoke, form, (request, response) => {
    const read = readForm(request);
    const { clientId } = authenticatedClient(request, read('client_id'), integrations);
    tokens.revoke(required(read, 'token'), clientId);
    response.status(200).end();
  });
  router.use(answerErrors(state.accountId));
  return router;
}
