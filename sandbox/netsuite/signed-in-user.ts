/** Finds the user behind a request's bearer token. */
import type { ErrorRequestHandler, Request } from 'express';

import { bearerToken } from '../core/bearer-token';
import type { FaultPlan } from '../core/fault-plan';
import { isJsonObject } from '../core/json-value';
import type { NetSuiteState, User } from './entities';
import type { OAuthScope } from './oauth/integration-record';
import type { TokenStore } from './oauth/token-store';

/** What it takes to tell who sends a request. */
export interface SignInContext {
  readonly state: NetSuiteState;
  readonly tokens: TokenStore;
  readonly faults: FaultPlan;
}

/**
 * @param scope of the API that is asked; the tokens of the seed are good for all.
 * @returns `undefined` when there is no token, nobody has it, it is for another API, or it has expired.
 */
export function signedInUser(request: Request, account: SignInContext, scope: OAuthScope): User | undefined {
  const { state, tokens, faults } = account;
  const token = bearerToken(request.headers.authorization);
  if (token === undefined || faults.isTokenExpired(token)) return undefined;
  const grant = tokens.accessGrant(token);
  if (grant?.scopes.includes(scope) === true) return state.users.get(grant.userId);
  return [...state.users.values()].find((user) => user.token === token);
}

/** Adds what both APIs say to a token they do not accept (subsect_158521885412). Belongs before their error handlers. */
export function challengeUnauthorized(accountId: string): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (isJsonObject(error) && error['status'] === 401) {
      response.setHeader(
        'WWW-Authenticate',
        `Bearer realm="${accountId}", error="invalid_token", error_description="Invalid login attempt."`,
      );
    }
    next(error);
  };
}
