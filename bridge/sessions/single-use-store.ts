/** Keeps things that are fetched once, within a short time, by whoever has their key: states and codes of sign-ins. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { SqlDatabase } from './database/sql-database';
import type { SecretBox } from './secret-box';

const KEY_BYTES = 32;

export interface SingleUseStore {
  /** Gives the key, which is stored nowhere: 43 characters of base64url. */
  put(text: string, lifetimeMs: number): Promise<string>;
  /** The text, to the first who asks in time; undefined to everybody else. */
  take(key: string): Promise<string | undefined>;
}

export interface SingleUseStoreOptions {
  readonly database: SqlDatabase;
  readonly box: SecretBox;
  readonly nowMs?: (() => number) | undefined;
}

const rowsSchema = z.array(z.object({ sealed: z.string() }));

const idOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const rowOf = (id: string): string => `single_use/${id}`;

export const createSingleUseStore = (options: SingleUseStoreOptions): SingleUseStore => {
  const { database, box, nowMs = Date.now } = options;
  return {
    put: async (text, lifetimeMs) => {
      const key = randomBytes(KEY_BYTES).toString('base64url');
      const id = idOf(key);
      await database.query('delete from single_use where expires_at_ms <= $1', [nowMs()]);
      await database.query('insert into single_use (id, sealed, expires_at_ms) values ($1, $2, $3)', [
        id,
        box.seal(text, rowOf(id)),
        nowMs() + lifetimeMs,
      ]);
      return key;
    },
    take: async (key) => {
      const id = idOf(key);
      const rows = await database.query(
        'delete from single_use where id = $1 and expires_at_ms > $2 returning sealed',
        [id, nowMs()],
      );
      const [row] = rowsSchema.parse(rows);
      return row && box.open(row.sealed, rowOf(id));
    },
  };
};
