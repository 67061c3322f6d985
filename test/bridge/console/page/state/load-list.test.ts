import type { ListRequest } from '../../../../../bridge/console/page/api/bridge-client';
import { madeUpAppointment } from '../made-up-appointment';
import { done, foundList, openConsole, refused } from './console-stand';

const today = madeUpAppointment('2026-07-20T16:00:00Z', 30, { id: 'today' });
const later = madeUpAppointment('2026-08-01T16:00:00Z', 30, { id: 'later' });

describe('a long list', () => {
  it('is asked for in parts, nearest first, and shown once each', async () => {
    const asked: string[] = [];
    const { store } = await openConsole({
      list: async ({ query }) => {
        asked.push(query['startDate'] ?? '');
        return asked.length === 1 ? foundList(today) : foundList(today, later);
      },
    });
    expect(asked[0]).toBe('2026-07-19');
    expect(asked).toEqual(asked.toSorted());
    expect(Object.keys(store.get().appointments)).toEqual(['today', 'later']);
    expect(store.get().parts.every(({ status }) => status === 'loaded')).toBe(true);
  });

  it('shows what arrived while the rest is on its way', async () => {
    const { store, actions } = await openConsole({ list: async () => foundList(today) });
    const progress = new Set<string>();
    store.subscribe(() => {
      const { parts, appointments } = store.get();
      progress.add(`${parts.map(({ status }) => status).join(' ')}: ${Object.keys(appointments).join()}`);
    });
    await actions.list.load();
    expect([...progress]).toContain('loaded loading waiting waiting: today');
  });

  it('keeps what arrived when a part fails, says which, and asks for that one alone again', async () => {
    let failing = true;
    const asked: ListRequest[] = [];
    const { store, actions } = await openConsole({
      list: async (request) => {
        asked.push(request);
        if (asked.length === 2 && failing) return refused('upstream_unavailable', { retryable: true });
        return asked.length === 1 ? foundList(today) : foundList();
      },
    });
    expect(store.get().parts.map(({ status }) => status)).toEqual(['loaded', 'failed', 'loaded', 'loaded']);
    expect(Object.keys(store.get().appointments)).toEqual(['today']);
    failing = false;
    await actions.list.retry();
    expect(asked).toHaveLength(5);
    expect(asked[4]?.query).toEqual(asked[1]?.query);
    expect(store.get().parts.every(({ status }) => status === 'loaded')).toBe(true);
  });

  it('is whole after a retry that came while other parts were still on their way', async () => {
    let waitingParts: (() => void)[] = [];
    let asked = 0;
    const { store, actions } = await openConsole({
      list: () => {
        asked += 1;
        if (asked === 5) return Promise.resolve(refused('upstream_unavailable', { retryable: true }));
        if (asked !== 6) return Promise.resolve(foundList(today));
        return new Promise((resolve) => {
          waitingParts = [() => resolve(foundList())];
        });
      },
    });
    const first = actions.list.load();
    while (waitingParts.length === 0) await Promise.resolve();
    await actions.list.retry();
    waitingParts.forEach((answer) => answer());
    await first;
    expect(store.get().parts.map(({ status }) => status)).toEqual(Array(4).fill('loaded'));
  });

  it('asks no further where every part would fail alike', async () => {
    let asked = 0;
    const { store } = await openConsole({
      list: async () => {
        asked += 1;
        return refused('rate_limited', { retryable: true, retryAfterMs: 2000 });
      },
    });
    expect(asked).toBe(1);
    expect(store.get().parts.map(({ failure }) => failure?.code)).toEqual(Array(4).fill('rate_limited'));
  });

  it('drops, after all of it was asked for anew, what is no longer there', async () => {
    let isGone = false;
    const { store, actions } = await openConsole({
      list: async () => (isGone ? foundList() : foundList(today)),
    });
    isGone = true;
    await actions.list.load({ keepShown: true });
    expect(store.get().appointments).toEqual({});
  });

  it('forgets an answer that comes after something else was asked for', async () => {
    let answerLate: (() => void) | undefined;
    const { store, actions } = await openConsole({
      list: ({ query }) =>
        query['range'] === 'past'
          ? new Promise((resolve) => {
              answerLate = () => {
                resolve(foundList(today));
              };
            })
          : Promise.resolve(foundList(later)),
    });
    actions.selectView('past');
    actions.selectView('week');
    await new Promise(setImmediate);
    answerLate?.();
    await new Promise(setImmediate);
    expect(Object.keys(store.get().appointments)).toEqual(['later']);
  });

  it('lists the calls of its last action', async () => {
    const { store } = await openConsole({ list: async () => done({ appointments: [], skipped: 0 }) });
    expect(store.get().lastAction).toMatchObject({ title: 'Load upcoming' });
    expect(store.get().lastAction?.calls).toHaveLength(4);
  });
});
