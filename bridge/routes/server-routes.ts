/** The routes for other servers: the same operations, with the CRM's credential and user in headers. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { operations, platforms, type OperationName, type Platform } from '../../src/contract/operations';
import { isKnownTimeZone } from '../../src/contract/time/intl-zone-clock';
import type { ConnectorCall } from '../connectors/connector';
import type { Connectors } from '../connectors/create-connectors';
import { createRequestDeadline } from '../connectors/request-deadline';
import { callerSignal } from './caller-signal';
import { readIfMatch, setEntityTag } from './entity-tag';
import { sendServerFailure } from './failure-response';
import { readJsonBody } from './json-body';
import { longListTurn } from './long-list-turn';
import { callOperation, operationNames } from './operation-calls';
import { noteOutcome } from './request-metrics';
import { sendResult } from './send-result';
import { verbs } from './verbs';

export interface ServerRoutesOptions {
  readonly connectors: Connectors;
  /** What callers must send as `x-bridge-api-key`; undefined: nothing. */
  readonly apiKey: string | undefined;
}

/** Compares in a time that tells nothing of the key, not even its length. */
const isSame = (given: string, expected: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
};

const requireApiKey = (request: Request, apiKey: string | undefined): void => {
  if (apiKey === undefined || isSame(request.get('x-bridge-api-key') ?? '', apiKey)) return;
  throw new AppointmentError('unauthenticated', 'The header x-bridge-api-key is missing or wrong.');
};

const readTimeZone = (request: Request): string | undefined => {
  const timeZone = request.get('x-crm-time-zone');
  if (!timeZone || isKnownTimeZone(timeZone)) return timeZone;
  const message = 'must be an IANA time zone like America/New_York';
  throw new AppointmentError('invalid_request', `x-crm-time-zone ${message}.`, {
    details: { issues: [{ path: 'x-crm-time-zone', message }] },
  });
};

/** @throws AppointmentError unauthenticated without a credential, invalid_request for a wrong header */
const readCaller = (request: Request, apiKey: string | undefined): ConnectorCall => {
  requireApiKey(request, apiKey);
  const authHeader = request.get('authorization');
  if (!authHeader) {
    throw new AppointmentError('unauthenticated', 'Send the credential of the CRM as Authorization.');
  }
  return {
    authHeader,
    user: {
      id: request.get('x-crm-user-id') ?? '',
      hostname: request.get('x-crm-hostname'),
      timezoneName: readTimeZone(request),
      platformAdditionalInfo: { restUrl: request.get('x-crm-rest-url') },
    },
  };
};

const platformOf = (request: Request): Platform | undefined =>
  platforms.find((platform) => platform === request.params['platform']);

const createHandler =
  (operation: OperationName, { connectors, apiKey }: ServerRoutesOptions) =>
  async (request: Request, response: Response): Promise<void> => {
    const deadline = createRequestDeadline();
    const platform = platformOf(request);
    const connector = platform && connectors[platform];
    const { writes } = operations[operation];
    const signal = writes ? undefined : callerSignal(response);
    const user = `${request.get('x-crm-hostname')} ${request.get('x-crm-user-id')}`;
    const turn = longListTurn(request, response, { operation, user, deadline, signal });
    const result = await callOperation(operation, connector, async () => ({
      ...readCaller(request, apiKey),
      deadline,
      longListTurn: turn,
      appointmentId: request.params['appointmentId'],
      query: request.query,
      body: writes ? await readJsonBody(request, response) : undefined,
      signal,
      idempotencyKey: request.get('idempotency-key'),
      ifVersion: writes ? readIfMatch(request) : undefined,
    }));
    setEntityTag(response, result);
    noteOutcome(response, operation, platform, result);
    if (result.successful) sendResult(response, result);
    else sendServerFailure(response, result, connector ? undefined : 404);
  };

export const createServerRoutes = (options: ServerRoutesOptions): Router => {
  const router = Router();
  for (const name of operationNames) {
    const { method, serverPath } = operations[name];
    router[verbs[method]](`/connectors/:platform${serverPath}`, createHandler(name, options));
  }
  return router;
};
