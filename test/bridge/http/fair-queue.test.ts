import { fc } from '../../fast-check';
import { createFairQueue } from '../../../bridge/http/fair-queue';

const drain = <Item>(queue: { shift(): Item | undefined }): Item[] => {
  const items: Item[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) items.push(item);
  return items;
};

describe('fair queue', () => {
  it('lets users take turns, each in the order of their own requests', () => {
    const queue = createFairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) queue.push(item.charAt(0), item);
    expect(drain(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('does not let one who comes back at once pass those who wait', () => {
    const queue = createFairQueue<string>();
    queue.push('a', 'a1');
    queue.push('b', 'b1');
    expect(queue.shift()).toBe('a1');
    queue.push('a', 'a2');
    expect(drain(queue)).toEqual(['b1', 'a2']);
  });

  it('forgets who waits no longer', () => {
    const queue = createFairQueue<string>();
    queue.push('a', 'a1');
    queue.push('a', 'a2');
    queue.push('b', 'b1');
    queue.remove('a', 'a1');
    queue.remove('b', 'b1');
    queue.remove('nobody', 'a2');
    expect(queue.size).toBe(1);
    expect(drain(queue)).toEqual(['a2']);
  });

  it('loses and doubles nothing, and tells a newcomer how many go before', () => {
    const users = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(users, fc.constantFrom('a', 'b', 'c', 'd', 'e'), (arrivals, newcomer) => {
        const queue = createFairQueue<string>();
        const items = arrivals.map((user, index) => `${user}${index}`);
        items.forEach((item) => queue.push(item.charAt(0), item));
        expect(queue.size).toBe(items.length);
        const ahead = queue.aheadOf(newcomer);
        queue.push(newcomer, 'new');
        const left = drain(queue);
        expect([...left].sort()).toEqual([...items, 'new'].sort());
        expect(left.indexOf('new')).toBeLessThanOrEqual(ahead);
      }),
    );
  });
});
