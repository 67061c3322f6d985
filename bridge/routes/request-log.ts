/** One line for each answer: method, route, status and duration. Never the address itself: it holds ids and tokens. */
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';

const routeSchema = z.object({ path: z.string() });

/** The pattern that matched, like `/appointments/:appointmentId`. */
const patternOf = (request: Request): string =>
  routeSchema.safeParse(request.route).data?.path ?? 'unmatched';

export const createRequestLog =
  (log: { info(ids: object, title: string): void }): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      log.info(
        {
          method: request.method,
          route: patternOf(request),
          status: response.statusCode,
          durationMs: Math.round(performance.now() - startedAt),
        },
        'request answered',
      );
    });
    next();
  };
