/** The limit of calls per minute (kb.bullhorn.com, API usage limits: 1,500). */
import type { RequestHandler, Response } from 'express';

import { rateLimitedBody } from './bullhorn-error';
import type { BullhornSwitches } from './switches';

export interface RateLimit {
  readonly middleware: RequestHandler;
  /** Starts a new minute. */
  clear(): void;
}

const windowMs = 60_000;
const prefixes = { ratelimit: 'ratelimit', 'x-ratelimit': 'X-RateLimit' } as const;

export function createRateLimit(options: {
  readonly clock: { nowMs(): number };
  readonly callsPerMinute: number;
  readonly switches: () => BullhornSwitches;
}): RateLimit {
  const { clock, callsPerMinute, switches } = options;
  let windowStartMs = Number.NEGATIVE_INFINITY;
  let calls = 0;

  function setHeaders(response: Response, resetSeconds: number): void {
    const { rateLimitHeaders } = switches();
    if (rateLimitHeaders === 'none') return;
    const prefix = prefixes[rateLimitHeaders];
    response.setHeader(`${prefix}-limit`, String(callsPerMinute));
    response.setHeader(`${prefix}-remaining`, String(Math.max(0, callsPerMinute - calls)));
    response.setHeader(`${prefix}-reset`, String(resetSeconds));
  }

  return {
    middleware(_request, response, next) {
      const nowMs = clock.nowMs();
      if (nowMs - windowStartMs >= windowMs || nowMs < windowStartMs) {
        windowStartMs = nowMs;
        calls = 0;
      }
      calls += 1;
      setHeaders(response, Math.ceil((windowStartMs + windowMs - nowMs) / 1000));
      if (calls <= callsPerMinute) return next();
      if (switches().retryAfterHeader) response.setHeader('Retry-After', '1');
      response.status(429).json(rateLimitedBody);
    },
    clear() {
      windowStartMs = Number.NEGATIVE_INFINITY;
    },
  };
}
