/** Postgres, for several bridge processes at once. */
import { Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { AppointmentError } from '../../../src/contract/failure';
import { databaseUnavailable } from './database-unavailable';
import type { SqlDatabase, SqlQueries } from './sql-database';

const CONNECT_LIMIT_MS = 5_000;
const STATEMENT_LIMIT_MS = 30_000;
/** A transaction may wait for a CRM's token endpoint, not for a process that hangs. */
const IDLE_IN_TRANSACTION_LIMIT_MS = 120_000;

/** The time for a row lock is longer than a refresh should take, shorter than the App Connect client waits. */
const BEGIN = "begin; set local lock_timeout = '25s'";
/** Any number that nothing else in this database locks. */
const BEGIN_EXCLUSIVE = 'begin; select pg_advisory_xact_lock(20260501)';

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`. */
  readonly url: string;
  readonly log: { error(ids: object, title: string): void };
}

const sqlErrorSchema = z.object({ severity: z.string(), code: z.string().length(5) });

/**
 * Does it say that the statement itself is wrong? Classes of the documentation's Appendix A: everything else (no
 * connection, 08, 40, 53, 55, 57) passes.
 */
const isDefect = (error: unknown): boolean =>
  /^(0A|2[0-8]|3[0-9]|42|XX)/.test(sqlErrorSchema.safeParse(error).data?.code ?? '');

const translating = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppointmentError || isDefect(error)) throw error;
    throw databaseUnavailable(error);
  }
};

const queriesOn = (connection: Pool | PoolClient): SqlQueries => ({
  query: (statement, values = []) =>
    translating(async () => (await connection.query<Record<string, unknown>>(statement, [...values])).rows),
});

/** A connection that breaks on the way is not given to the next one; its transaction ends with it. */
const transactionOn = async <Result>(
  pool: Pool,
  begin: string,
  act: (queries: SqlQueries) => Promise<Result>,
): Promise<Result> => {
  const connection = await translating(() => pool.connect());
  let isBroken = false;
  const markBroken = (): void => {
    isBroken = true;
  };
  connection.once('error', markBroken);
  try {
    await translating(() => connection.query(begin));
    const result = await act(queriesOn(connection));
    await translating(() => connection.query('commit'));
    return result;
  } catch (error) {
    await connection.query('rollback').catch(markBroken);
    throw error;
  } finally {
    connection.removeListener('error', markBroken);
    connection.release(isBroken);
  }
};

export const openPostgresDatabase = ({ url, log }: PostgresOptions): SqlDatabase => {
  const poolOf = (max: number): Pool => {
    const pool = new Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      statement_timeout: STATEMENT_LIMIT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT_MS,
    });
    // Without a listener, a connection that breaks while idle would end the process.
    pool.on('error', (error) => log.error({ err: error }, 'database connection lost'));
    return pool;
  };
  const lookups = poolOf(10);
  // Apart, so that nobody's look-up waits behind refreshes that wait for a CRM.
  const transactions = poolOf(5);
  return {
    ...queriesOn(lookups),
    transaction: (act) => transactionOn(transactions, BEGIN, act),
    exclusiveTransaction: (act) => transactionOn(transactions, BEGIN_EXCLUSIVE, act),
    close: async () => {
      await Promise.all([lookups.end(), transactions.end()]);
    },
  };
};
