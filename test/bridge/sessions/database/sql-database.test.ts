/** What both engines must do; which one runs is told by DATABASE_URL. */
import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { z } from 'zod';
import { AppointmentError } from '../../../../src/contract/failure';
import { openTestDatabase, type TestDatabase } from '../test-database';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
  await test.database.query('create table things (id text primary key, size bigint, note text)');
});
beforeEach(() => test.database.query('delete from things'));
afterAll(() => test.close());

const ids = async (): Promise<readonly unknown[]> => {
  const rows = await test.database.query('select id from things order by id');
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
};

const insert = 'insert into things (id) values ($1)';

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a database', () => {
  it('takes its values in any order, and one more than once', async () => {
    const { query } = test.database;
    await query('insert into things (note, id) values ($2, $1)', ['one', 'two']);
    const found = await query(
      'select id, note from things where note = $3 and (id = $1 or id = $1) and $2 = $2',
      ['one', 'any', 'two'],
    );
    expect(found).toEqual([{ id: 'one', note: 'two' }]);
  });

  it('keeps numbers beyond 32 bits, texts beyond ASCII and nothing', async () => {
    const { query } = test.database;
    const [atMs, note] = [Date.UTC(2126, 0, 1), '漢字 🗓 Köln'];
    await query('insert into things (id, size, note) values ($1, $2, $3)', ['a', atMs, note]);
    await query('insert into things (id, size, note) values ($1, $2, $3)', ['b', -(2 ** 40), null]);
    const rows = z
      .array(z.object({ size: z.coerce.number(), note: z.string().nullable() }))
      .parse(await query('select size, note from things order by id'));
    expect(rows).toEqual([
      { size: atMs, note },
      { size: -(2 ** 40), note: null },
    ]);
    expect(await query('select id from things where size > $1', [atMs - 1])).toEqual([{ id: 'a' }]);
  });

  it('refuses a text that it could not keep whole', async () => {
    await expect(test.database.query(insert, ['a\0b'])).rejects.toThrow();
    expect(await ids()).toEqual([]);
  });

  it('tells a wrong statement from a database that cannot be had, and goes on after one', async () => {
    await test.database.query(insert, ['a']);
    const wrong = [test.database.query('select * from nowhere'), test.database.query(insert, ['a'])];
    for (const failure of await Promise.all(wrong.map(failureOf))) {
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(AppointmentError);
    }
    await test.database.query(insert, ['b']);
    expect(await ids()).toEqual(['a', 'b']);
  });
});

describe('a transaction of a database', () => {
  it('holds with all of its statements, and gives what came of it', async () => {
    const given = await test.database.transaction(async ({ query }) => {
      await query(insert, ['a']);
      await query(insert, ['b']);
      return 'given';
    });
    expect([given, await ids()]).toEqual(['given', ['a', 'b']]);
  });

  it.each(['transaction', 'exclusiveTransaction'] as const)(
    'leaves nothing when it fails, and loses nothing of anybody else (%s)',
    async (kind) => {
      const failing = test.database[kind](async ({ query }) => {
        await query(insert, ['mine']);
        await turnOfTheEventLoop();
        throw new Error('in between');
      });
      const others = [
        test.database.query(insert, ['of another']),
        test.ofAnotherProcess.transaction(({ query }) => query(insert, ['of another transaction'])),
      ];
      await expect(failing).rejects.toThrow('in between');
      await Promise.all(others);
      expect(await ids()).toEqual(['of another', 'of another transaction']);
    },
  );

  it('keeps others from what it changes until it is over', async () => {
    const { database, ofAnotherProcess } = test;
    await database.query('insert into things (id, size) values ($1, $2)', ['a', 0]);
    const increment = (of: TestDatabase['database']): Promise<void> =>
      of.transaction(async ({ query }) => {
        const rows = await query('update things set id = id where id = $1 returning size', ['a']);
        const [row] = z.array(z.object({ size: z.coerce.number() })).parse(rows);
        await turnOfTheEventLoop();
        await query('update things set size = $2 where id = $1', ['a', (row?.size ?? 0) + 1]);
      });
    await Promise.all([database, ofAnotherProcess, database, ofAnotherProcess].map(increment));
    const rows = await database.query('select size from things');
    expect(z.array(z.object({ size: z.coerce.number() })).parse(rows)).toEqual([{ size: 4 }]);
  });
});
