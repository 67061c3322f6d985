import { createLongLists } from '../../../bridge/connectors/long-lists';
import { createDeadline } from '../../../bridge/http/deadline';
import { createFakeCallClock } from '../http/fake-call-clock';

const createLists = (mostAtATime: number) => {
  const clock = createFakeCallClock();
  const lists = createLongLists({ mostAtATime, clock });
  return { clock, turn: () => lists.turnFor({ deadline: createDeadline({ afterMs: 25_000, clock }) }) };
};

const outcomeOf = async (taking: Promise<void>): Promise<'taken' | 'waits'> =>
  Promise.race([
    taking.then(() => 'taken' as const),
    new Promise<'waits'>((resolve) => setImmediate(() => resolve('waits'))),
  ]);

describe('turns at long lists', () => {
  it('are taken by as many as there may be, and by the next one once an answer is out', async () => {
    const { turn } = createLists(2);
    const [first, second, third] = [turn(), turn(), turn()];
    expect(await outcomeOf(first.take())).toBe('taken');
    expect(await outcomeOf(second.take())).toBe('taken');
    const taking = third.take();
    expect(await outcomeOf(taking)).toBe('waits');
    second.giveBack();
    expect(await outcomeOf(taking)).toBe('taken');
  });

  it('say whether they would have to be waited for', async () => {
    const { turn } = createLists(1);
    const [first, second] = [turn(), turn()];
    expect(second.isFree()).toBe(true);
    await first.take();
    expect([first.isFree(), second.isFree()]).toEqual([true, false]);
    first.giveBack();
    expect(second.isFree()).toBe(true);
  });

  it('are taken once, however many pages are read', async () => {
    const { turn } = createLists(1);
    const only = turn();
    await only.take();
    expect(await outcomeOf(only.take())).toBe('taken');
    only.giveBack();
    expect(await outcomeOf(turn().take())).toBe('taken');
  });

  it('are not kept by a request that ended while it waited', async () => {
    const { turn } = createLists(1);
    const [first, second, third] = [turn(), turn(), turn()];
    await first.take();
    const taking = second.take();
    second.giveBack();
    first.giveBack();
    await taking;
    expect(await outcomeOf(third.take())).toBe('taken');
  });

  it('are refused when the time of the request is over', async () => {
    const { clock, turn } = createLists(1);
    await turn().take();
    const taking = turn().take();
    const refused = expect(taking).rejects.toMatchObject({ code: 'upstream_unavailable' });
    clock.advance(25_000);
    await refused;
  });
});
