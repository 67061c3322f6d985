import { z } from 'zod';
import { createSqlIdempotencyStore } from '../../../bridge/idempotency/sql-idempotency-store';
import { deriveBridgeKeys } from '../../../bridge/sessions/bridge-keys';
import { createSecretBox } from '../../../bridge/sessions/secret-box';
import { openTestDatabase, type TestDatabase } from '../sessions/test-database';
import { createStoreClock, describeStore } from './store-cases';

const rowKey = new Uint8Array(32).fill(7);

describe('remembering writes in the database', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  beforeEach(() => test.database.query('delete from idempotency'));
  afterAll(() => test.close());

  const storeOf = (
    secret = 'a secret of thirty-two characters or more',
    which: 'database' | 'ofAnotherProcess' = 'database',
  ) => {
    const clock = createStoreClock();
    const box = createSecretBox(deriveBridgeKeys({ secret }).sealing);
    const store = createSqlIdempotencyStore({ database: test[which], box, rowKey, nowMs: clock.nowMs });
    return { clock, store };
  };

  describeStore(storeOf);

  const request = { id: 'SECRET-ID', fingerprint: 'SECRET-PRINT', crmKey: 'SECRET-KEY' };

  it('is one store for every process', async () => {
    const [one, other] = [storeOf(), storeOf(undefined, 'ofAnotherProcess')];
    const expiresAtMs = one.clock.nowMs() + 60_000;
    const begun = await Promise.all([
      one.store.begin({ ...request, expiresAtMs }),
      other.store.begin({ ...request, expiresAtMs }),
    ]);
    expect(begun.map(({ state }) => state).toSorted()).toEqual(['begun', 'running']);
  });

  it('gives one of several that come at the same moment the row, and each other its own', async () => {
    const { store, clock } = storeOf();
    const expiresAtMs = clock.nowMs() + 60_000;
    const begun = await Promise.all(
      ['same', 'same', 'other'].map((id) => store.begin({ ...request, id, expiresAtMs })),
    );
    const states = begun.map(({ state }) => state);
    expect(states.slice(0, 2).toSorted()).toEqual(['begun', 'running']);
    expect(states[2]).toBe('begun');
  });

  it('shows nothing of a request or of what became of it to who reads the rows', async () => {
    const { store, clock } = storeOf();
    const expiresAtMs = clock.nowMs() + 60_000;
    const begun = await store.begin({ ...request, expiresAtMs });
    if (begun.state !== 'begun') throw new Error('It did not begin.');
    const outcome = { successful: false, code: 'forbidden', message: 'SECRET-MESSAGE' } as const;
    await store.end(begun.claim, { outcome, isOpen: false, expiresAtMs });
    const rows = z
      .array(z.unknown())
      .length(1)
      .parse(await test.database.query('select * from idempotency'));
    expect(JSON.stringify(rows)).not.toContain('SECRET');
  });

  it('takes what another secret has sealed for not there', async () => {
    const { store, clock } = storeOf();
    const expiresAtMs = clock.nowMs() + 60_000;
    await store.begin({ ...request, expiresAtMs });
    const other = storeOf('another secret of thirty-two characters');
    expect(await other.store.begin({ ...request, expiresAtMs })).toMatchObject({ state: 'begun' });
  });
});
