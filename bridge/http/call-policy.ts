/** How calls to vendors are spaced, repeated and given up. Without a policy a request is sent once, at once. */
import type { CallClock } from './call-clock';

export interface CallPolicy {
  /** Times that one request is sent at most. */
  readonly maxTries: number;
  /** Requests that wait for one limit at most. */
  readonly maxQueued: number;
  /** For each host. */
  readonly circuit: {
    /** Failures in a row, within `withinMs`, after which the host is not asked for `openMs`. */
    readonly failures: number;
    readonly withinMs: number;
    readonly openMs: number;
  };
  readonly clock?: CallClock;
}

/** The failures are those of six requests and more, so that one that always fails does not stop all others. */
export const defaultCallPolicy: CallPolicy = {
  maxTries: 3,
  maxQueued: 200,
  circuit: { failures: 20, withinMs: 30_000, openMs: 5_000 },
};
