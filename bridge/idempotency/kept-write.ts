/** What a store keeps of a write, and who may run it. Pure: the same rule for every store. */
import { randomUUID } from 'node:crypto';
import { LEASE_MS, type Begun, type KeyedRequest } from './idempotency-store';
import type { WriteOutcome } from './write-outcome';

export interface KeptWrite {
  readonly fingerprint: string;
  readonly crmKey: string;
  /** Of the run that it belongs to. */
  readonly owner: string;
  /** 0 when it does not run. */
  readonly runsUntilMs: number;
  readonly outcome?: WriteOutcome | undefined;
  /** A run that is killed cannot say what it did: of one that runs this is true. */
  readonly isOpen: boolean;
  readonly expiresAtMs: number;
}

export interface BegunWrite {
  readonly begun: Begun;
  /** What is to be kept from now on; undefined where nothing changes. */
  readonly next?: KeptWrite;
}

/** @param kept what is kept under the id of the request, also if it has expired */
export const beginWrite = (kept: KeptWrite | undefined, request: KeyedRequest, nowMs: number): BegunWrite => {
  const { id, fingerprint, expiresAtMs } = request;
  const known = kept && kept.expiresAtMs > nowMs ? kept : undefined;
  if (known && known.fingerprint !== fingerprint) return { begun: { state: 'used' } };
  const { crmKey, isOpen } = known ?? { ...request, isOpen: false };
  if (known?.outcome) {
    const claim = { id, fingerprint, crmKey, owner: known.owner };
    return { begun: { state: 'finished', claim, outcome: known.outcome } };
  }
  if (known && known.runsUntilMs > nowMs) return { begun: { state: 'running' } };
  const owner = randomUUID();
  const claim = { id, fingerprint, crmKey, owner };
  return {
    begun: { state: 'begun', claim, isRepeated: known !== undefined, isOpen },
    next: { fingerprint, crmKey, owner, isOpen: true, runsUntilMs: nowMs + LEASE_MS, expiresAtMs },
  };
};
