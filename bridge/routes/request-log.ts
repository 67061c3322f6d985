/** One line for each answer: method, route, status and duration. Never the address itself: it holds ids and tokens. */
import type { RequestHandler } from 'express';
import { routePattern } from './route-pattern';

export interface RequestLog {
  info(ids: object, title: string): void;
}

export interface RequestLogOptions {
  readonly log: RequestLog;
  /** May be one that looks for nothing to take out: a line is made of words of the code and numbers. Default: `log`. */
  readonly requestLog?: RequestLog;
}

export const createRequestLog =
  ({ log, requestLog = log }: RequestLogOptions): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      requestLog.info(
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
