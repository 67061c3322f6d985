/** The API v4: version header, bodies, routes, and errors in Clio's shape. */
import express, { type ErrorRequestHandler, type Request, type Router } from 'express';

import { isJsonObject } from '../../core/json-value';
import { addCalendarRoutes } from '../calendars/calendar-endpoint';
import { ClioError, clioErrorBody, invalidArgument, notFound } from '../clio-error';
import { addContactRoutes } from '../contacts/contact-endpoint';
import { addCalendarEntryRoutes } from '../entries/calendar-entry-endpoint';
import { addUserRoutes } from '../users/user-endpoint';
import type { ApiOptions } from './api-call';
import { apiVersion } from './api-version';

/** What a refused write sent; its error may repeat it. */
function refusedData(request: Request, status: number): unknown {
  const isRefusedWrite = request.method !== 'GET' && (status === 400 || status === 422);
  const body: unknown = request.body;
  return isRefusedWrite && isJsonObject(body) ? body['data'] : undefined;
}

function toClioError(error: unknown): ClioError {
  if (error instanceof ClioError) return error;
  if (error instanceof SyntaxError) return invalidArgument('the body is not JSON.');
  return new ClioError(500, error instanceof Error ? error.message : String(error));
}

export function createApiEndpoint(options: ApiOptions): Router {
  const router = express.Router();
  router.use('/api/v4', apiVersion, express.json());
  addUserRoutes(router, options);
  addCalendarRoutes(router, options);
  addCalendarEntryRoutes(router, options);
  addContactRoutes(router, options);
  router.use('/api/v4', () => {
    throw notFound();
  });
  const answerErrors: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const clioError = toClioError(error);
    const refused = refusedData(request, clioError.status);
    response.status(clioError.status).json(clioErrorBody(clioError, options.switches(), refused));
  };
  router.use('/api/v4', answerErrors);
  return router;
}
