import { done, openConsole, refused } from './console-stand';

describe('the page', () => {
  it('leads to the consent page of the CRM', async () => {
    const { actions, wentTo } = await openConsole();
    await actions.connect();
    expect(wentTo).toEqual(['http://127.0.0.1/consent']);
  });

  it('says why nobody was connected, with a way to try again', async () => {
    const { actions, store, wentTo } = await openConsole();
    await actions.start({ platform: 'netsuite', problem: 'forbidden' });
    expect(store.get().notice?.text).toContain('forbidden');
    store.get().notice?.retry?.();
    await new Promise(setImmediate);
    expect(wentTo).toHaveLength(1);
  });

  it('says so where the bridge cannot be had, and comes up when it can', async () => {
    let isThere = false;
    const { store, actions } = await openConsole({
      setup: async () => (isThere ? done({ mode: 'live', platforms: [] }) : refused('unreachable')),
    });
    expect(store.get().setupFailure?.code).toBe('unreachable');
    isThere = true;
    await actions.start({ platform: '', problem: '' });
    expect(store.get()).toMatchObject({ setupFailure: undefined, setup: { mode: 'live' } });
  });

  it('forgets the calendar with the connection', async () => {
    const { actions, store } = await openConsole();
    await actions.disconnect();
    expect(store.get()).toMatchObject({ parts: [], appointments: {}, notice: { tone: 'done' } });
  });

  it('asks for the appointments of one contact on their timeline', async () => {
    const asked: string[] = [];
    const { actions, store } = await openConsole({
      list: async ({ query }) => {
        asked.push(query['contactId'] ?? 'everybody');
        return done({ appointments: [], skipped: 0 });
      },
    });
    asked.length = 0;
    actions.openTimeline({ id: '501', name: 'Ada Byron', type: 'contact' });
    await new Promise(setImmediate);
    expect(store.get().view).toBe('timeline');
    expect(new Set(asked)).toEqual(new Set(['501']));
  });
});
