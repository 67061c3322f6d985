/** Which faults a CRM shows in a chaos run, drawn from the seed: the n-th request of a CRM always draws the same. */
import type { FaultRule } from '../../sandbox/core/fault-rule';
import { createSeededRandom } from '../../sandbox/core/seeded-random';

export interface PlannedFault {
  /** As the report counts it. */
  readonly name: string;
  readonly rule: FaultRule;
}

/** How slow `slow` is, in milliseconds: long enough to reorder answers, short against every limit of the bridge. */
const SLOW_MS = 700;

/** After these a CRM is left alone for a second by all of its users: they come less often, or a run would be waiting. */
const refusals = [
  { name: '429', rule: { fault: '429' } },
  { name: '429 with Retry-After', rule: { fault: '429', retryAfterSeconds: 1 } },
  { name: 'limit in the CRM’s own words', rule: { fault: 'limitExceeded' } },
] as const satisfies readonly PlannedFault[];

const failures = [
  { name: '500', rule: { fault: '500' } },
  { name: '502 HTML', rule: { fault: '502' } },
  { name: '503', rule: { fault: '503' } },
  { name: 'reset', rule: { fault: 'drop' } },
  { name: 'slow', rule: { fault: 'slow', delayMs: SLOW_MS } },
  { name: 'timeout after commit', rule: { fault: 'timeoutAfterCommit' } },
  { name: 'truncated JSON', rule: { fault: 'truncatedJson' } },
  { name: 'empty body', rule: { fault: 'emptyBody' } },
  { name: '200 with an error body', rule: { fault: 'okWithErrorBody' } },
  { name: 'token expiry', rule: { fault: 'expireToken' } },
] as const satisfies readonly PlannedFault[];

const FAILURES_PER_REFUSAL = 3;

/** For a CRM whose own words for its limit would end a run: they keep its user out for the rest of a minute. */
export const shortRefusal: PlannedFault = refusals[1];
const faultsByShare: readonly [PlannedFault, ...PlannedFault[]] = [
  refusals[0],
  refusals[1],
  refusals[2],
  ...Array.from({ length: FAILURES_PER_REFUSAL }, () => failures).flat(),
];

export const faultNames: readonly string[] = [...refusals, ...failures].map(({ name }) => name);

/** @param share of the requests that go wrong, 0 to 1 */
export const createPlannedFaults = (seed: number, share: number): (() => PlannedFault | undefined) => {
  const random = createSeededRandom(seed);
  return () => {
    // Both are drawn every time, so that another share keeps the order of the kinds.
    const goesWrong = random.chance(share);
    const fault: PlannedFault = random.pick(faultsByShare);
    return goesWrong ? fault : undefined;
  };
};
