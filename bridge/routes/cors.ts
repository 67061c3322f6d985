/** Lets the App Connect client, a page of another origin, call the bridge. It carries no cookies, so any origin may. */
import type { RequestHandler } from 'express';
import { CONSOLE_HEADER } from './console-header';

const METHODS = 'GET, POST, PATCH, PUT, DELETE';
const CLIENT_HEADERS =
  'authorization, content-type, rc-extension-id, rc-account-id, developer-author-name, is-debug, idempotency-key, if-match';
const EXPOSED = 'x-refreshed-jwt-token, retry-after, etag';
const DAY_SECONDS = '86400';

/** A list of header names and nothing that could end the header. */
const HEADER_LIST = /^[\w-]+(\s*,\s*[\w-]+)*$/;

/** Whatever a page asks for, but for the header that lets the console's cookies count: that is for our own page. */
const allowedHeaders = (asked: string): string => {
  if (!HEADER_LIST.test(asked)) return CLIENT_HEADERS;
  const names = asked.split(',').map((name) => name.trim());
  return [CLIENT_HEADERS, ...names.filter((name) => name.toLowerCase() !== CONSOLE_HEADER)].join(', ');
};

export const cors: RequestHandler = (request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED });
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  const asked = request.get('access-control-request-headers') ?? '';
  response
    .set({
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': allowedHeaders(asked),
      'Access-Control-Max-Age': DAY_SECONDS,
      Vary: 'Access-Control-Request-Headers',
    })
    .status(204)
    .end();
};
