/** The routes that the App Connect client calls on its `serverUrl`, made from the contract's operations. */
import { Router, type Request, type Response } from 'express';
import { operations, type OperationName } from '../../src/contract/operations';
import type { ConnectorUser } from '../connectors/connector';
import type { Connectors } from '../connectors/create-connectors';
import { callerSignal } from './caller-signal';
import { sendClientFailure } from './failure-response';
import { readJsonBody } from './json-body';
import { callOperation, operationNames } from './operation-calls';
import { verbs } from './verbs';

/**
 * The client signs its user out on a 400 with these words, and on no other answer (app-connect.md §1.1): they are
 * never to be part of another message.
 */
const NOT_SIGNED_IN = 'Please go to Settings and authorize CRM platform';

interface SignedInClient {
  readonly session: ConnectorUser & { readonly platform: keyof Connectors; readonly authHeader: string };
  readonly renewedToken?: string;
}

/** From the client's token to who it is; undefined for a token that is not valid or whose session is gone. */
export type AuthenticateClient = (token: string) => Promise<SignedInClient | undefined>;

export interface ClientRoutesOptions {
  readonly connectors: Connectors;
  readonly authenticate: AuthenticateClient;
}

/** In the header, or, as older clients send it, in the query. */
const tokenOf = (request: Request): string => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const legacy = request.query['jwtToken'];
  return bearer ?? (typeof legacy === 'string' ? legacy : '');
};

const createHandler =
  (operation: OperationName, { connectors, authenticate }: ClientRoutesOptions) =>
  async (request: Request, response: Response): Promise<void> => {
    const client = await authenticate(tokenOf(request));
    if (!client) {
      response.status(400).type('text/plain').send(NOT_SIGNED_IN);
      return;
    }
    if (client.renewedToken !== undefined) response.set('x-refreshed-jwt-token', client.renewedToken);
    const { session } = client;
    const { writes } = operations[operation];
    const result = await callOperation(operation, connectors[session.platform], async () => ({
      user: session,
      authHeader: session.authHeader,
      appointmentId: request.params['appointmentId'],
      query: request.query,
      body: writes ? await readJsonBody(request, response) : undefined,
      signal: writes ? undefined : callerSignal(response),
    }));
    if (result.successful) response.json(result);
    else sendClientFailure(response, result);
  };

export const createClientRoutes = (options: ClientRoutesOptions): Router => {
  const router = Router();
  for (const name of operationNames) {
    const { method, clientPath } = operations[name];
    router[verbs[method]](clientPath, createHandler(name, options));
  }
  return router;
};
