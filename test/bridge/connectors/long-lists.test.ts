import { createLongLists } from '../../../bridge/connectors/long-lists';
import { createDeadline } from '../../../bridge/http/deadline';
import { createFakeCallClock } from '../http/fake-call-clock';

const SHORT = 500;
const LONG = 2000;
const LONGEST = 10_000;

const createLists = (most: { readonly long: number; readonly longest: number }) => {
  const clock = createFakeCallClock();
  const lanes = [
    { upToRows: 2500, mostAtATime: most.long },
    { upToRows: Infinity, mostAtATime: most.longest },
  ];
  const lists = createLongLists({ lanes, clock });
  let count = 0;
  const turn = (list = `list ${++count}`) =>
    lists.turnFor({ list, deadline: createDeadline({ afterMs: 25_000, clock }) });
  return { clock, turn };
};

const outcomeOf = async (taking: Promise<void>): Promise<'taken' | 'waits'> =>
  Promise.race([
    taking.then(() => 'taken' as const),
    new Promise<'waits'>((resolve) => setImmediate(() => resolve('waits'))),
  ]);

describe('turns at long lists', () => {
  it('are taken by as many as there may be, and by the next one once an answer is out', async () => {
    const { turn } = createLists({ long: 2, longest: 1 });
    const [first, second, third] = [turn(), turn(), turn()];
    expect(await outcomeOf(first.take(LONG))).toBe('taken');
    expect(await outcomeOf(second.take(LONG))).toBe('taken');
    const taking = third.take(LONG);
    expect(await outcomeOf(taking)).toBe('waits');
    second.giveBack();
    expect(await outcomeOf(taking)).toBe('taken');
  });

  it('are fewer for the longest lists, and no matter to short ones', async () => {
    const { turn } = createLists({ long: 2, longest: 1 });
    await turn().take(LONGEST);
    expect(await outcomeOf(turn().take(LONGEST))).toBe('waits');
    expect(await outcomeOf(turn().take(LONG))).toBe('taken');
    expect(await outcomeOf(turn().take(LONG))).toBe('taken');
    expect(await outcomeOf(turn().take(LONG))).toBe('waits');
    expect(await outcomeOf(turn().take(SHORT))).toBe('taken');
  });

  it('say whether they would have to be waited for', async () => {
    const { turn } = createLists({ long: 1, longest: 1 });
    const [first, second] = [turn(), turn()];
    expect(second.isFree(LONG)).toBe(true);
    await first.take(LONG);
    expect([first.isFree(LONG), second.isFree(LONG)]).toEqual([true, false]);
    expect([second.isFree(SHORT), second.isFree(LONGEST)]).toEqual([true, true]);
    first.giveBack();
    expect(second.isFree(LONG)).toBe(true);
  });

  it('are taken once, however many pages are read', async () => {
    const { turn } = createLists({ long: 1, longest: 1 });
    const only = turn();
    await only.take(LONG);
    expect(await outcomeOf(only.take(LONG))).toBe('taken');
    only.giveBack();
    expect(await outcomeOf(turn().take(LONG))).toBe('taken');
  });

  it('are given back for another where a list turns out to be longer still', async () => {
    const { turn } = createLists({ long: 1, longest: 1 });
    const growing = turn();
    await growing.take(LONG);
    await growing.take(LONGEST);
    expect(await outcomeOf(turn().take(LONG))).toBe('taken');
    expect(await outcomeOf(turn().take(LONGEST))).toBe('waits');
  });

  it('are waited for beforehand by a list that was long before, until it is short again', async () => {
    const { turn } = createLists({ long: 1, longest: 1 });
    const before = turn('of Ada');
    expect(await outcomeOf(before.takeAsBefore())).toBe('taken');
    await before.take(LONG);
    before.giveBack();
    const other = turn();
    await other.take(LONG);
    const again = turn('of Ada');
    const taking = again.takeAsBefore();
    expect(await outcomeOf(taking)).toBe('waits');
    expect(await outcomeOf(turn('of Conor').takeAsBefore())).toBe('taken');
    other.giveBack();
    await taking;
    await again.take(SHORT);
    again.giveBack();
    await turn().take(LONG);
    expect(await outcomeOf(turn('of Ada').takeAsBefore())).toBe('taken');
  });

  it('are waited for beforehand again where the list could not be read in between', async () => {
    const { turn } = createLists({ long: 1, longest: 1 });
    const before = turn('of Ada');
    await before.take(LONG);
    before.giveBack();
    const failed = turn('of Ada');
    await failed.takeAsBefore();
    failed.giveBack();
    await turn().take(LONG);
    expect(await outcomeOf(turn('of Ada').takeAsBefore())).toBe('waits');
  });

  it('are not kept by a request that ended while it waited', async () => {
    const { turn } = createLists({ long: 1, longest: 1 });
    const [first, second, third] = [turn(), turn(), turn()];
    await first.take(LONG);
    const taking = second.take(LONG);
    second.giveBack();
    first.giveBack();
    await taking;
    expect(await outcomeOf(third.take(LONG))).toBe('taken');
  });

  it('are refused when the time of the request is over', async () => {
    const { clock, turn } = createLists({ long: 1, longest: 1 });
    await turn().take(LONG);
    const taking = turn().take(LONG);
    expect(await outcomeOf(taking)).toBe('waits');
    const refused = expect(taking).rejects.toMatchObject({ code: 'upstream_unavailable' });
    clock.advance(25_000);
    await refused;
  });
});
