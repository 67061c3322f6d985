/**
 * A session store that keeps what it has read, for a database that no other process has: there every change passes by
 * here, and a session is not read, decrypted and checked again for each request. Several processes on one Postgres must
 * not have it: a sign-out in one would not count in the others at once.
 */
import { createLruCache } from '../lru-cache';
import type { Session, SessionStore } from './session-store';

const MAX_SESSIONS = 1000;
/** Far below the day by which a session outlives the last token for it. */
const TTL_MS = 60_000;

export interface KeptSessionsOptions {
  readonly store: SessionStore;
  readonly nowMs?: (() => number) | undefined;
}

export const createKeptSessions = ({ store, nowMs = Date.now }: KeptSessionsOptions): SessionStore => {
  const kept = createLruCache<Session>({ maxEntries: MAX_SESSIONS, ttlMs: TTL_MS });
  let changes = 0;

  /** Also after a change that failed: whether it was made is not known. */
  const changing = async <Result>(id: string, change: Promise<Result>): Promise<Result> => {
    try {
      return await change;
    } finally {
      changes += 1;
      kept.delete(id);
    }
  };

  return {
    find: async (id) => {
      const known = kept.get(id, nowMs());
      if (known) return known;
      const changesBefore = changes;
      const session = await store.find(id);
      // What was changed while it was read may be the state before.
      if (session && changes === changesBefore) kept.set(id, session, nowMs());
      return session;
    },
    save: (session) => changing(session.id, store.save(session)),
    keep: (id) => changing(id, store.keep(id)),
    change: (id, act) => changing(id, store.change(id, act)),
    remove: (id) => changing(id, store.remove(id)),
  };
};
