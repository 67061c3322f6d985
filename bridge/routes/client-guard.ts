/** Lets signed-in App Connect clients in, and answers what fails on the way as the client understands it. */
import type { Request, RequestHandler, Response } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { failureResult } from '../connectors/failure-result';
import type { AuthenticateClient } from '../sessions/authenticate-client';
import type { Session } from '../sessions/session-store';
import { sendClientFailure } from './failure-response';

/**
 * The client signs its user out on a 400 with these words, and on no other answer (app-connect.md §1.1): they are
 * never to be part of another message.
 */
const NOT_SIGNED_IN = 'Please go to Settings and authorize CRM platform';

/** Answers to nobody; gone with them. */
const toNobody = new WeakSet<Response>();

/** Is this the answer that nobody is signed in? */
export const foundNobody = (response: Response): boolean => toNobody.has(response);

export type ClientHandler = (session: Session, request: Request, response: Response) => Promise<void>;

/** Makes a request handler of one for signed-in clients. */
export type ClientGuard = (handle: ClientHandler) => RequestHandler;

/** In the header, or, as older clients send it, in the query. */
const tokenOf = (request: Request): string => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const legacy = request.query['jwtToken'];
  return bearer ?? (typeof legacy === 'string' ? legacy : '');
};

export const createClientGuard =
  (authenticate: AuthenticateClient): ClientGuard =>
  (handle) =>
  async (request, response) => {
    try {
      const client = await authenticate(tokenOf(request));
      if (!client) {
        toNobody.add(response);
        response.status(400).type('text/plain').send(NOT_SIGNED_IN);
        return;
      }
      if (client.renewedToken !== undefined) response.set('x-refreshed-jwt-token', client.renewedToken);
      await handle(client.session, request, response);
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      sendClientFailure(response, failureResult(error));
    }
  };
