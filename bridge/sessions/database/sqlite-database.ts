/** The embedded database: SQLite inside this process, in a file or in memory. For one bridge process, not more. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database, SQLite3Error } from 'node-sqlite3-wasm';
import { errorCode } from '../../error-code';
import { lockDataDirectory } from './data-directory-lock';
import { databaseUnavailable } from './database-unavailable';
import { createPreparedStatements } from './prepared-statements';
import type { SqlDatabase, SqlQueries, SqlValue } from './sql-database';
import { createTurnQueue } from './turn-queue';

/**
 * In this order. No busy_timeout: with the exclusive lock there is nobody to wait for, and SQLite would wait with the
 * whole process. No foreign_keys: the tables have none.
 */
const PRAGMAS = [
  // Before anything is read: a write-ahead log without shared memory, which the package lacks (sqlite.org/wal.html#noshm).
  'pragma locking_mode = exclusive',
  'pragma journal_mode = wal',
  // What was committed outlives the process, killed or not. When the power fails the last commits may be gone, but never
  // a part of one, and the file stays whole (sqlite.org/pragma.html#pragma_synchronous). FULL waits for the disk each time.
  'pragma synchronous = normal',
  // Nothing of a session is ever written beside the folder (sqlite.org/tempfiles.html).
  'pragma temp_store = memory',
  // KB, where 2,000 are the default: rows are few, and memory of WebAssembly is never given back.
  'pragma cache_size = -1000',
  // Bytes to which the log is cut after much was written at once, a sweep for example.
  'pragma journal_size_limit = 4194304',
] as const;

/** The package gives no codes. Texts of SQLITE_BUSY, FULL, IOERR, CANTOPEN and READONLY (sqlite.org/rescode.html). */
const PASSING = new Set([
  'database is locked',
  'database or disk is full',
  'disk I/O error',
  'unable to open database file',
  'attempt to write a readonly database',
]);

export interface SqliteOptions {
  /** Made when it is not there; undefined: in memory, gone with the process. */
  readonly directory: string | undefined;
}

const makeDirectory = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(`The folder ${directory} cannot be made. Set BRIDGE_DATA_DIR to one that can.`, {
      cause: error,
    });
  }
};

/** What the lock itself says of another bridge has no code, and is for the person at the terminal already. */
const lockDirectory = async (directory: string): Promise<() => void> => {
  try {
    return await lockDataDirectory(directory);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new Error(
      `The folder ${directory} cannot be used (${code}). Make it and its files readable and writable for the bridge, ` +
        'or set BRIDGE_DATA_DIR to one that is.',
      { cause: error },
    );
  }
};

const openEngine = (file: string): Database => {
  const engine = new Database(file);
  try {
    for (const pragma of PRAGMAS) engine.exec(pragma);
    return engine;
  } catch (error) {
    engine.close();
    throw error;
  }
};

/** For whoever has the folder to themselves: what locks the file is then of a process that was killed. */
const openFile = (file: string): Database => {
  rmSync(`${file}.lock`, { recursive: true, force: true });
  closeSync(openSync(file, 'a', 0o600));
  const engine = openEngine(file);
  for (const own of [file, `${file}-wal`].filter((name) => existsSync(name))) chmodSync(own, 0o600);
  return engine;
};

/** @throws Error with a message for the person at the terminal */
const openIn = async (directory: string): Promise<{ readonly engine: Database; unlock(): void }> => {
  makeDirectory(directory);
  const unlock = await lockDirectory(directory);
  try {
    return { engine: openFile(join(directory, 'bridge.sqlite')), unlock };
  } catch (error) {
    unlock();
    throw new Error(
      `The database in ${directory} cannot be opened. Make its files readable and writable for the bridge, put back a ` +
        'copy, or set another BRIDGE_DATA_DIR.',
      { cause: error },
    );
  }
};

type Run = (statement: string, values?: readonly SqlValue[]) => readonly unknown[];

const transactionOn = async <Result>(
  engine: Database,
  run: Run,
  act: (queries: SqlQueries) => Promise<Result>,
): Promise<Result> => {
  let isOver = false;
  const query: SqlQueries['query'] = async (statement, values) => {
    if (isOver) throw new Error('The transaction of this statement is over.');
    return run(statement, values);
  };
  run('begin immediate');
  try {
    const result = await act({ query });
    run('commit');
    return result;
  } catch (error) {
    // After a full disk, for example, SQLite has done so itself: sqlite.org/lang_transaction.html.
    if (engine.inTransaction) run('rollback');
    throw error;
  } finally {
    isOver = true;
  }
};

/**
 * There is one connection: while a transaction runs, every other statement waits. That is what makes a row lock hold
 * here too, and why a bridge with more than a few users wants Postgres.
 * @throws Error with a message for the person at the terminal, when another process has the folder or it cannot be used
 */
export const openSqliteDatabase = async ({ directory }: SqliteOptions): Promise<SqlDatabase> => {
  const { engine, unlock } =
    directory === undefined ? { engine: openEngine(':memory:'), unlock: () => {} } : await openIn(directory);
  const statements = createPreparedStatements(engine);
  const turns = createTurnQueue();

  const run: Run = (statement, values = []) => {
    try {
      return statements.run(statement, values);
    } catch (error) {
      if (error instanceof SQLite3Error && PASSING.has(error.message)) throw databaseUnavailable(error);
      throw error;
    }
  };
  const transaction: SqlDatabase['transaction'] = (act) => turns.hold(() => transactionOn(engine, run, act));

  return {
    query: (statement, values) => turns.pass(() => run(statement, values)),
    transaction,
    exclusiveTransaction: transaction,
    close: () =>
      turns.pass(() => {
        statements.finalize();
        engine.close();
        unlock();
      }),
  };
};
