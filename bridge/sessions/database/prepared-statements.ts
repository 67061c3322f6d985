/** The statements that SQLite has read already, by their text: the one not used for longest goes when there are many. */
import type { Database, Statement } from 'node-sqlite3-wasm';
import type { SqlValue } from './sql-database';

/** About twice as many as the bridge has. */
const MAX_STATEMENTS = 64;

export interface PreparedStatements {
  /**
   * Runs a statement to its end and gives its rows.
   * @throws SQLite3Error as the package has it
   */
  run(text: string, values: readonly SqlValue[]): readonly unknown[];
  /** Before the database is closed: the package does not do it. */
  finalize(): void;
}

/** By name: to SQLite `$1` is one, and the first that a statement has need not be the first value. */
const namedValues = (values: readonly SqlValue[]): Record<string, SqlValue> =>
  Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));

/** The package ends texts at their first NUL, without a word. Postgres takes none either. */
const refuseNul = (values: readonly SqlValue[]): void => {
  if (values.some((value) => typeof value === 'string' && value.includes('\0'))) {
    throw new Error('A text for the database has a NUL character, which it cannot keep.');
  }
};

const finalizeFailed = (statement: Statement): void => {
  try {
    statement.finalize();
  } catch {
    // It is gone, and has said once more what its run failed of: sqlite.org/c3ref/finalize.html.
  }
};

export const createPreparedStatements = (engine: Database): PreparedStatements => {
  const kept = new Map<string, Statement>();

  const take = (text: string): Statement => {
    const statement = kept.get(text) ?? engine.prepare(text);
    kept.delete(text);
    return statement;
  };

  /** A Map keeps the order in which its keys came: this one is the youngest. */
  const keep = (text: string, statement: Statement): void => {
    kept.set(text, statement);
    const [oldest] = kept;
    if (kept.size <= MAX_STATEMENTS || oldest === undefined) return;
    kept.delete(oldest[0]);
    oldest[1].finalize();
  };

  return {
    run: (text, values) => {
      refuseNul(values);
      const statement = take(text);
      try {
        const rows = statement.all(namedValues(values));
        keep(text, statement);
        return rows;
      } catch (error) {
        // The package cannot use a statement again that has failed.
        finalizeFailed(statement);
        throw error;
      }
    },
    finalize: () => {
      for (const statement of kept.values()) statement.finalize();
      kept.clear();
    },
  };
};
