import { createGatheredCall } from '../../../bridge/idempotency/gathered-calls';

describe('gathered calls', () => {
  const doubling = () => {
    const goes: (readonly number[])[] = [];
    const double = createGatheredCall<number, number>(async (items) => {
      goes.push(items);
      if (items.includes(13)) throw new Error('no thirteen');
      return (item) => 2 * item;
    });
    return { goes, double };
  };

  it('do in one go what is asked for at the same moment, and give each its own result', async () => {
    const { goes, double } = doubling();
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(goes).toEqual([[1, 2, 3]]);
  });

  it('do later what is asked for later', async () => {
    const { goes, double } = doubling();
    expect([await double(1), await double(2)]).toEqual([2, 4]);
    expect(goes).toEqual([[1], [2]]);
  });

  it('fail all of one go together, and none of the next', async () => {
    const { double } = doubling();
    const settled = await Promise.allSettled([double(1), double(13)]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await double(2)).toBe(4);
  });
});
