/** One line for each answer: method, route, status and duration. Never the address itself: it holds ids and tokens. */
import type { RequestHandler } from 'express';
import { routePattern } from './route-pattern';

export interface RequestLog {
  info(ids: object, title: string): void;
}

/** @param log may be one that looks for nothing to take out: a line is made of words of the code and numbers */
export const createRequestLog =
  (log: RequestLog): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      log.info(
        {
          method: request.method,
          route: routePattern(request),
          status: response.statusCode,
          durationMs: Math.round(performance.now() - startedAt),
        },
        'request answered',
      );
    });
    next();
  };
