/** `login`: from an access token to a REST session (docs: Login). */
import express, { type Request, type Response, type Router } from 'express';

import type { FaultPlan } from '../../core/fault-plan';
import { apiError, badRequest } from '../bullhorn-error';
import { requestBaseUrl, restUrlOf } from '../request-host';
import type { RestContext } from '../rest-context';
import { oauthParameters } from './oauth-parameters';
import type { SessionTable } from './session-table';
import type { TokenStore } from './token-store';

export interface LoginEndpointOptions extends RestContext {
  readonly tokens: TokenStore;
  readonly sessions: SessionTable;
  readonly faults: FaultPlan;
}

/** The body is verbatim from BH-PHP and BH-CS. */
const invalidAccessToken = (): Error =>
  apiError(400, 'errors.authentication.invalidOAuthToken', 'Invalid or expired OAuth access token.');

/** That there is a limit is documented, what the answer says is not. */
const tooManySessions = (): Error =>
  apiError(400, 'errors.authentication.tooManySessions', 'Maximum number of sessions exceeded.');

/** Minutes; `undefined` when it is not there. */
function readTtl(ttl: string): number | undefined {
  if (ttl === '') return undefined;
  if (!/^[1-9]\d*$/.test(ttl)) throw badRequest("Parameter 'ttl' must be a number of minutes.");
  return Number(ttl);
}

function login(request: Request, response: Response, options: LoginEndpointOptions): void {
  const { state, tokens, sessions, faults, switches } = options;
  const read = oauthParameters(request);
  const accessToken = read('access_token');
  const grant = faults.isTokenExpired(accessToken) ? undefined : tokens.accessGrant(accessToken);
  // Used up by the first attempt, also by one that fails (github.com/jiminny/oauth2-bullhorn, README).
  if (switches().accessTokenUse === 'once') tokens.spendAccessToken(accessToken);
  if (grant === undefined) throw invalidAccessToken();
  if (read('version') === '') throw badRequest("Parameter 'version' is required.");
  const session = sessions.open(grant.userId, readTtl(read('ttl')));
  if (session === undefined) throw tooManySessions();
  // "This cookie is set by the API at login time as a convenience for browser-based clients" (docs: Session Key).
  response.cookie('BhRestToken', session.restToken, { path: '/' });
  response.json({
    BhRestToken: session.restToken,
    restUrl: restUrlOf(requestBaseUrl(request), state.corpToken),
  });
}

export function createLoginEndpoint(options: LoginEndpointOptions): Router {
  const router = express.Router({ caseSensitive: true });
  for (const method of ['get', 'post'] as const) {
    options.ledger.register(
      router,
      {
        method,
        path: '/rest-services/login',
        status: 'implemented',
        provenance: 'documented',
        source: 'rest-api-docs: Login; one-shot access token observed (BH-JIM); too many sessions inferred',
      },
      express.urlencoded({ extended: false }),
      (request, response) => login(request, response, options),
    );
  }
  return router;
}
