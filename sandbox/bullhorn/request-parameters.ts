/** Reads the query of a URL: every parameter is a string, and of a name that is there twice the first counts. */
import type { Request } from 'express';

export function queryParameters(request: Request): URLSearchParams {
  const [, ...query] = request.originalUrl.split('?');
  return new URLSearchParams(query.join('?'));
}
