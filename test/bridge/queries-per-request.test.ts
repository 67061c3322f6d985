import { randomBytes } from 'node:crypto';
import { createSqlIdempotencyStore } from '../../bridge/idempotency/sql-idempotency-store';
import { deriveBridgeKeys } from '../../bridge/sessions/bridge-keys';
import type { SqlDatabase, SqlQueries } from '../../bridge/sessions/database/sql-database';
import { createKeptSessions } from '../../bridge/sessions/kept-sessions';
import { createSecretBox } from '../../bridge/sessions/secret-box';
import { createSessionStore } from '../../bridge/sessions/session-store';
import { OLGA, SECRET } from './running-app';
import { openTestDatabase, type TestDatabase } from './sessions/test-database';

const HOUR_MS = 3_600_000;

/** Begin and commit of a transaction are not counted. */
const counting = (database: SqlDatabase) => {
  let count = 0;
  const countedOn = ({ query }: SqlQueries): SqlQueries => ({
    query: (statement, values) => {
      count += 1;
      return query(statement, values);
    },
  });
  const counted: SqlDatabase = {
    ...countedOn(database),
    transaction: (act) => database.transaction((queries) => act(countedOn(queries))),
    exclusiveTransaction: (act) => database.exclusiveTransaction((queries) => act(countedOn(queries))),
    close: () => database.close(),
  };
  const queriesOf = async (act: () => Promise<unknown>): Promise<number> => {
    count = 0;
    await act();
    return count;
  };
  return { counted, queriesOf };
};

describe('queries of the database', () => {
  const box = createSecretBox(deriveBridgeKeys({ secret: SECRET }).sealing);
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(() => opened.close());

  it('are one to find a session, and none for the next minute where no other process has the database', async () => {
    const { counted, queriesOf } = counting(opened.database);
    const store = createSessionStore({ database: counted, box });
    await store.save(OLGA);
    expect(await queriesOf(() => store.find(OLGA.id))).toBe(1);
    const kept = createKeptSessions({ store });
    expect(await queriesOf(() => kept.find(OLGA.id))).toBe(1);
    expect(await queriesOf(() => kept.find(OLGA.id))).toBe(0);
  });

  it('are two for a write that is done once, and one a minute that takes away what has expired', async () => {
    const { counted, queriesOf } = counting(opened.database);
    const store = createSqlIdempotencyStore({ database: counted, box, rowKey: randomBytes(32) });
    const write = async (id: string): Promise<void> => {
      const expiresAtMs = Date.now() + HOUR_MS;
      const begun = await store.begin({ id, fingerprint: id, crmKey: id, expiresAtMs });
      if (begun.state !== 'begun') throw new Error(`the write is ${begun.state}`);
      await store.end(begun.claim, { outcome: undefined, isOpen: false, expiresAtMs });
    };
    expect(await queriesOf(() => write('first'))).toBe(3);
    expect(await queriesOf(() => write('second'))).toBe(2);
  });
});
