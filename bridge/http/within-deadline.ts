/** Waits for what has to go on whether somebody waits for it or not. */
import { systemClock, type CallClock } from './call-clock';

/**
 * What `work` comes to, if it does so in time.
 * @throws `failure()` when it does not; `work` goes on all the same, and what it throws later is nobody's
 */
export const withinDeadline = <Value>(
  work: Promise<Value>,
  options: {
    readonly remainingMs: number;
    readonly failure: () => Error;
    readonly clock?: Pick<CallClock, 'after'>;
  },
): Promise<Value> => {
  const { remainingMs, failure, clock = systemClock } = options;
  return new Promise((resolve, reject) => {
    const cancel = clock.after(Math.max(0, remainingMs), () => reject(failure()));
    work.then(resolve, reject).finally(cancel);
  });
};
