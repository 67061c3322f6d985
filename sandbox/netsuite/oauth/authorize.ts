/** Step one of the authorization code grant: asks the user, and redirects with what was decided. */
import type { Request, Response } from 'express';

import type { AuthorizationCodes } from '../../core/authorization-codes';
import { consentDecision, sendConsentPage, sendRefusalPage } from '../../core/consent-page';
import { redirectBack } from '../../core/redirect-uri';
import type { NetSuiteState } from '../entities';
import { roleInternalId } from '../role-id';
import { readAuthorizationRequest, type AuthorizationRequest } from './authorization-request';
import type { IntegrationRecord } from './integration-record';
import type { Grant } from './token-store';

export interface AuthorizeOptions {
  readonly state: NetSuiteState;
  readonly integrations: readonly IntegrationRecord[];
  readonly codes: AuthorizationCodes<Grant>;
}

function askForConsent(asked: AuthorizationRequest, response: Response, state: NetSuiteState): void {
  sendConsentPage(response, {
    account: `NetSuite ${state.accountId}`,
    clientId: asked.integration.clientId,
    scopes: asked.scopes,
    users: [...state.users.keys()].map((id) => ({ id, name: state.people.get(id)?.name ?? id })),
    redirectUri: asked.redirectUri,
  });
}

/** With `role`, `entity` and `company` the redirect says who has signed in, and where. */
function answerAllowed(
  asked: AuthorizationRequest,
  userId: string,
  response: Response,
  { state, codes }: AuthorizeOptions,
): void {
  const user = state.users.get(userId);
  if (user === undefined)
    return sendRefusalPage(response, { status: 400, message: 'There is no such user.' });
  const { redirectUri, scopes, codeChallenge } = asked;
  const { clientId, publicClient } = asked.integration;
  const grant = { clientId, isPublicClient: publicClient, userId, scopes };
  redirectBack(response, redirectUri, {
    state: asked.state,
    role: String(roleInternalId(user)),
    entity: userId,
    company: state.accountId,
    code: codes.issue(grant, { clientId, redirectUri, codeChallenge }),
  });
}

export function authorize(request: Request, response: Response, options: AuthorizeOptions): void {
  const parameters = new URL(request.originalUrl, 'http://netsuite').searchParams;
  const asked = readAuthorizationRequest(parameters, options.integrations);
  if (asked.kind === 'refused') {
    return sendRefusalPage(response, { status: 400, message: asked.message });
  }
  if (asked.kind === 'error') {
    return redirectBack(response, asked.redirectUri, { error: asked.error, state: asked.state });
  }
  const decision = consentDecision(request);
  if (decision.kind === 'undecided') return askForConsent(asked, response, options.state);
  if (decision.kind === 'allowed') return answerAllowed(asked, decision.userId, response, options);
  redirectBack(response, asked.redirectUri, { error: 'access_denied', state: asked.state });
}
