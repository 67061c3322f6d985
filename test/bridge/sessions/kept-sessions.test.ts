import { createKeptSessions } from '../../../bridge/sessions/kept-sessions';
import type { Session, SessionStore } from '../../../bridge/sessions/session-store';
import { OLGA } from '../running-app';

const createMemoryStore = () => {
  const sessions = new Map<string, Session>([[OLGA.id, OLGA]]);
  let reads = 0;
  const store: SessionStore = {
    find: async (id) => {
      reads += 1;
      const session = sessions.get(id);
      await Promise.resolve();
      return session;
    },
    save: async (session) => void sessions.set(session.id, session),
    keep: async () => undefined,
    change: async (id, act) => {
      const session = sessions.get(id);
      const changed = session && (await act(session));
      if (changed) sessions.set(id, changed);
      else sessions.delete(id);
      return changed;
    },
    remove: async (id) => {
      const session = sessions.get(id);
      sessions.delete(id);
      return session;
    },
  };
  return { store, reads: () => reads };
};

describe('sessions that are kept', () => {
  it('are read once, however often they are asked for', async () => {
    const { store, reads } = createMemoryStore();
    const sessions = createKeptSessions({ store });
    expect([await sessions.find(OLGA.id), await sessions.find(OLGA.id)]).toEqual([OLGA, OLGA]);
    expect(reads()).toBe(1);
  });

  it('are read again after a minute', async () => {
    const { store, reads } = createMemoryStore();
    let nowMs = 0;
    const sessions = createKeptSessions({ store, nowMs: () => nowMs });
    await sessions.find(OLGA.id);
    nowMs = 60_001;
    await sessions.find(OLGA.id);
    expect(reads()).toBe(2);
  });

  it('are gone with the sign-out, and as a change left them', async () => {
    const { store } = createMemoryStore();
    const sessions = createKeptSessions({ store });
    await sessions.find(OLGA.id);
    await sessions.change(OLGA.id, async (session) => ({ ...session, userName: 'Olga Other' }));
    expect(await sessions.find(OLGA.id)).toMatchObject({ userName: 'Olga Other' });
    await sessions.save(OLGA);
    expect(await sessions.find(OLGA.id)).toEqual(OLGA);
    await sessions.remove(OLGA.id);
    expect(await sessions.find(OLGA.id)).toBeUndefined();
  });

  it('are not kept as they were before a change that came while they were read', async () => {
    const { store } = createMemoryStore();
    const sessions = createKeptSessions({ store });
    const reading = sessions.find(OLGA.id);
    await sessions.remove(OLGA.id);
    await reading;
    expect(await sessions.find(OLGA.id)).toBeUndefined();
  });

  it('are read again after a change that failed', async () => {
    const { store, reads } = createMemoryStore();
    const sessions = createKeptSessions({ store });
    await sessions.find(OLGA.id);
    const failing = sessions.change(OLGA.id, () => Promise.reject(new Error('the CRM refused')));
    await expect(failing).rejects.toThrow('the CRM refused');
    await sessions.find(OLGA.id);
    expect(reads()).toBe(2);
  });
});
