/** Counts requests by what they asked for and how it ended. */
import type { RequestHandler, Response } from 'express';
import type { OperationName, Platform } from '../../src/contract/operations';
import type { ConnectorResult } from '../connectors/connector';
import type { Metrics } from '../metrics';
import { routePattern } from './route-pattern';

interface Outcome {
  readonly operation: OperationName;
  readonly platform: Platform | undefined;
  readonly outcome: string;
}

/** By response, and gone with it. */
const outcomes = new WeakMap<Response, Outcome>();

/** Says, for the figures, what the answer is about. */
export const noteOutcome = (
  response: Response,
  operation: OperationName,
  platform: Platform | undefined,
  result: ConnectorResult,
): void => {
  outcomes.set(response, { operation, platform, outcome: result.successful ? 'ok' : result.errorCode });
};

export const createRequestMetrics =
  (metrics: Pick<Metrics, 'countRequest'>): RequestHandler =>
  (request, response, next) => {
    const startedAtMs = performance.now();
    response.on('finish', () => {
      const { statusCode } = response;
      metrics.countRequest({
        method: request.method,
        route: routePattern(request),
        outcome: statusCode < 400 ? 'ok' : `http_${statusCode}`,
        ...outcomes.get(response),
        durationMs: performance.now() - startedAtMs,
      });
    });
    next();
  };
