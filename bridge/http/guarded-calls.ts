/** Sends requests by the policy: in turn, not to a host that does not answer, and again where that is safe. */
import type { AppointmentError } from '../../src/contract/failure';
import { systemClock, type CallClock } from './call-clock';
import type { CallPolicy } from './call-policy';
import { createCircuitBreaker, type CircuitBreaker, type HostVerdict } from './circuit-breaker';
import { credentialKeyOf } from './credential-key';
import { createDeadline, type Deadline } from './deadline';
import type { Answered, Exchanged } from './exchange';
import { createKeyedPool } from './keyed-pool';
import type { RateLimit, RateOutcome } from './rate-gate';
import { readRateHeaders } from './rate-headers';
import { createRateLimiter, type RateLimiter } from './rate-limiter';
import { isSafeToRepeat, waitBeforeRetryMs } from './retry-policy';
import { sleep } from './sleep';
import {
  failureOfAbsentCaller,
  failureOfDeadline,
  failureOfOpenCircuit,
  failureOfQueue,
} from './unsent-failure';
import type { VendorRequest } from './vendor-request';

/** The limit that a vendor sets, and who shares it. */
export interface VendorLimit extends RateLimit {
  /** Requests with the same text share one limit; those without one do with the same credential, which is the default. */
  readonly sharedBy?: (request: VendorRequest) => string | undefined;
}

/** What one try of a request came to. */
export type Attempt =
  | { readonly exchanged: Answered; readonly failure?: undefined }
  | {
      /** Undefined where the request was given up before anything was sent. */
      readonly exchanged?: Exchanged;
      readonly failure: AppointmentError;
    };

export type TryOnce = (request: VendorRequest) => Promise<Attempt>;

export interface GuardedCallsOptions {
  readonly vendor: string;
  readonly policy: CallPolicy;
  readonly limit: VendorLimit;
  /** Epoch milliseconds: headers name times of the day. */
  readonly nowMs: () => number;
  readonly tryOnce: TryOnce;
}

type DatedRequest = VendorRequest & { readonly deadline: Deadline };

/** Of a request whose caller names no deadline. */
const DEFAULT_DEADLINE_MS = 25_000;
/** A limiter or a breaker is a few hundred bytes; callers choose the credentials and accounts that they are kept for. */
const MAX_KEPT = 1000;

const verdictOf = ({ exchanged, failure }: Partial<Attempt>): HostVerdict => {
  if (!exchanged) return 'unknown';
  if (exchanged.reply) return failure && exchanged.reply.status >= 500 ? 'failing' : 'alive';
  if (exchanged.errorCode === 'RESPONSE_TOO_LARGE') return 'alive';
  return /^(ERR_CANCELED|DEADLINE_PASSED)$/.test(exchanged.errorCode) ? 'unknown' : 'failing';
};

const rateOutcomeOf = ({ exchanged, failure }: Partial<Attempt>, nowMs: number): RateOutcome => {
  if (!exchanged?.reply) return {};
  return {
    reading: readRateHeaders(exchanged.reply, nowMs),
    isRefused: failure?.code === 'rate_limited',
    retryAfterMs: failure?.details.retryAfterMs,
  };
};

/** The limiter of a request's limit and the breaker of its host. */
const createGuards = ({ policy, limit }: GuardedCallsOptions, clock: CallClock) => {
  const isIdle = (guard: RateLimiter | CircuitBreaker): boolean => guard.isIdle;
  const limiters = createKeyedPool({
    maxEntries: MAX_KEPT,
    create: () => createRateLimiter({ limit, maxQueued: policy.maxQueued, clock }),
    isIdle,
  });
  const breakers = createKeyedPool({
    maxEntries: MAX_KEPT,
    create: () => createCircuitBreaker({ ...policy.circuit, clock }),
    isIdle,
  });
  return {
    /** @param user key of the request's credential */
    limiterOf: (request: VendorRequest, user: string) => limiters.get(limit.sharedBy?.(request) ?? user),
    breakerOf: ({ baseUrl }: VendorRequest) => breakers.get(new URL(baseUrl).host),
  };
};

/** One try, once it is this request's turn. */
const createTryInTurn = (options: GuardedCallsOptions, clock: CallClock) => {
  const { vendor, nowMs, tryOnce } = options;
  const { limiterOf, breakerOf } = createGuards(options, clock);

  const tryAtHost = async (request: DatedRequest, breaker: CircuitBreaker): Promise<Attempt> => {
    const openForMs = breaker.openForMs();
    if (openForMs > 0) return { failure: failureOfOpenCircuit(vendor, openForMs) };
    const settle = breaker.enter();
    let attempt: Attempt | undefined;
    try {
      attempt = await tryOnce(request);
      return attempt;
    } finally {
      settle(verdictOf(attempt ?? {}));
    }
  };

  return async (request: DatedRequest): Promise<Attempt> => {
    const { deadline, signal } = request;
    const breaker = breakerOf(request);
    // Asked before and after the wait: nobody is to wait in a line for a host that is left alone.
    const openForMs = breaker.openForMs();
    if (openForMs > 0) return { failure: failureOfOpenCircuit(vendor, openForMs) };
    if (deadline.remainingMs() <= 0) return { failure: failureOfDeadline(vendor) };
    const user = credentialKeyOf(request);
    const admission = await limiterOf(request, user).admit({ user, deadline, signal });
    if (admission.kind === 'cancelled') return { failure: failureOfAbsentCaller(vendor) };
    if (admission.kind === 'refused') return { failure: failureOfQueue(vendor, admission.retryAfterMs) };
    let attempt: Attempt | undefined;
    try {
      attempt = await tryAtHost(request, breaker);
      return attempt;
    } finally {
      admission.leave(rateOutcomeOf(attempt ?? {}, nowMs()));
    }
  };
};

/** The attempt that counts: the last one, or an earlier one of which nobody knows whether it changed the CRM. */
export const createGuardedCalls = (options: GuardedCallsOptions): TryOnce => {
  const { maxTries, clock = systemClock } = options.policy;
  const tryInTurn = createTryInTurn(options, clock);

  return async (given) => {
    const deadline = given.deadline ?? createDeadline({ afterMs: DEFAULT_DEADLINE_MS, clock });
    const request = { ...given, deadline };
    let unknown: Attempt | undefined;
    for (let tries = 1; ; tries++) {
      const attempt = await tryInTurn(request);
      const { failure, exchanged } = attempt;
      if (!failure) return attempt;
      // What a later try came to does not tell whether this one was done.
      if (failure.code === 'ambiguous_write') unknown = attempt;
      const waitMs = isSafeToRepeat({ failure, exchanged }, request)
        ? waitBeforeRetryMs({
            tries,
            maxTries,
            retryAfterMs: failure.details.retryAfterMs,
            remainingMs: deadline.remainingMs(),
            random: clock.random,
          })
        : undefined;
      if (waitMs === undefined) return unknown ?? attempt;
      await sleep(clock, waitMs, request.signal);
      if (request.signal?.aborted) return unknown ?? attempt;
    }
  };
};
