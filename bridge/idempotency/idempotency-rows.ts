/** The rows of remembered writes: those of the same moment are made, or changed, by one statement. */
import { z } from 'zod';
import type { SqlQueries } from '../sessions/database/sql-database';
import { createGatheredCall, type GatheredCall } from './gathered-calls';

export interface IdempotencyRow {
  readonly id: string;
  readonly owner: string;
  readonly runs_until_ms: number;
  readonly sealed: string;
  readonly expires_at_ms: number;
}

const GIVEN_ROWS =
  'json_to_recordset($1::json) as given (id text, owner text, runs_until_ms bigint, sealed text, expires_at_ms bigint)';

/** Most ids are new. Of two requests for one id, `owner` tells whose row it became. */
const INSERT_NEW = `insert into idempotency (id, owner, runs_until_ms, sealed, expires_at_ms)
  select id, owner, runs_until_ms, sealed, expires_at_ms from ${GIVEN_ROWS}
  on conflict (id) do nothing returning owner`;
const CHANGE_OWN = `update idempotency set runs_until_ms = given.runs_until_ms, sealed = given.sealed,
  expires_at_ms = given.expires_at_ms from ${GIVEN_ROWS} where idempotency.id = given.id and idempotency.owner = given.owner`;

const ownersSchema = z.array(z.object({ owner: z.string() }));

/** In one order for everybody: two processes that lock the same rows do not wait for one another then. */
const jsonOf = (rows: readonly IdempotencyRow[]): string =>
  JSON.stringify(rows.toSorted(({ id: one }, { id: other }) => (one < other ? -1 : 1)));

export interface IdempotencyRows {
  /** False where the id is there already, be it of a write long over. */
  readonly insertNew: GatheredCall<IdempotencyRow, boolean>;
  /** Nothing happens to a row that has another owner by now. */
  readonly changeOwn: GatheredCall<IdempotencyRow, void>;
}

export const createIdempotencyRows = (database: SqlQueries): IdempotencyRows => ({
  insertNew: createGatheredCall(async (rows) => {
    const inserted = ownersSchema.parse(await database.query(INSERT_NEW, [jsonOf(rows)]));
    const owners = new Set(inserted.map(({ owner }) => owner));
    return ({ owner }) => owners.has(owner);
  }),
  changeOwn: createGatheredCall(async (rows) => {
    await database.query(CHANGE_OWN, [jsonOf(rows)]);
    return () => undefined;
  }),
});
