/** What every store of remembered writes must do, wherever it keeps them. */
import {
  LEASE_MS,
  type Begun,
  type IdempotencyStore,
  type KeyedRequest,
  type WriteClaim,
} from '../../../bridge/idempotency/idempotency-store';
import type { WriteOutcome } from '../../../bridge/idempotency/write-outcome';

const START_MS = Date.UTC(2026, 6, 20);
const HOUR_MS = 3_600_000;

export interface StoreClock {
  nowMs(): number;
  advance(durationMs: number): void;
}

export const createStoreClock = (): StoreClock => {
  let nowMs = START_MS;
  return {
    nowMs: () => nowMs,
    advance: (durationMs) => {
      nowMs += durationMs;
    },
  };
};

const request: KeyedRequest = {
  id: 'key of the user',
  fingerprint: 'create a meeting',
  crmKey: 'crm-key-1',
  expiresAtMs: START_MS + HOUR_MS,
};

const done: WriteOutcome = {
  successful: true,
  appointmentId: '77',
  startTimeUtc: '2026-07-20T22:00:00.000Z',
  endTimeUtc: '2026-07-20T23:00:00.000Z',
  timeZone: 'America/Los_Angeles',
  isAllDay: false,
};

const refused: WriteOutcome = {
  successful: false,
  code: 'invalid_request',
  message: 'Check it.',
  issues: [{ path: 'title', message: 'is too long' }],
};

const claimOf = (begun: Begun): WriteClaim => {
  if (begun.state === 'begun') return begun.claim;
  throw new Error(`It did not begin: ${begun.state}`);
};

export const describeStore = (
  open: () => { readonly store: IdempotencyStore; readonly clock: StoreClock },
): void => {
  const end = (outcome?: WriteOutcome, isOpen = false) => ({
    outcome,
    isOpen,
    expiresAtMs: START_MS + HOUR_MS,
  });

  it('lets the first in, and nobody else until it has ended', async () => {
    const { store } = open();
    const first = await store.begin(request);
    expect(first).toMatchObject({
      ...{ state: 'begun', isRepeated: false, isOpen: false },
      claim: { crmKey: 'crm-key-1' },
    });
    expect(await store.begin(request)).toEqual({ state: 'running' });
  });

  it('lets exactly one of many in that come at once', async () => {
    const { store } = open();
    const states = (await Promise.all(Array.from({ length: 20 }, () => store.begin(request)))).map(
      ({ state }) => state,
    );
    expect(states.filter((state) => state === 'begun')).toHaveLength(1);
    expect(states.filter((state) => state === 'running')).toHaveLength(19);
  });

  it.each([done, refused])('gives back what became of it: %j', async (outcome) => {
    const { store } = open();
    await store.end(claimOf(await store.begin(request)), end(outcome));
    expect(await store.begin(request)).toMatchObject({ state: 'finished', outcome });
  });

  it('knows another request by the same key, running or ended', async () => {
    const { store } = open();
    const other = { ...request, fingerprint: 'create another' };
    const claim = claimOf(await store.begin(request));
    expect(await store.begin(other)).toEqual({ state: 'used' });
    await store.end(claim, end());
    expect(await store.begin(other)).toEqual({ state: 'used' });
    await store.end(claimOf(await store.begin(request)), end(done));
    expect(await store.begin(other)).toEqual({ state: 'used' });
  });

  it('lets the same request in again when nothing came of it, under the key the CRM knows', async () => {
    const { store } = open();
    await store.end(claimOf(await store.begin(request)), end());
    expect(await store.begin({ ...request, crmKey: 'crm-key-2' })).toMatchObject({
      state: 'begun',
      isRepeated: true,
      claim: { crmKey: 'crm-key-1' },
    });
  });

  it.each([true, false])('keeps whether it is open what the last run did: %s', async (isOpen) => {
    const { store } = open();
    await store.end(claimOf(await store.begin(request)), end(undefined, isOpen));
    expect(await store.begin(request)).toMatchObject({ state: 'begun', isOpen });
  });

  it('lets a run be taken over that does not say any more that it lives, and then not listen to it', async () => {
    const { store, clock } = open();
    const killed = claimOf(await store.begin(request));
    clock.advance(LEASE_MS - 1);
    await store.renew(killed);
    clock.advance(LEASE_MS - 1);
    expect(await store.begin(request)).toEqual({ state: 'running' });
    clock.advance(1);
    expect(await store.begin(request)).toMatchObject({ state: 'begun', isRepeated: true, isOpen: true });
    await store.renew(killed);
    await store.forget(killed);
    await store.end(killed, end(done));
    expect(await store.begin(request)).toEqual({ state: 'running' });
  });

  it('forgets what it is told to, and what has expired', async () => {
    const { store, clock } = open();
    await store.forget(claimOf(await store.begin(request)));
    const anew = await store.begin({ ...request, fingerprint: 'another', crmKey: 'crm-key-2' });
    expect(anew).toMatchObject({ state: 'begun', isRepeated: false, claim: { crmKey: 'crm-key-2' } });
    await store.end(claimOf(anew), end(done));
    clock.advance(HOUR_MS);
    expect(await store.begin({ ...request, expiresAtMs: START_MS + 2 * HOUR_MS })).toMatchObject({
      state: 'begun',
      isRepeated: false,
    });
  });

  it('forgets a finished write by the claim that it gives', async () => {
    const { store } = open();
    await store.end(claimOf(await store.begin(request)), end(done));
    const finished = await store.begin(request);
    if (finished.state !== 'finished') throw new Error('It has not ended.');
    await store.forget(finished.claim);
    expect(await store.begin(request)).toMatchObject({ state: 'begun', isRepeated: false });
  });
};
