/** A clock that stands still until a test moves it, and a chance that the test chooses. */
import type { CallClock } from '../../../bridge/http/call-clock';

interface Timer {
  readonly atMs: number;
  readonly act: () => void;
}

export interface FakeCallClock extends CallClock {
  /** Acts on the way, in order, as time passes. */
  advance(durationMs: number): void;
  /** The delay of the next timer that is set from now on. */
  nextDelayMs(): Promise<number>;
  /** Timers that have neither acted nor been taken back. */
  pending(): number;
}

export const createFakeCallClock = (random: () => number = () => 0.5): FakeCallClock => {
  const timers = new Set<Timer>();
  let nowMs = 1_000_000;
  let tellDelay: (delayMs: number) => void = () => undefined;

  const earliestBy = (latestMs: number): Timer | undefined =>
    [...timers].filter(({ atMs }) => atMs <= latestMs).sort((one, other) => one.atMs - other.atMs)[0];

  return {
    monotonicMs: () => nowMs,
    random,
    after: (delayMs, act) => {
      const timer = { atMs: nowMs + delayMs, act };
      timers.add(timer);
      tellDelay(delayMs);
      return () => void timers.delete(timer);
    },
    advance: (durationMs) => {
      const endMs = nowMs + durationMs;
      for (let timer = earliestBy(endMs); timer; timer = earliestBy(endMs)) {
        timers.delete(timer);
        nowMs = Math.max(nowMs, timer.atMs);
        timer.act();
      }
      nowMs = endMs;
    },
    nextDelayMs: () =>
      new Promise((resolve) => {
        tellDelay = resolve;
      }),
    pending: () => timers.size,
  };
};
