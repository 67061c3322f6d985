/** The vendor's limit as it is known, and how much of it is in use: whether the next request may leave. */
import type { CallClock } from './call-clock';
import type { RateReading } from './rate-headers';
import { createRateWindow } from './rate-window';

/** What a limit is taken for until the vendor's own headers say otherwise. */
export interface RateLimit {
  readonly requestsPerMinute?: number;
  /** At a time. */
  readonly concurrentRequests?: number;
  /** The vendor names its limit with every answer: an answer that names none comes from where there is none. */
  readonly isAnnounced?: boolean;
}

/** What an answer said about the limit. */
export interface RateOutcome {
  readonly reading?: RateReading;
  /** The vendor refused the request for its limit. */
  readonly isRefused?: boolean;
  readonly retryAfterMs?: number | undefined;
}

export interface RateGateOptions {
  readonly limit: RateLimit;
  readonly clock: Pick<CallClock, 'monotonicMs'>;
}

export interface RateGate {
  readonly running: number;
  isOpen(): boolean;
  /** Until a request with so many before it may leave, by what is known; how long others take with theirs is not. */
  waitMs(ahead: number): number;
  enter(): void;
  leave(outcome: RateOutcome): void;
}

/** After a refusal that names no time. Bullhorn: "Wait 1 second then retry request" (rest-api-docs, Errors). */
const PAUSE_MS = 1000;
/** However long the vendor asks for, it is asked again after this. */
const MAX_PAUSE_MS = 300_000;
/** So many requests without a refusal make room for one more at a time. */
const SUCCESSES_PER_STEP = 20;

/**
 * NetSuite has no headers for its concurrency, and other programs of the account share it (section_1504769959): one
 * less at a time after a refusal, one more after a while without, never above what it started from.
 */
const createConcurrency = (most: number) => {
  let allowed = most;
  let successes = 0;
  return {
    allowed: () => allowed,
    reduce: () => {
      allowed = Math.max(1, allowed - 1);
      successes = 0;
    },
    recover: () => {
      successes += 1;
      if (successes < SUCCESSES_PER_STEP) return;
      allowed = Math.min(most, allowed + 1);
      successes = 0;
    },
  };
};

const namesLimit = ({ limit, remaining }: RateReading): boolean =>
  limit !== undefined || remaining !== undefined;

export const createRateGate = ({ limit, clock }: RateGateOptions): RateGate => {
  const window = createRateWindow({ requestsPerMinute: limit.requestsPerMinute });
  const concurrency = createConcurrency(limit.concurrentRequests ?? Infinity);
  let running = 0;
  let closedUntilMs = -Infinity;

  const refused = (retryAfterMs: number | undefined): void => {
    if (retryAfterMs === undefined && limit.concurrentRequests !== undefined) {
      concurrency.reduce();
      return;
    }
    const pauseMs = Math.min(retryAfterMs ?? PAUSE_MS, MAX_PAUSE_MS);
    closedUntilMs = Math.max(closedUntilMs, clock.monotonicMs() + pauseMs);
  };

  return {
    get running() {
      return running;
    },
    isOpen: () => {
      const nowMs = clock.monotonicMs();
      return running < concurrency.allowed() && nowMs >= closedUntilMs && window.left(nowMs) >= 1;
    },
    waitMs: (ahead) => {
      const nowMs = clock.monotonicMs();
      return Math.max(window.waitMs(ahead, nowMs), closedUntilMs - nowMs, 0);
    },
    enter: () => {
      running += 1;
      window.take(clock.monotonicMs());
    },
    leave: ({ reading, isRefused = false, retryAfterMs }) => {
      running -= 1;
      window.learn(reading ?? {}, running, clock.monotonicMs());
      if (limit.isAnnounced && reading && !isRefused && !namesLimit(reading)) window.lift();
      if (isRefused) refused(retryAfterMs);
      else concurrency.recover();
    },
  };
};
