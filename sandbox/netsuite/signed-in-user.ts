/** Finds the user behind a request's bearer token. */
import type { Request } from 'express';

import { bearerToken } from '../core/bearer-token';
import type { FaultPlan } from '../core/fault-plan';
import type { NetSuiteState, User } from './entities';

/** `undefined` when there is no token, nobody has it, or a fault has expired it. */
export function signedInUser(
  request: Request,
  account: { readonly state: NetSuiteState; readonly faults: FaultPlan },
): User | undefined {
  const token = bearerToken(request.headers.authorization);
  if (token === undefined || account.faults.isTokenExpired(token)) return undefined;
  return [...account.state.users.values()].find((user) => user.token === token);
}
