/** `X-API-VERSION`: the minor version a client asks for, echoed in the reply (API docs, section Minor Versions). */
import type { RequestHandler } from 'express';

import { ClioError } from '../clio-error';

/** The version the copied OpenAPI describes; versions before it are served as if they were it. */
const latestPatch = 9;

export const apiVersion: RequestHandler = (request, response, next) => {
  const asked = request.get('x-api-version');
  const patch =
    asked === undefined ? latestPatch : Number(/^4\.0\.(\d{1,3})$/.exec(asked)?.[1] ?? Number.NaN);
  if (!(patch <= latestPatch)) throw new ClioError(410, `API version ${asked ?? ''} is not supported.`);
  response.setHeader('X-API-VERSION', `4.0.${patch}`);
  next();
};
