/** The appointment routes that the App Connect client calls on its `serverUrl`, made from the contract's operations. */
import { Router } from 'express';
import { operations, type OperationName } from '../../src/contract/operations';
import type { Connectors } from '../connectors/create-connectors';
import { createRequestDeadline } from '../connectors/request-deadline';
import { connectorCallOf } from '../sessions/connector-call';
import type { CrmCredentials } from '../sessions/crm-credentials';
import { runWithCredential } from '../sessions/run-with-credential';
import { callerSignal } from './caller-signal';
import type { ClientGuard, ClientHandler } from './client-guard';
import { readIfMatch, setEntityTag } from './entity-tag';
import { sendClientFailure } from './failure-response';
import { readJsonBody } from './json-body';
import { longListTurn } from './long-list-turn';
import { callOperation, operationNames } from './operation-calls';
import { noteOutcome } from './request-metrics';
import { sendResult } from './send-result';
import { verbs } from './verbs';

export interface ClientRoutesOptions {
  readonly connectors: Connectors;
  readonly guard: ClientGuard;
  readonly credentials: CrmCredentials;
}

const createHandler =
  (
    operation: OperationName,
    { connectors, credentials }: ClientRoutesOptions,
    deadline: ReturnType<typeof createRequestDeadline>,
  ): ClientHandler =>
  async (session, request, response) => {
    const { writes } = operations[operation];
    const body = writes ? await readJsonBody(request, response) : undefined;
    const signal = writes ? undefined : callerSignal(response);
    const turn = longListTurn(request, response, { operation, user: session.id, deadline, signal });
    const result = await runWithCredential(session, {
      credentials,
      deadline,
      run: (usable) =>
        callOperation(operation, connectors[usable.platform], async () => ({
          ...connectorCallOf(usable),
          appointmentId: request.params['appointmentId'],
          query: request.query,
          body,
          signal,
          deadline,
          longListTurn: turn,
          idempotencyKey: request.get('idempotency-key'),
          ifVersion: writes ? readIfMatch(request) : undefined,
        })),
    });
    setEntityTag(response, result);
    noteOutcome(response, operation, session.platform, result);
    if (result.successful) sendResult(response, result);
    else sendClientFailure(response, result);
  };

export const createClientRoutes = (options: ClientRoutesOptions): Router => {
  const router = Router();
  for (const name of operationNames) {
    const { method, clientPath } = operations[name];
    router[verbs[method]](clientPath, async (request, response, next) => {
      // From here on: to find out who is signed in may have to wait for a renewal of the same session.
      const handler = createHandler(name, options, createRequestDeadline());
      await options.guard(handler)(request, response, next);
    });
  }
  return router;
};
