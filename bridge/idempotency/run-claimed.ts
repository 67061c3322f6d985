/** Runs a write that was claimed in the store: keeps the claim while it runs, and has the store remember what became of it. */
import type { SavedAppointment } from '../adapters/calendar-adapter';
import { LEASE_MS, type IdempotencyStore, type WriteClaim, type WriteEnd } from './idempotency-store';

/** Undefined: nothing is to be remembered. */
type Remembered = WriteEnd | undefined;

export interface ClaimedWrite {
  readonly claim: WriteClaim;
  act(): Promise<SavedAppointment>;
  afterSuccess(saved: SavedAppointment): Remembered;
  afterFailure(error: unknown): Remembered;
}

export interface ClaimedRunnerOptions {
  readonly store: IdempotencyStore;
  readonly log: { warn(ids: object, title: string): void };
}

export type RunClaimed = (write: ClaimedWrite) => Promise<SavedAppointment>;

export const createClaimedRunner = ({ store, log }: ClaimedRunnerOptions): RunClaimed => {
  /** Never a reason to take back an answer: without it, the claim ends by itself and a retry looks in the CRM. */
  const remember = async (claim: WriteClaim, remembered: Remembered): Promise<void> => {
    try {
      await (remembered ? store.end(claim, remembered) : store.forget(claim));
    } catch {
      log.warn({}, 'outcome of a write could not be remembered');
    }
  };

  return async ({ claim, act, afterSuccess, afterFailure }) => {
    const renewal = setInterval(() => {
      store.renew(claim).catch(() => log.warn({}, 'claim of a write could not be renewed'));
    }, LEASE_MS / 3);
    renewal.unref();
    try {
      const saved = await act();
      await remember(claim, afterSuccess(saved));
      return saved;
    } catch (error) {
      await remember(claim, afterFailure(error));
      throw error;
    } finally {
      clearInterval(renewal);
    }
  };
};
