/** Remembers writes in the database: for every process of the bridge, and beyond its end. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { SqlDatabase, SqlQueries } from '../sessions/database/sql-database';
import type { SecretBox } from '../sessions/secret-box';
import { createIdempotencyRows, type IdempotencyRow } from './idempotency-rows';
import { LEASE_MS, type IdempotencyStore } from './idempotency-store';
import { beginWrite, type KeptWrite } from './kept-write';
import { writeOutcomeSchema } from './write-outcome';

export interface SqlIdempotencyStoreOptions {
  readonly database: SqlDatabase;
  readonly box: SecretBox;
  /** A secret of the bridge: without it, who has the rows could guess at what was asked for and find it confirmed. */
  readonly rowKey: Uint8Array;
  readonly nowMs?: (() => number) | undefined;
}

/** `bigint` comes as a text from Postgres, as a number from SQLite. */
const rowsSchema = z.array(
  z.object({
    owner: z.string(),
    runs_until_ms: z.coerce.number(),
    sealed: z.string(),
    expires_at_ms: z.coerce.number(),
  }),
);

const contentSchema = z.object({
  fingerprint: z.string(),
  crmKey: z.string(),
  outcome: writeOutcomeSchema.optional(),
  // Absent in rows of earlier versions, which did not say.
  isOpen: z.boolean().default(true),
});

type Content = z.infer<typeof contentSchema>;

/** Made and locked at once: two first requests at the same time would both find nothing to lock. */
const LOCK_ROW = `insert into idempotency (id, owner, runs_until_ms, sealed, expires_at_ms)
  values ($1, '', 0, '', 0) on conflict (id) do update set id = excluded.id
  returning owner, runs_until_ms, sealed, expires_at_ms`;
const TAKE_ROW =
  'update idempotency set owner = $2, runs_until_ms = $3, sealed = $4, expires_at_ms = $5 where id = $1';
const RENEW_OWN = 'update idempotency set runs_until_ms = $3 where id = $1 and owner = $2';

/** What has expired counts for nothing; that it goes is for the room that it takes. */
const SWEEP_EVERY_MS = 60_000;

const sealedFor = (rowId: string): string => `idempotency/${rowId}`;

export const createSqlIdempotencyStore = (options: SqlIdempotencyStoreOptions): IdempotencyStore => {
  const { database, box, rowKey, nowMs = Date.now } = options;

  const rowIdOf = (id: string): string => createHmac('sha256', rowKey).update(id).digest('hex');
  const seal = (rowId: string, { fingerprint, crmKey, outcome, isOpen }: Content): string =>
    box.seal(JSON.stringify({ fingerprint, crmKey, outcome, isOpen }), sealedFor(rowId));

  const rowOf = (id: string, { owner, runsUntilMs, expiresAtMs, ...content }: KeptWrite): IdempotencyRow => ({
    id,
    owner,
    runs_until_ms: runsUntilMs,
    sealed: seal(id, content),
    expires_at_ms: expiresAtMs,
  });

  /** Undefined for a new row, and for one of a secret that is gone. */
  const readLocked = async ({ query }: SqlQueries, rowId: string): Promise<KeptWrite | undefined> => {
    const [row] = rowsSchema.parse(await query(LOCK_ROW, [rowId]));
    const text = row && box.open(row.sealed, sealedFor(rowId));
    if (!row || text === undefined) return undefined;
    const { owner, runs_until_ms: runsUntilMs, expires_at_ms: expiresAtMs } = row;
    return { ...contentSchema.parse(JSON.parse(text)), owner, runsUntilMs, expiresAtMs };
  };

  const { insertNew, changeOwn } = createIdempotencyRows(database);

  let sweptAtMs = -Infinity;
  const sweep = async (): Promise<void> => {
    if (nowMs() - sweptAtMs < SWEEP_EVERY_MS) return;
    sweptAtMs = nowMs();
    await database.query('delete from idempotency where expires_at_ms <= $1', [sweptAtMs]);
  };

  return {
    begin: async (request) => {
      const rowId = rowIdOf(request.id);
      await sweep();
      const { begun: first, next } = beginWrite(undefined, request, nowMs());
      if (next && (await insertNew(rowOf(rowId, next)))) return first;
      return database.transaction(async (queries) => {
        const { begun, next } = beginWrite(await readLocked(queries, rowId), request, nowMs());
        if (next) {
          const { owner, runsUntilMs, expiresAtMs } = next;
          await queries.query(TAKE_ROW, [rowId, owner, runsUntilMs, seal(rowId, next), expiresAtMs]);
        }
        return begun;
      });
    },
    renew: async ({ id, owner }) => {
      await database.query(RENEW_OWN, [rowIdOf(id), owner, nowMs() + LEASE_MS]);
    },
    end: async (claim, end) => changeOwn(rowOf(rowIdOf(claim.id), { ...claim, ...end, runsUntilMs: 0 })),
    forget: async ({ id, owner }) => {
      await database.query('delete from idempotency where id = $1 and owner = $2', [rowIdOf(id), owner]);
    },
  };
};
