/** Time and chance as the policy of calls needs them; a test brings its own. */

export interface CallClock {
  /** Milliseconds since some moment; unlike the time of day it never jumps. */
  monotonicMs(): number;
  /** Acts once, later. What it returns takes that back. */
  after(delayMs: number, act: () => void): () => void;
  /** From 0 to less than 1. */
  random(): number;
}

export const systemClock: CallClock = {
  monotonicMs: () => performance.now(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
