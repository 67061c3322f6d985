/** `oauth/authorize`: from a password to an authorization code (bullhorn.github.io/docs/oauth). */
import express, { type Request, type Response, type Router } from 'express';

import { sendHtmlPage } from '../../core/html-page';
import { isRegisteredRedirectUri, redirectBack } from '../../core/redirect-uri';
import type { RouteLedger } from '../../core/route-ledger';
import type { BullhornState } from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import { refusalPage } from './authorize-pages';
import { oauthParameters } from './oauth-parameters';
import { signInStep } from './sign-in-step';
import type { TermsOfService } from './terms-of-service';
import type { TokenStore } from './token-store';

export interface AuthorizeEndpointOptions {
  readonly state: BullhornState;
  readonly tokens: TokenStore;
  readonly terms: TermsOfService;
  readonly switches: () => BullhornSwitches;
  readonly ledger: RouteLedger;
}

/** Errors are pages with status 200, as BH-PHP found them. */
function authorize(request: Request, response: Response, options: AuthorizeEndpointOptions): void {
  const { state, tokens, switches } = options;
  const read = oauthParameters(request);
  const client = state.oauthClients.get(read('client_id'));
  if (client === undefined) return sendHtmlPage(response, refusalPage('Invalid Client Id'));
  const redirectUri = read('redirect_uri') || client.redirectUris[0];
  if (redirectUri === undefined || !isRegisteredRedirectUri(client.redirectUris, redirectUri)) {
    return sendHtmlPage(response, refusalPage('Invalid Redirect URI'));
  }
  const step = signInStep(read, client, options);
  if (step.kind === 'page') return sendHtmlPage(response, { ...step.page, formLeadsAway: true });
  const clientState = read('state');
  if (step.kind === 'denied') {
    return redirectBack(response, redirectUri, { error: 'access_denied', state: clientState });
  }
  const { clientId } = client;
  const codeChallenge = switches().pkce === 'checked' ? read('code_challenge') : '';
  const code = tokens.codes.issue(
    { clientId, userId: step.userId },
    { clientId, redirectUri, codeChallenge: codeChallenge === '' ? undefined : codeChallenge },
  );
  redirectBack(response, redirectUri, { code, client_id: clientId, state: clientState });
}

export function createAuthorizeEndpoint(options: AuthorizeEndpointOptions): Router {
  const router = express.Router({ caseSensitive: true });
  for (const method of ['get', 'post'] as const) {
    options.ledger.register(
      router,
      {
        method,
        path: '/oauth/authorize',
        status: 'implemented',
        provenance: 'observed',
        source:
          'bullhorn.github.io/docs/oauth, Getting-Started-with-REST; pages and parameters of BH-PHP; ' +
          'denial inferred (RFC 6749 §4.1.2.1); approve=<user id> is the sandbox’s own',
      },
      express.urlencoded({ extended: false }),
      (request, response) => authorize(request, response, options),
    );
  }
  return router;
}
