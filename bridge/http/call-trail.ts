/** The calls to vendors that one incoming request leads to, kept for whoever began it, without handing it through. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { OnVendorCall, VendorCall } from './vendor-call';

/** A trail is sent in a header, and proxies take about 4 KB of them all. */
const MAX_CALLS = 25;

export interface CallTrail {
  /** The first ones, in the order in which they ended. */
  readonly calls: readonly VendorCall[];
  /** Those that came after. */
  readonly further: { readonly count: number; readonly durationMs: number };
}

interface Trail extends CallTrail {
  readonly calls: VendorCall[];
  further: CallTrail['further'];
}

const trails = new AsyncLocalStorage<Trail>();

/** Adds to the trail of the request that is being answered; does nothing where none is kept. */
export const keepOnTrail: OnVendorCall = (call) => {
  const trail = trails.getStore();
  if (!trail) return;
  if (trail.calls.length < MAX_CALLS) {
    trail.calls.push(call);
  } else {
    const { count, durationMs } = trail.further;
    trail.further = { count: count + 1, durationMs: durationMs + call.durationMs };
  }
};

/** Runs `act` with a trail that grows with every call that `act`, or what it begins, makes. */
export const withCallTrail = <Result>(act: (trail: CallTrail) => Result): Result => {
  const trail: Trail = { calls: [], further: { count: 0, durationMs: 0 } };
  return trails.run(trail, () => act(trail));
};
