/** Opens the database that the settings name and brings it up to date. */
import { migrate } from './migrate';
import { postgresRefusal } from './postgres-refusal';
import { openPostgresDatabase, type PostgresOptions } from './postgres-database';
import { openSqliteDatabase } from './sqlite-database';
import type { SqlDatabase } from './sql-database';

export interface DatabaseOptions {
  /** Of Postgres; undefined: SQLite. */
  readonly url: string | undefined;
  /** For SQLite; undefined: in memory. */
  readonly directory: string | undefined;
  readonly log: PostgresOptions['log'];
}

/** @throws Error with a message for the person at the terminal, when it cannot be had */
export const openDatabase = async ({ url, directory, log }: DatabaseOptions): Promise<SqlDatabase> => {
  const database =
    url === undefined ? await openSqliteDatabase({ directory }) : openPostgresDatabase({ url, log });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw url === undefined ? error : postgresRefusal(url, error);
  }
};
