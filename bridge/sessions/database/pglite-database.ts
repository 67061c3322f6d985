/** The embedded database: Postgres inside this process, in a folder or in memory. For one bridge process, not more. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { lockDataDirectory } from './data-directory-lock';
import type { SqlDatabase, SqlQueries } from './sql-database';

/** Sessions are few: the default of 128 MB would be most of the process. */
const SETTINGS = ['shared_buffers=4MB'];

export interface PgliteOptions {
  /** Made when it is not there; undefined: in memory, gone with the process. */
  readonly directory: string | undefined;
}

const queriesOn = (engine: PGlite | Transaction): SqlQueries => ({
  query: async (statement, values = []) => (await engine.query<unknown>(statement, [...values])).rows,
});

const makeDirectory = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(`The folder ${directory} cannot be made. Set BRIDGE_DATA_DIR to one that can.`, {
      cause: error,
    });
  }
};

/**
 * PGlite has one connection: while a transaction runs, every other statement waits. That is what makes a row lock hold
 * here too, and why a bridge with more than a few users wants Postgres.
 * @throws Error with a message for the person at the terminal, when another process has the folder or it cannot be made
 */
export const openPgliteDatabase = async ({ directory }: PgliteOptions): Promise<SqlDatabase> => {
  if (directory !== undefined) makeDirectory(directory);
  const unlock = directory === undefined ? () => {} : lockDataDirectory(directory);
  try {
    const engine = await PGlite.create({
      postgresqlconf: SETTINGS,
      ...(directory === undefined ? {} : { dataDir: join(directory, 'pglite') }),
    });
    return {
      ...queriesOn(engine),
      transaction: (act) => engine.transaction((transaction) => act(queriesOn(transaction))),
      close: async () => {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
};
