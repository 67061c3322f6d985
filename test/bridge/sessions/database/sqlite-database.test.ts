import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import type { SqlDatabase } from '../../../../bridge/sessions/database/sql-database';
import { openSqliteDatabase } from '../../../../bridge/sessions/database/sqlite-database';

const MODULE = join(__dirname, '../../../../dist/bridge/sessions/database/sqlite-database.js');

let parent: string;
let directory: string;
const closing: (() => unknown)[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'bridge-sqlite-'));
  directory = join(parent, 'data');
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(parent, { recursive: true });
});

const lockOfFile = (): string => join(directory, 'bridge.sqlite.lock');
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

const open = async (): Promise<SqlDatabase> => {
  const database = await openSqliteDatabase({ directory });
  closing.push(() => database.close());
  return database;
};

const openWithTable = async (): Promise<SqlDatabase> => {
  const database = await open();
  await database.query('create table things (id text)');
  return database;
};

const ids = ({ query }: Pick<SqlDatabase, 'query'>): Promise<readonly unknown[]> =>
  query('select id from things');
const insert = 'insert into things (id) values ($1)';

/** Another process that has written a row and stays. */
const startWriter = async (): Promise<ChildProcess> => {
  const script = join(parent, 'writer.js');
  writeFileSync(
    script,
    `const { openSqliteDatabase } = require(${JSON.stringify(MODULE)});
     (async () => {
       const database = await openSqliteDatabase({ directory: ${JSON.stringify(directory)} });
       await database.query('create table things (id text)');
       await database.query("insert into things (id) values ('committed')");
       await database.transaction(async ({ query }) => {
         await query("insert into things (id) values ('open')");
         process.send('written');
         await new Promise(() => setInterval(() => {}, 1000));
       });
     })();`,
  );
  const child = fork(script);
  closing.push(() => child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
};

describe('the folder of the embedded database', () => {
  it('is there for the bridge and for nobody else, as are its files', async () => {
    await openWithTable();
    expect(modeOf(directory)).toBe('700');
    expect(modeOf(join(directory, 'bridge.sqlite'))).toBe('600');
    expect(modeOf(join(directory, 'bridge.sqlite-wal'))).toBe('600');
  });

  it('has one file left when the database is closed', async () => {
    const database = await openSqliteDatabase({ directory });
    await database.query('create table things (id text)');
    await database.close();
    expect(existsSync(lockOfFile())).toBe(false);
    expect(existsSync(join(directory, 'bridge.lock'))).toBe(false);
    expect(existsSync(join(directory, 'bridge.sqlite-wal'))).toBe(false);
    expect(await ids(await open())).toEqual([]);
  });

  it('says which setting to change when it cannot be made', async () => {
    directory = `${__filename}/below-a-file`;
    await expect(open()).rejects.toThrow(
      `The folder ${directory} cannot be made. Set BRIDGE_DATA_DIR to one that can.`,
    );
    directory = parent;
  });

  it('says which setting to change when nothing can be written there', async () => {
    // A folder without permissions would not do: root may write there all the same.
    mkdirSync(join(directory, 'bridge.lock'), { recursive: true });
    await expect(open()).rejects.toThrow(
      `The folder ${directory} cannot be used (EISDIR). Make it and its files readable and writable for the bridge, or set BRIDGE_DATA_DIR to one that is.`,
    );
  });

  it('says what to do when there is something else in the file, and can be used afterwards', async () => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'bridge.sqlite'), 'something else '.repeat(1000));
    await expect(open()).rejects.toThrow(/^The database in .* cannot be opened.*BRIDGE_DATA_DIR/);
    rmSync(join(directory, 'bridge.sqlite'));
    await openWithTable();
  });

  it('can be used again when a lock was left behind', async () => {
    mkdirSync(lockOfFile(), { recursive: true });
    await openWithTable();
  });
});

describe('the embedded database and another process', () => {
  it('is refused while the other has it, and is left alone', async () => {
    const writer = await startWriter();
    await expect(open()).rejects.toThrow(
      `Another bridge (process ${writer.pid} of ${hostname()}) uses ${directory}.`,
    );
    expect(existsSync(lockOfFile())).toBe(true);
  });

  it('has all that was committed before the other was killed, and nothing of what was not', async () => {
    const writer = await startWriter();
    const gone = once(writer, 'exit');
    writer.kill('SIGKILL');
    await gone;
    expect(existsSync(lockOfFile())).toBe(true);
    expect(await ids(await open())).toEqual([{ id: 'committed' }]);
  });
});

describe('a transaction of the embedded database', () => {
  it('lets no statement of anybody else in, and runs them in their order when it is over', async () => {
    const database = await openWithTable();
    const transaction = database.transaction(async ({ query }) => {
      await query(insert, ['mine']);
      await turnOfTheEventLoop();
      return ids({ query });
    });
    const others = [database.query(insert, ['theirs']), ids(database)];
    expect(await transaction).toEqual([{ id: 'mine' }]);
    expect((await Promise.all(others))[1]).toEqual([{ id: 'mine' }, { id: 'theirs' }]);
  });

  it('takes no statement when it is over, which would be another’s by then', async () => {
    const database = await openWithTable();
    const query = await database.transaction(async (queries) => queries.query);
    await expect(query(insert, ['late'])).rejects.toThrow('The transaction of this statement is over.');
    expect(await ids(database)).toEqual([]);
  });

  it('is waited for when the database is closed', async () => {
    const database = await openSqliteDatabase({ directory });
    await database.query('create table things (id text)');
    const transaction = database.transaction(async ({ query }) => {
      await turnOfTheEventLoop();
      await query(insert, ['last']);
    });
    await Promise.all([database.close(), transaction]);
    expect(await ids(await open())).toEqual([{ id: 'last' }]);
  });

  it('leaves nothing on a disk that is full: a failure that passes', async () => {
    const database = await openWithTable();
    await database.query('pragma max_page_count = 10');
    const failing = database.transaction(async ({ query }) => {
      await query(insert, ['fits']);
      await query(insert, ['x'.repeat(100_000)]);
    });
    await expect(failing).rejects.toMatchObject({ code: 'upstream_unavailable', retryable: true });
    expect(await ids(database)).toEqual([]);
    await database.query('pragma max_page_count = 1000');
    await database.query(insert, ['afterwards']);
    expect(await ids(database)).toEqual([{ id: 'afterwards' }]);
  });
});

describe('a statement of the embedded database', () => {
  it('gives integers as numbers, also those of more than 32 bits', async () => {
    const database = await open();
    await database.query('create table times (at_ms bigint)');
    await database.query('insert into times (at_ms) values ($1), ($2)', [2 ** 31, Date.UTC(2126, 0, 1)]);
    expect(await database.query('select at_ms from times')).toEqual([
      { at_ms: 2 ** 31 },
      { at_ms: Date.UTC(2126, 0, 1) },
    ]);
  });

  it('needs no folder', async () => {
    const database = await openSqliteDatabase({ directory: undefined });
    closing.push(() => database.close());
    await database.query('create table things (id text)');
    await database.query(insert, ['a']);
    expect(await ids(database)).toEqual([{ id: 'a' }]);
  });
});
