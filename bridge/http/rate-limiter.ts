/**
 * Lets requests of one limit leave no faster than the vendor takes them: the others wait in a line in which users take
 * turns, and only who would wait past their deadline is turned away.
 */
import type { CallClock } from './call-clock';
import type { Deadline } from './deadline';
import { createFairQueue, type FairQueue } from './fair-queue';
import { createRateGate, type RateLimit, type RateOutcome } from './rate-gate';

export interface Applicant {
  /** Whose turn it is taken for. */
  readonly user: string;
  readonly deadline: Deadline;
  readonly signal?: AbortSignal | undefined;
}

export type Admission =
  /** `leave` gives the place to the next; once. */
  | { readonly kind: 'admitted'; leave(outcome: RateOutcome): void }
  /** The line is too long, or does not end in time. */
  | { readonly kind: 'refused'; readonly retryAfterMs: number | undefined }
  /** The caller is gone. */
  | { readonly kind: 'cancelled' };

export interface RateLimiter {
  admit(applicant: Applicant): Promise<Admission>;
  /** Nobody is in it. */
  readonly isIdle: boolean;
}

export interface RateLimiterOptions {
  readonly limit: RateLimit;
  readonly maxQueued: number;
  readonly clock: Pick<CallClock, 'monotonicMs' | 'after'>;
}

interface Waiter {
  readonly enter: () => void;
}

interface Line {
  readonly queue: FairQueue<Waiter>;
  readonly clock: RateLimiterOptions['clock'];
  enter(): Admission;
  refusal(): Admission;
  /** Lets in who may enter now. */
  serve(): void;
}

const waitInLine = (
  { queue, clock, enter, refusal, serve }: Line,
  { user, deadline, signal }: Applicant,
): Promise<Admission> =>
  new Promise((resolve) => {
    const stopWaiting = (admission: Admission): void => {
      cancelTimer();
      signal?.removeEventListener('abort', onAbort);
      queue.remove(user, waiter);
      resolve(admission);
    };
    const giveUp = (admission: Admission): void => {
      stopWaiting(admission);
      serve();
    };
    const waiter: Waiter = { enter: () => stopWaiting(enter()) };
    const onAbort = (): void => giveUp({ kind: 'cancelled' });
    const cancelTimer = clock.after(deadline.remainingMs(), () => giveUp(refusal()));
    signal?.addEventListener('abort', onAbort);
    queue.push(user, waiter);
    serve();
  });

const refusalWith = (waitMs: number): Admission => ({
  kind: 'refused',
  retryAfterMs: waitMs > 0 ? Math.ceil(waitMs) : undefined,
});

export const createRateLimiter = (options: RateLimiterOptions): RateLimiter => {
  const { maxQueued, clock } = options;
  const gate = createRateGate(options);
  const queue = createFairQueue<Waiter>();
  let cancelWakeUp = (): void => undefined;

  const enter = (): Admission => {
    gate.enter();
    let hasLeft = false;
    return {
      kind: 'admitted',
      leave: (outcome) => {
        if (hasLeft) return;
        hasLeft = true;
        gate.leave(outcome);
        serve();
      },
    };
  };

  const serve = (): void => {
    cancelWakeUp();
    while (queue.size > 0 && gate.isOpen()) queue.shift()?.enter();
    const waitMs = queue.size > 0 ? gate.waitMs(0) : 0;
    // Without a time to wait for, the next one to leave serves the line.
    if (waitMs > 0) cancelWakeUp = clock.after(waitMs, serve);
  };

  const line: Line = { queue, clock, enter, refusal: () => refusalWith(gate.waitMs(0)), serve };

  return {
    admit: async (applicant) => {
      const { user, deadline, signal } = applicant;
      if (signal?.aborted) return { kind: 'cancelled' };
      if (queue.size === 0 && gate.isOpen()) return enter();
      const waitMs = gate.waitMs(queue.aheadOf(user));
      if (queue.size >= maxQueued || waitMs > deadline.remainingMs()) return refusalWith(waitMs);
      return waitInLine(line, applicant);
    },
    get isIdle() {
      return queue.size === 0 && gate.running === 0;
    },
  };
};
