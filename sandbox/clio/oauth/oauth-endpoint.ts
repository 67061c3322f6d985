/** `/oauth/authorize`, `/oauth/token` and `/oauth/deauthorize` (docs.developers.clio.com/api-docs/authorization). */
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';

import { bearerToken } from '../../core/bearer-token';
import { isJsonObject } from '../../core/json-value';
import type { RouteLedger } from '../../core/route-ledger';
import type { ClioState, User } from '../entities';
import { regionHostnames } from '../region';
import { consentPage } from './consent-page';
import { OAuthError } from './oauth-error';
import { createOAuthGrants, type OAuthGrants, type TokenReply } from './oauth-grants';

/** The app as it is registered with Clio, for one region. */
export interface DeveloperApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Any is accepted when left out. */
  readonly redirectUris?: readonly string[];
}

export interface OAuthEndpointOptions {
  readonly state: ClioState;
  readonly clock: { nowMs(): number };
  readonly ledger: RouteLedger;
  readonly app: DeveloperApp;
}

function parametersOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://clio').searchParams;
}

/** @throws OAuthError; a redirect URI that is not the app's gets no redirect. */
function checkedRedirectUri(parameters: URLSearchParams, app: DeveloperApp): URL {
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (parameters.get('client_id') !== app.clientId) {
    throw new OAuthError(401, 'invalid_client', 'The client id is unknown.');
  }
  const isRegistered = app.redirectUris === undefined || app.redirectUris.includes(redirectUri);
  if (!isRegistered || !URL.canParse(redirectUri)) {
    throw new OAuthError(400, 'invalid_request', 'The redirect URI is not registered.');
  }
  if (parameters.get('response_type') !== 'code') {
    throw new OAuthError(400, 'invalid_request', 'The response type must be code.');
  }
  return new URL(redirectUri);
}

function approvingUser(parameters: URLSearchParams, state: ClioState): User | undefined {
  const userId = parameters.get('user_id');
  const [first] = state.users.values();
  return userId === null ? first : state.users.get(Number(userId));
}

function authorize(
  options: OAuthEndpointOptions,
  grants: OAuthGrants,
  request: Request,
  response: Response,
): void {
  const { state } = options;
  const parameters = parametersOf(request);
  const redirect = checkedRedirectUri(parameters, options.app);
  const approve = parameters.get('approve');
  if (approve === null) {
    const users = [...state.users.values()];
    return void response.type('html').send(consentPage(regionHostnames[state.region], parameters, users));
  }
  const user = approvingUser(parameters, state);
  if (user === undefined) throw new OAuthError(400, 'invalid_request', 'There is no such user.');
  if (approve === '1')
    redirect.searchParams.set('code', grants.issueCode(user.id, parameters.get('redirect_uri') ?? ''));
  else redirect.searchParams.set('error', 'access_denied');
  const clientState = parameters.get('state');
  if (clientState !== null) redirect.searchParams.set('state', clientState);
  response.redirect(302, redirect.href);
}

/** @throws OAuthError for a wrong client, grant type, code or refresh token. */
function issueToken(app: DeveloperApp, grants: OAuthGrants, body: unknown): TokenReply {
  const read = (name: string): string => {
    const value = isJsonObject(body) ? body[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  if (read('client_id') !== app.clientId || read('client_secret') !== app.clientSecret) {
    throw new OAuthError(401, 'invalid_client', 'The client could not be authenticated.');
  }
  if (read('grant_type') === 'authorization_code')
    return grants.redeemCode(read('code'), read('redirect_uri'));
  if (read('grant_type') === 'refresh_token') return grants.refresh(read('refresh_token'));
  throw new OAuthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
}

const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof OAuthError)) return next(error);
  response.status(error.status).json({ error: error.code, error_description: error.message });
};

export function createOAuthEndpoint(options: OAuthEndpointOptions): Router {
  const { ledger, app } = options;
  const grants = createOAuthGrants(options);
  const router = express.Router();
  const documented = {
    status: 'implemented',
    provenance: 'documented',
    source: 'docs.developers.clio.com/api-docs/authorization',
  } as const;
  ledger.register(router, { method: 'get', path: '/oauth/authorize', ...documented }, (request, response) =>
    authorize(options, grants, request, response),
  );
  ledger.register(
    router,
    { method: 'post', path: '/oauth/token', ...documented },
    express.urlencoded({ extended: false }),
    (request, response) => void response.json(issueToken(app, grants, request.body)),
  );
  ledger.register(
    router,
    {
      ...documented,
      method: 'post',
      path: '/oauth/deauthorize',
      source: 'docs.developers.clio.com/faq; body inferred',
    },
    (request, response) => {
      grants.revoke(bearerToken(request.headers.authorization) ?? '');
      response.json({});
    },
  );
  router.use(answerErrors);
  return router;
}
