/** Where the sessions of App Connect's users are kept: who is signed in, to which CRM, with what tokens. */
import { z } from 'zod';
import { platforms } from '../../src/contract/operations';
import type { CrmPlace, CrmTokens } from '../sign-in/sign-in-provider';
import { CLIENT_TOKEN_LIFETIME_MS } from './client-token';
import type { SqlDatabase, SqlQueries } from './database/sql-database';
import type { SecretBox } from './secret-box';

const tokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().optional(),
  expiresAtMs: z.number(),
  credential: z.string(),
  restUrl: z.string().optional(),
}) satisfies z.ZodType<CrmTokens>;

const placeSchema = z.object({
  hostname: z.string(),
  username: z.string().optional(),
}) satisfies z.ZodType<CrmPlace>;

const sessionSchema = z.object({
  id: z.string(),
  platform: z.enum(platforms),
  /** In the CRM. */
  userId: z.string(),
  userName: z.string(),
  /** Host of the user's CRM pages. */
  hostname: z.string(),
  /** IANA name of the user's zone, where the CRM said it. */
  timeZone: z.string().optional(),
  /** Where the tokens are renewed and revoked. */
  place: placeSchema,
  tokens: tokensSchema,
});

export type Session = Readonly<z.infer<typeof sessionSchema>>;

export interface SessionStore {
  find(id: string): Promise<Session | undefined>;
  /** Replaces the session of the same id. It is kept for longer than a client token of now is valid. */
  save(session: Session): Promise<void>;
  /** Keeps a session as long again, because its client has a new token; encrypts it with the key in use. */
  keep(id: string): Promise<void>;
  /**
   * Changes a session while nobody else, in any process, can: `act` gets it as it is then, gives what it becomes, or
   * undefined to end it. Gives what `act` gave; undefined for a session that is gone.
   * @throws AppointmentError upstream_unavailable when somebody else is at it for too long; what `act` throws
   */
  change(id: string, act: (session: Session) => Promise<Session | undefined>): Promise<Session | undefined>;
  /** Ends a session and gives it as it last was. */
  remove(id: string): Promise<Session | undefined>;
}

export interface SessionStoreOptions {
  readonly database: SqlDatabase;
  readonly box: SecretBox;
  readonly nowMs?: (() => number) | undefined;
}

/** A day more than the client's token: of a session that nobody can use any more, nothing stays behind. */
const LIFETIME_MS = CLIENT_TOKEN_LIFETIME_MS + 24 * 60 * 60 * 1000;

/** Changes nothing: what a statement changes is locked until the transaction ends, and then nobody else's change. */
const LOCK_ROW = 'update sessions set id = id where id = $1 returning sealed';

const rowsSchema = z.array(z.object({ sealed: z.string() }));

const rowOf = (id: string): string => `sessions/${id}`;

export const createSessionStore = (options: SessionStoreOptions): SessionStore => {
  const { database, box, nowMs = Date.now } = options;

  const seal = (session: Session): string => box.seal(JSON.stringify(session), rowOf(session.id));
  /** A row that no longer opens is of a secret that is gone: its user signs in again. */
  const read = (id: string, rows: readonly unknown[]): Session | undefined => {
    const [row] = rowsSchema.parse(rows);
    const text = row && box.open(row.sealed, rowOf(id));
    return text === undefined ? undefined : sessionSchema.parse(JSON.parse(text));
  };
  const readLocked = async ({ query }: SqlQueries, id: string): Promise<Session | undefined> =>
    read(id, await query(LOCK_ROW, [id]));

  return {
    find: async (id) =>
      read(
        id,
        await database.query('select sealed from sessions where id = $1 and expires_at_ms > $2', [
          id,
          nowMs(),
        ]),
      ),
    save: async (session) => {
      await database.query('delete from sessions where expires_at_ms <= $1', [nowMs()]);
      await database.query(
        `insert into sessions (id, sealed, expires_at_ms) values ($1, $2, $3)
         on conflict (id) do update set sealed = excluded.sealed, expires_at_ms = excluded.expires_at_ms`,
        [session.id, seal(session), nowMs() + LIFETIME_MS],
      );
    },
    keep: (id) =>
      database.transaction(async (queries) => {
        const session = await readLocked(queries, id);
        if (session === undefined) return;
        await queries.query('update sessions set sealed = $2, expires_at_ms = $3 where id = $1', [
          id,
          seal(session),
          nowMs() + LIFETIME_MS,
        ]);
      }),
    change: (id, act) =>
      database.transaction(async (queries) => {
        const session = await readLocked(queries, id);
        if (session === undefined) return undefined;
        const changed = await act(session);
        if (changed === undefined) await queries.query('delete from sessions where id = $1', [id]);
        else if (changed !== session) {
          await queries.query('update sessions set sealed = $2 where id = $1', [id, seal(changed)]);
        }
        return changed;
      }),
    remove: async (id) =>
      read(id, await database.query('delete from sessions where id = $1 returning sealed', [id])),
  };
};
