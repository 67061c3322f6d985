/** The door to SQL: what the stores of the bridge ask of a database, whichever of the two engines it is. */

export type SqlValue = string | number | null;

export interface SqlQueries {
  /**
   * One statement, with `$1`, `$2`, … for the values; gives its rows, to be read by a schema. It is of the SQL that
   * Postgres and SQLite both understand, and it locks the rows that it changes.
   * @throws AppointmentError upstream_unavailable while the database cannot be reached or is too busy
   */
  query(statement: string, values?: readonly SqlValue[]): Promise<readonly unknown[]>;
}

export interface SqlDatabase extends SqlQueries {
  /**
   * All statements of `act` hold, or, when it rejects, none. Everything in `act` goes by the `queries` that it is given:
   * a statement of the database itself may have to wait for the end of the transaction.
   */
  transaction<Result>(act: (queries: SqlQueries) => Promise<Result>): Promise<Result>;
  /** A transaction beside which no other of these runs, in whichever process: for what changes the tables. */
  exclusiveTransaction<Result>(act: (queries: SqlQueries) => Promise<Result>): Promise<Result>;
  /** When all that was asked for before is done. */
  close(): Promise<void>;
}
