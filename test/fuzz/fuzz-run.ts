/**
 * How many cases a property gets. `npm test` has a few thousand in all; FUZZ_CASES is the number for CI (20,000 and
 * more). A run is repeated from its seed, not from its last case: what one case leaves in the CRMs, the next one finds.
 */
import { fc } from '../fast-check';

const DEFAULT_CASES = 3_000;
const BASE_TIMEOUT_MS = 30_000;
const TIMEOUT_PER_CASE_MS = 100;

const totalCases = Number(process.env['FUZZ_CASES'] ?? DEFAULT_CASES);

/** @param share of all cases, from 0 to 1 */
export const casesOf = (share: number): number => Math.max(10, Math.round(totalCases * share));

/** For jest, in milliseconds. */
export const timeoutMsOf = (share: number): number => BASE_TIMEOUT_MS + casesOf(share) * TIMEOUT_PER_CASE_MS;

/** Fails with the seed and the smallest case that fast-check found. */
export const holds = async <Case>(
  share: number,
  cases: fc.Arbitrary<Case>,
  check: (one: Case) => Promise<void>,
): Promise<void> => {
  await fc.assert(fc.asyncProperty(cases, check), { numRuns: casesOf(share) });
};
