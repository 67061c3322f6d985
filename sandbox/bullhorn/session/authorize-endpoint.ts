/** `oauth/authorize`: from a password to an authorization code (bullhorn.github.io/docs/oauth). */
import express, { type Request, type Response, type Router } from 'express';

import type { RouteLedger } from '../../core/route-ledger';
import type { BullhornState, OAuthClient } from '../bullhorn-state';
import { loginPage, refusalPage } from './authorize-pages';
import { oauthParameters } from './oauth-parameters';
import type { TokenStore } from './token-store';

export interface AuthorizeEndpointOptions {
  readonly state: BullhornState;
  readonly tokens: TokenStore;
  readonly ledger: RouteLedger;
}

/** Addresses of this computer stand for the one that a developer registered (RFC 8252 §7.3). */
function isRegistered(client: OAuthClient, redirectUri: string): boolean {
  if (client.redirectUris.includes(redirectUri)) return true;
  return URL.canParse(redirectUri) && ['127.0.0.1', 'localhost'].includes(new URL(redirectUri).hostname);
}

/** Errors are pages with status 200, as BH-PHP found them. */
function authorize(request: Request, response: Response, options: AuthorizeEndpointOptions): void {
  const { state, tokens } = options;
  const read = oauthParameters(request);
  const showPage = (html: string): void => void response.type('html').send(html);
  const client = state.oauthClients.get(read('client_id'));
  if (client === undefined) return showPage(refusalPage('Invalid Client Id'));
  const redirectUri = read('redirect_uri') || client.redirectUris[0];
  if (redirectUri === undefined || !isRegistered(client, redirectUri)) {
    return showPage(refusalPage('Invalid Redirect URI'));
  }
  const username = read('username');
  if (read('action') !== 'Login') return showPage(loginPage({ username }));
  const user = [...state.users.values()].find((each) => each.username === username);
  if (user === undefined || user.password !== read('password')) {
    return showPage(loginPage({ username, error: 'Invalid credentials.' }));
  }
  const target = new URL(redirectUri);
  target.searchParams.set('code', tokens.issueCode({ clientId: client.clientId, userId: user.id }));
  target.searchParams.set('client_id', client.clientId);
  if (read('state') !== '') target.searchParams.set('state', read('state'));
  response.redirect(302, target.href);
}

export function createAuthorizeEndpoint(options: AuthorizeEndpointOptions): Router {
  const router = express.Router({ caseSensitive: true });
  for (const method of ['get', 'post'] as const) {
    options.ledger.register(
      router,
      {
        method,
        path: '/oauth/authorize',
        status: 'partial',
        provenance: 'observed',
        source: 'bullhorn.github.io/docs/oauth; pages and parameters of BH-PHP; no terms of service page',
      },
      express.urlencoded({ extended: false }),
      (request, response) => authorize(request, response, options),
    );
  }
  return router;
}
