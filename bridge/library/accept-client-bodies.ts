/**
 * Middleware before the routes of `@app-connect/core`: the App Connect 2.x client's creates and edits, which core's
 * schemas have refused since 1.7.39 (app-connect.md H1), reach them in core's own words.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { createRequestSchema, patchRequestSchema } from '../../src/contract/change.schema';
import { AppointmentError } from '../../src/contract/failure';
import { failureResult } from '../connectors/failure-result';
import { readInput } from '../connectors/read-input';
import { withClientBody, type ClientBody } from './client-body';
import { coreCreateBody, corePatchBody } from './core-body';
import { termsOfHeaders, withRequestTerms } from './request-terms';

/** As express 4 and 5 have it; not typed as either, because the server's may be another than ours. */
export type ClientBodiesMiddleware = (
  request: IncomingMessage & { body?: unknown },
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** As large as core's own parser takes. `strict: false`: the client confirms and cancels with `null`. */
const parseJson = express.json({ limit: '50mb', strict: false });

const ROUTE = /^\/appointments(?:\/[^/]+(?:\/(?:status|confirm|cancel))?)?\/?$/;

const operationOf = ({ method, url = '' }: IncomingMessage): ClientBody['operation'] | undefined => {
  const depth = (url.split('?', 1)[0] ?? '').split('/').filter(Boolean).length;
  if (method === 'POST' && depth === 1) return 'createAppointment';
  return method === 'PATCH' && depth === 2 ? 'updateAppointment' : undefined;
};

const concernsUs = ({ method, url = '' }: IncomingMessage): boolean =>
  (method === 'POST' || method === 'PATCH') && ROUTE.test(url.split('?', 1)[0] ?? '');

interface Accepted {
  readonly clientBody: ClientBody;
  /** Undefined where core has no words for it. */
  readonly coreBody: object | undefined;
}

const read = (operation: ClientBody['operation'], given: unknown): Accepted => {
  if (operation === 'createAppointment') {
    const body = readInput(createRequestSchema, given);
    return { clientBody: { operation, body }, coreBody: coreCreateBody(body) };
  }
  const body = readInput(patchRequestSchema, given);
  return { clientBody: { operation, body }, coreBody: corePatchBody(body) };
};

/** A body that is not acceptable is given back as what is wrong with it. */
const accept = (operation: ClientBody['operation'], given: unknown): Accepted | AppointmentError => {
  try {
    return read(operation, given);
  } catch (error) {
    if (error instanceof AppointmentError) return error;
    throw error;
  }
};

/** The client's forms always name the participants so; no other caller of core's routes does. */
const isOfClient = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'participantName' in body;

/** The client shows the message of a 200, and nothing of core's 400 (app-connect.md §1.5). */
const refuse = (response: ServerResponse, operation: ClientBody['operation'], error: AppointmentError) => {
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(JSON.stringify(failureResult(error, { operation })));
};

const handle: ClientBodiesMiddleware = (request, response, next) => {
  const operation = operationOf(request);
  // Core's routes read fields of the body without asking whether there is one.
  request.body ??= {};
  if (operation === undefined) {
    next();
    return;
  }
  const accepted = accept(operation, request.body);
  if (!(accepted instanceof AppointmentError)) {
    request.body = accepted.coreBody ?? request.body;
    withClientBody(accepted.clientBody, next);
  } else if (isOfClient(request.body)) {
    refuse(response, operation, accepted);
  } else {
    next();
  }
};

/**
 * Goes before `createCoreApp()`, or between `createCoreMiddleware()` and `createCoreRouter()`. A body that core takes
 * means what it did before; one that neither core nor the client knows is left for core to refuse. The headers
 * `Idempotency-Key` and `If-Match` reach our connectors as they do at the bridge.
 */
export const acceptClientBodies = (): ClientBodiesMiddleware => (request, response, next) => {
  if (!concernsUs(request)) {
    next();
    return;
  }
  const proceed = (): void => withRequestTerms(termsOfHeaders(request.headers), next);
  if (request.body !== undefined) {
    handle(request, response, proceed);
    return;
  }
  parseJson(request, response, (error?: unknown) => {
    if (error !== undefined) {
      next(error);
      return;
    }
    // Tells core's parser (body-parser 1) that the body has been read.
    Object.assign(request, { _body: true });
    handle(request, response, proceed);
  });
};
