import { EventEmitter, once } from 'node:events';
import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { createTurnQueue } from '../../../../bridge/sessions/database/turn-queue';

/** Somebody who has the turn until told to give it up. */
const holder = () => {
  const told = new EventEmitter();
  return {
    act: async () => {
      await once(told, 'end');
      return 'held';
    },
    end: () => told.emit('end'),
    fail: (error: Error) => told.emit('error', error),
  };
};

describe('a queue of turns', () => {
  it('lets somebody through at once, before it returns, while nobody has the turn', async () => {
    const { pass } = createTurnQueue();
    const order: string[] = [];
    const passed = [pass(() => order.push('one')), pass(() => order.push('two'))];
    order.push('after');
    expect(order).toEqual(['one', 'two', 'after']);
    expect(await Promise.all(passed)).toEqual([1, 2]);
  });

  it('keeps everybody in the order in which they came', async () => {
    const { pass, hold } = createTurnQueue();
    const order: string[] = [];
    const [first, second] = [holder(), holder()];
    const all = [
      hold(first.act),
      pass(() => order.push('behind the first')),
      hold(second.act).then(() => order.push('the second')),
      pass(() => order.push('behind the second')),
    ];
    await turnOfTheEventLoop();
    expect(order).toEqual([]);
    first.end();
    await turnOfTheEventLoop();
    expect(order).toEqual(['behind the first']);
    second.end();
    await Promise.all(all);
    expect(order.slice(1).toSorted()).toEqual(['behind the second', 'the second']);
  });

  it('goes on after a failure, which only who failed is told of', async () => {
    const { pass, hold } = createTurnQueue();
    const first = holder();
    const held = hold(first.act);
    const failing = pass(() => {
      throw new Error('mine');
    });
    const behind = pass(() => 'through');
    const told = Promise.allSettled([held, failing]);
    await turnOfTheEventLoop();
    first.fail(new Error('yours'));
    expect(await behind).toBe('through');
    expect(await told).toMatchObject([{ reason: { message: 'yours' } }, { reason: { message: 'mine' } }]);
  });

  it('lets people through at once again when everybody has had their turn', async () => {
    const { pass, hold } = createTurnQueue();
    await Promise.all([hold(async () => 'held'), pass(() => 'waited')]);
    // Whoever was last has told so, and the queue is empty a moment later.
    await turnOfTheEventLoop();
    let isThrough = false;
    void pass(() => (isThrough = true));
    expect(isThrough).toBe(true);
  });
});
