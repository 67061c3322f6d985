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

/**
 * One text, however many the rows: `$1` is a JSON object of them, and both engines have this function to take one apart
 * (postgresql.org/docs/current/functions-json.html, sqlite.org/json1.html).
 */
const GIVEN_ROWS = 'json_each($1) as given';
const ID = "given.value->>'id'";
const OWNER = "given.value->>'owner'";
const RUNS_UNTIL_MS = "cast(given.value->>'runs_until_ms' as bigint)";
const SEALED = "given.value->>'sealed'";
const EXPIRES_AT_MS = "cast(given.value->>'expires_at_ms' as bigint)";

/**
 * Most ids are new. Of two requests for one id, `owner` tells whose row it became. Without `where true` SQLite takes the
 * `on` for a join's (sqlite.org/lang_upsert.html, parsing ambiguity).
 */
const INSERT_NEW = `insert into idempotency (id, owner, runs_until_ms, sealed, expires_at_ms)
  select ${ID}, ${OWNER}, ${RUNS_UNTIL_MS}, ${SEALED}, ${EXPIRES_AT_MS} from ${GIVEN_ROWS} where true
  on conflict (id) do nothing returning owner`;
const CHANGE_OWN = `update idempotency set runs_until_ms = ${RUNS_UNTIL_MS}, sealed = ${SEALED},
  expires_at_ms = ${EXPIRES_AT_MS} from ${GIVEN_ROWS} where idempotency.id = ${ID} and idempotency.owner = ${OWNER}`;

const ownersSchema = z.array(z.object({ owner: z.string() }));

/** In one order for everybody: two processes that lock the same rows do not wait for one another then. */
const jsonOf = (rows: readonly IdempotencyRow[]): string =>
  JSON.stringify({ ...rows.toSorted(({ id: one }, { id: other }) => (one < other ? -1 : 1)) });

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
