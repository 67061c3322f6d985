/** Counts requests per access token in windows of 60 seconds (docs.developers.clio.com/api-docs/rate-limits). */
import type { RequestHandler, Response } from 'express';

import { bearerToken } from '../../core/bearer-token';
import { clioErrorBody } from '../clio-error';
import type { ClioSwitches } from '../switches';

const windowMs = 60_000;

export interface RateLimit {
  /** Puts the X-RateLimit headers on every response and answers 429 when a window is used up. */
  readonly middleware: RequestHandler;
  /** Makes the headers say what they say on a 429, for a planned fault. */
  markExceeded(response: Response): void;
  clear(): void;
}

interface Window {
  readonly endsAtMs: number;
  requests: number;
}

export function createRateLimit(options: {
  readonly clock: { nowMs(): number };
  readonly switches: () => ClioSwitches;
}): RateLimit {
  const { clock, switches } = options;
  const windows = new Map<string, Window>();

  function windowOf(token: string): Window {
    const known = windows.get(token);
    const nowMs = clock.nowMs();
    // A test can also set the clock back, and then the end of an old window is not the end of this one.
    if (known !== undefined && nowMs < known.endsAtMs && known.endsAtMs - nowMs <= windowMs) return known;
    const opened = { endsAtMs: nowMs + windowMs, requests: 0 };
    windows.set(token, opened);
    return opened;
  }

  function setRetryAfter(response: Response, endsAtMs: number): void {
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil((endsAtMs - clock.nowMs()) / 1000))));
  }

  return {
    middleware(request, response, next) {
      const limit = switches().requestsPerMinute;
      const window = windowOf(bearerToken(request.headers.authorization) ?? '');
      window.requests += 1;
      response.setHeader('X-RateLimit-Limit', String(limit));
      response.setHeader('X-RateLimit-Remaining', String(Math.max(0, limit - window.requests)));
      // Seconds since the epoch, not until the end.
      response.setHeader('X-RateLimit-Reset', String(Math.ceil(window.endsAtMs / 1000)));
      if (window.requests <= limit) return next();
      setRetryAfter(response, window.endsAtMs);
      response.status(429).json(clioErrorBody({ status: 429, message: 'Rate limit exceeded.' }, switches()));
    },
    markExceeded(response) {
      response.setHeader('X-RateLimit-Remaining', '0');
      const reset = Number(response.getHeader('X-RateLimit-Reset'));
      setRetryAfter(response, reset * 1000);
    },
    clear: () => windows.clear(),
  };
}
