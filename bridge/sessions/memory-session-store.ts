/** Sessions in memory: gone with the process, which is all that the sandbox needs. */
import type { Session, SessionStore } from './session-store';

export const createMemorySessionStore = (): SessionStore => {
  const sessions = new Map<string, Session>();
  return {
    find: async (id) => sessions.get(id),
    save: async (session) => {
      sessions.set(session.id, session);
    },
  };
};
