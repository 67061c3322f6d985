/** `/services/rest/record/v1/calendarEvent`: its routes, who may use them, and how errors are answered. */
import express, { type ErrorRequestHandler, type Router } from 'express';

import { isJsonObject } from '../../core/json-value';
import type { RouteDeclaration, RouteLedger } from '../../core/route-ledger';
import type { User } from '../entities';
import { permissionLevelOf, permissionLevels, type PermissionLevel } from '../runtime/permission';
import { signedInUser, type SignInContext } from '../signed-in-user';
import type { NetSuiteSwitches } from '../switches';
import { calendarEventActions } from './calendar-event-actions';
import { RecordApiError, recordErrorBody, recordErrorType } from './record-api-error';
import { recordsPath } from './record-request';

export interface CalendarEventEndpointOptions extends SignInContext {
  readonly switches: () => NetSuiteSwitches;
  readonly clock: { nowMs(): number };
  readonly ledger: RouteLedger;
}

interface EventRoute extends RouteDeclaration {
  readonly action: keyof typeof calendarEventActions;
  /** Of LIST_EVENT. */
  readonly level: PermissionLevel;
}

const collectionPath = `${recordsPath}/calendarEvent`;
const recordPath = `${collectionPath}/:id`;
const documented = { status: 'implemented', provenance: 'documented' } as const;
const inferred = { status: 'implemented', provenance: 'inferred' } as const;

const eventRoutes: readonly EventRoute[] = [
  {
    ...documented,
    status: 'partial',
    method: 'get',
    path: collectionPath,
    source: 'section_0323122020, section_156414087576; the fields and operators a calendar needs',
    action: 'list',
    level: 'VIEW',
  },
  {
    ...documented,
    method: 'post',
    path: collectionPath,
    source: 'section_1545141395',
    action: 'create',
    level: 'CREATE',
  },
  {
    ...documented,
    method: 'get',
    path: recordPath,
    source: 'section_1545141500, article_161013672126',
    action: 'read',
    level: 'VIEW',
  },
  {
    ...documented,
    method: 'patch',
    path: recordPath,
    source: 'section_1545142173, section_1545297048',
    action: 'update',
    level: 'EDIT',
  },
  {
    ...inferred,
    method: 'put',
    path: recordPath,
    source: 'general knowledge of eid: upserts (netsuite.md §4)',
    action: 'upsert',
    level: 'EDIT',
  },
  {
    ...inferred,
    method: 'delete',
    path: recordPath,
    source: 'general knowledge (netsuite.md §4)',
    action: 'remove',
    level: 'FULL',
  },
  {
    ...documented,
    method: 'get',
    path: `${recordPath}/attendee`,
    source: 'section_159894563219',
    action: 'listAttendees',
    level: 'VIEW',
  },
  {
    ...documented,
    method: 'get',
    path: `${recordPath}/attendee/:line`,
    source: 'section_159894563219',
    action: 'readAttendee',
    level: 'VIEW',
  },
];

function requirePermission(user: User, permission: string, level: PermissionLevel): void {
  if (permissionLevelOf(user, permission) >= permissionLevels[level]) return;
  throw new RecordApiError(
    403,
    'INSUFFICIENT_PERMISSION',
    `Permission Violation: You need the '${permission}' permission with level ${level}.`,
  );
}

function recordApiErrorFor(error: unknown): RecordApiError {
  if (error instanceof RecordApiError) return error;
  if (isJsonObject(error) && error['type'] === 'entity.too.large') {
    return new RecordApiError(413, 'INVALID_REQUEST', 'The request body is too large.');
  }
  const message = error instanceof Error ? error.message : String(error);
  return new RecordApiError(500, 'UNEXPECTED_ERROR', message);
}

/** Belongs behind the endpoint, so that it also answers what went wrong before it, such as a body that is too large. */
export const answerRecordErrors: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (!request.path.toLowerCase().startsWith(recordsPath)) return next(error);
  const failure = recordApiErrorFor(error);
  response.status(failure.status).set('Content-Type', recordErrorType);
  response.send(JSON.stringify(recordErrorBody(failure)));
};

/** Expects the raw body as a Buffer in `request.body`. */
export function createCalendarEventEndpoint(options: CalendarEventEndpointOptions): Router {
  const { state, switches, clock, ledger } = options;
  const router = express.Router();
  for (const { action, level, ...declaration } of eventRoutes) {
    ledger.register(router, declaration, (request, response) => {
      const user = signedInUser(request, options, 'rest_webservices');
      if (user === undefined) throw new RecordApiError(401, 'INVALID_LOGIN', 'Invalid login attempt.');
      requirePermission(user, 'ADMI_RESTWEBSERVICES', 'FULL');
      requirePermission(user, 'LIST_EVENT', level);
      calendarEventActions[action]({
        request,
        response,
        user,
        state,
        switches: switches(),
        nowMs: clock.nowMs(),
      });
    });
  }
  router.all([collectionPath, recordPath, `${recordPath}/attendee{/:line}`], (request) => {
    throw new RecordApiError(405, 'INVALID_REQUEST', `${request.method} is not possible here.`);
  });
  router.all(`${recordsPath}/*rest`, () => {
    throw new RecordApiError(404, 'INVALID_REQUEST', 'There is no such record type or sub-resource here.');
  });
  return router;
}
