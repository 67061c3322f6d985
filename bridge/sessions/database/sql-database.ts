/** The door to SQL: what the session stores ask of a database, whichever of the two engines it is. */

export type SqlValue = string | number | null;

export interface SqlQueries {
  /**
   * One statement, with `$1`, `$2`, … for the values; gives its rows, to be read by a schema.
   * @throws AppointmentError upstream_unavailable while the database cannot be reached or is too busy
   */
  query(statement: string, values?: readonly SqlValue[]): Promise<readonly unknown[]>;
}

export interface SqlDatabase extends SqlQueries {
  /** All statements of `act` hold, or, when it rejects, none. */
  transaction<Result>(act: (queries: SqlQueries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
