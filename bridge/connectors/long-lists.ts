/**
 * Lets a few long lists be read and answered at a time, whoever asks for them: what is read of a list, what is made of it
 * and what is sent are in memory together, and fifty at once would be more than a small machine has.
 */
import { AppointmentError } from '../../src/contract/failure';
import { adjustHeapGrowth } from '../heap-growth';
import { systemClock } from '../http/call-clock';
import type { Deadline } from '../http/deadline';
import type { LongListTurn } from '../http/long-list';
import { createRateLimiter, type RateLimiterOptions } from '../http/rate-limiter';

/** One is read from the CRM while another is put together: there is one thread for that. */
const DEFAULT_MOST_AT_A_TIME = 2;
const MAX_WAITING = 200;

export interface GivenTurn extends LongListTurn {
  /** Once the answer is out, or will never be. */
  giveBack(): void;
}

export interface LongListCaller {
  readonly deadline: Deadline;
  readonly signal?: AbortSignal | undefined;
}

export interface LongLists {
  /** For one request, which may never need it. */
  turnFor(caller: LongListCaller): GivenTurn;
}

export const createLongLists = (
  options: { readonly mostAtATime?: number; readonly clock?: RateLimiterOptions['clock'] } = {},
): LongLists => {
  const { mostAtATime = DEFAULT_MOST_AT_A_TIME, clock = systemClock } = options;
  const limiter = createRateLimiter({
    limit: { concurrentRequests: mostAtATime },
    maxQueued: MAX_WAITING,
    clock,
  });

  let taken = 0;
  return {
    turnFor: ({ deadline, signal }) => {
      let leave: (() => void) | undefined;
      let hasEnded = false;
      const enter = async (): Promise<void> => {
        const admission = await limiter.admit({ user: '', deadline, signal });
        if (admission.kind !== 'admitted') {
          throw new AppointmentError(
            'upstream_unavailable',
            'The bridge is busy with other long lists at the moment. Try again in a minute, or ask for fewer days.',
          );
        }
        taken += 1;
        adjustHeapGrowth();
        leave = () => {
          taken -= 1;
          admission.leave({});
        };
        if (hasEnded) giveBack();
      };
      const giveBack = (): void => {
        hasEnded = true;
        leave?.();
        leave = undefined;
      };
      let entering: Promise<void> | undefined;
      return {
        isFree: () => entering !== undefined || taken < mostAtATime,
        take: () => (entering ??= enter()),
        giveBack,
      };
    },
  };
};
