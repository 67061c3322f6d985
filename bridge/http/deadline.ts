/** Until when somebody waits for an answer: one for all the calls that an operation makes. */
import { systemClock, type CallClock } from './call-clock';

export interface Deadline {
  /** Milliseconds; zero or less once it has passed. */
  remainingMs(): number;
}

export const createDeadline = (options: {
  readonly afterMs: number;
  readonly clock?: Pick<CallClock, 'monotonicMs'>;
}): Deadline => {
  const { afterMs, clock = systemClock } = options;
  const endsAtMs = clock.monotonicMs() + afterMs;
  return { remainingMs: () => endsAtMs - clock.monotonicMs() };
};
