/** What every route of the API does first: signs in, checks the app's access permission, prepares the reading. */
import type { Request, RequestHandler, Response } from 'express';

import { bearerToken } from '../../core/bearer-token';
import type { FaultPlan } from '../../core/fault-plan';
import type { RequestJournal } from '../../core/request-journal';
import type { RouteLedger } from '../../core/route-ledger';
import { ClioError, forbidden } from '../clio-error';
import type { AccessLevel, AccessResource, ClioState, User } from '../entities';
import type { ClioSwitches } from '../switches';
import { createQueryReader, type QueryReader } from './query-reader';
import type { Reader } from './reader';

export interface ApiOptions {
  readonly state: ClioState;
  readonly switches: () => ClioSwitches;
  readonly clock: { nowMs(): number };
  readonly faults: FaultPlan;
  readonly journal: RequestJournal;
  readonly ledger: RouteLedger;
}

export interface ApiCall {
  readonly request: Request;
  readonly response: Response;
  readonly query: QueryReader;
  readonly reader: Reader;
  /** The id in the path. */
  readonly id: string;
}

/** `undefined` when nobody has the token here: it is unknown, expired, or of another region. */
function signedInUser(request: Request, options: ApiOptions): User | undefined {
  const token = bearerToken(request.headers.authorization);
  if (token === undefined || options.faults.isTokenExpired(token)) return undefined;
  const grant = options.state.grants.get(token);
  if (grant === undefined) return undefined;
  if (grant.expiresAtMs !== null && grant.expiresAtMs <= options.clock.nowMs()) return undefined;
  const user = options.state.users.get(grant.userId);
  return user?.enabled === true ? user : undefined;
}

function levelOf(user: User, resource: AccessResource, switches: ClioSwitches): AccessLevel {
  return resource === 'users' && switches.usersPermission === 'withheld' ? 'none' : user.access[resource];
}

/** The permissions are those of the developer app, fixed in its settings, and of the user (api-docs/permissions). */
function checkAccess(
  user: User,
  needs: readonly [AccessResource, 'read' | 'read_write'],
  switches: ClioSwitches,
): void {
  const [resource, wanted] = needs;
  const level = levelOf(user, resource, switches);
  if (level !== 'read_write' && level !== wanted) {
    throw forbidden(`The application has no ${wanted} access to ${resource}.`);
  }
}

/** Errors that `handle` throws go to the error handler of the router. */
export function apiHandler(
  options: ApiOptions,
  needs: readonly [AccessResource, 'read' | 'read_write'],
  handle: (call: ApiCall) => void,
): RequestHandler {
  return (request, response) => {
    const user = signedInUser(request, options);
    if (user === undefined) throw new ClioError(401, 'The access token is invalid or has expired.');
    const switches = options.switches();
    checkAccess(user, needs, switches);
    const reader: Reader = { state: options.state, switches, user, nowMs: options.clock.nowMs() };
    const query = createQueryReader(request.originalUrl, reader);
    const { id } = request.params;
    handle({ request, response, query, reader, id: typeof id === 'string' ? id : '' });
  };
}
