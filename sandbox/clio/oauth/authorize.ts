/** `/oauth/authorize`: asks whether the developer app may work as a user, and sends the answer to the app. */
import type { Request, Response } from 'express';

import type { AuthorizationCodes } from '../../core/authorization-codes';
import { consentDecision, sendConsentPage, sendRefusalPage } from '../../core/consent-page';
import { isRegisteredRedirectUri, redirectBack } from '../../core/redirect-uri';
import type { ClioState } from '../entities';
import { regionHostnames } from '../region';
import type { ClioSwitches } from '../switches';
import { userName } from '../users/user-resource';
import type { DeveloperApp } from './developer-app';

export interface AuthorizeOptions {
  readonly state: ClioState;
  readonly switches: () => ClioSwitches;
  readonly developerApp: DeveloperApp;
  readonly codes: AuthorizationCodes<number>;
}

type Refusal = Parameters<typeof sendRefusalPage>[1];

/** What is wrong with the app or with where it wants the answer; then nothing may go there. */
function refusalOf(parameters: URLSearchParams, app: DeveloperApp): Refusal | undefined {
  if (parameters.get('client_id') !== app.clientId) {
    return { status: 401, message: 'The client id is unknown.' };
  }
  return isRegisteredRedirectUri(app.redirectUris, parameters.get('redirect_uri') ?? '')
    ? undefined
    : { status: 400, message: 'The redirect URI is not registered.' };
}

function answerDenied(parameters: URLSearchParams, response: Response, switches: ClioSwitches): void {
  const redirects =
    parameters.get('redirect_on_decline') === 'true' || switches.declineWithoutParameter === 'redirect';
  if (!redirects) {
    return sendRefusalPage(response, { status: 200, message: 'You have declined access to your account.' });
  }
  redirectBack(response, parameters.get('redirect_uri') ?? '', {
    error: 'access_denied',
    state: parameters.get('state') ?? '',
  });
}

export function authorize(request: Request, response: Response, options: AuthorizeOptions): void {
  const { state, switches, developerApp, codes } = options;
  const parameters = new URL(request.originalUrl, 'http://clio').searchParams;
  const refusal = refusalOf(parameters, developerApp);
  if (refusal !== undefined) return sendRefusalPage(response, refusal);
  const redirectUri = parameters.get('redirect_uri') ?? '';
  const clientState = parameters.get('state') ?? '';
  if (parameters.get('response_type') !== 'code') {
    return redirectBack(response, redirectUri, { error: 'unsupported_response_type', state: clientState });
  }
  const decision = consentDecision(request);
  if (decision.kind === 'denied') return answerDenied(parameters, response, switches());
  if (decision.kind === 'undecided') {
    return sendConsentPage(response, {
      account: regionHostnames[state.region],
      clientId: developerApp.clientId,
      scopes: [],
      users: [...state.users.values()].map((user) => ({ id: String(user.id), name: userName(user) })),
      redirectUri,
    });
  }
  const user = state.users.get(Number(decision.userId));
  if (user === undefined)
    return sendRefusalPage(response, { status: 400, message: 'There is no such user.' });
  const codeChallenge = switches().pkce === 'checked' ? parameters.get('code_challenge') : null;
  const code = codes.issue(user.id, {
    clientId: developerApp.clientId,
    redirectUri,
    codeChallenge: codeChallenge ?? undefined,
  });
  redirectBack(response, redirectUri, { code, state: clientState });
}
