/**
 * A database for a test file, with the tables of the bridge: Postgres where DATABASE_URL names one (in a schema of its
 * own), else SQLite in a folder of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../bridge/sessions/database/open-database';
import { openPostgresDatabase } from '../../../bridge/sessions/database/postgres-database';
import type { SqlDatabase } from '../../../bridge/sessions/database/sql-database';

export interface TestDatabase {
  readonly database: SqlDatabase;
  /** What another bridge process would have; with SQLite, which is for one process, the same. */
  readonly ofAnotherProcess: SqlDatabase;
  /** Every value of every row, as one text. */
  contents(): Promise<string>;
  close(): Promise<void>;
}

const log = { error: () => {} };
const tables = ['sessions', 'single_use', 'user_settings'];

const contentsOf = async ({ query }: SqlDatabase): Promise<string> =>
  JSON.stringify(await Promise.all(tables.map((table) => query(`select * from ${table}`))));

/** For a data folder of the bridge. */
export const makeDataFolder = (): string => mkdtempSync(join(tmpdir(), 'bridge-test-'));

const openSqlite = async (): Promise<TestDatabase> => {
  const directory = makeDataFolder();
  const database = await openDatabase({ url: undefined, directory, log });
  return {
    database,
    ofAnotherProcess: database,
    contents: () => contentsOf(database),
    close: async () => {
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** `DATABASE_URL` with a schema that does not exist yet as the one to work in. */
const withSchema = (databaseUrl: string, schema: string): string => {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
};

const openPostgres = async (databaseUrl: string): Promise<TestDatabase> => {
  const schema = `test_${process.pid}_${Date.now()}`;
  const admin = openPostgresDatabase({ url: databaseUrl, log });
  await admin.query(`create schema ${schema}`);
  const open = () => openDatabase({ url: withSchema(databaseUrl, schema), directory: undefined, log });
  const database = await open();
  const ofAnotherProcess = await open();
  return {
    database,
    ofAnotherProcess,
    contents: () => contentsOf(database),
    close: async () => {
      await Promise.all([database.close(), ofAnotherProcess.close()]);
      await admin.query(`drop schema ${schema} cascade`);
      await admin.close();
    },
  };
};

export const openTestDatabase = (): Promise<TestDatabase> => {
  const databaseUrl = process.env['DATABASE_URL'];
  return databaseUrl ? openPostgres(databaseUrl) : openSqlite();
};
