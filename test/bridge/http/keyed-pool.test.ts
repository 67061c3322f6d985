import { createKeyedPool } from '../../../bridge/http/keyed-pool';

const poolOf = (isIdle: (value: { id: number }) => boolean = () => true) => {
  let made = 0;
  return createKeyedPool({ maxEntries: 2, create: () => ({ id: ++made }), isIdle });
};

describe('keyed pool', () => {
  it('gives the same one for the same key', () => {
    const pool = poolOf();
    expect(pool.get('a')).toBe(pool.get('a'));
    expect(pool.get('b')).not.toBe(pool.get('a'));
  });

  it('lets the least recently used go', () => {
    const pool = poolOf();
    const [a, b] = [pool.get('a'), pool.get('b')];
    pool.get('a');
    pool.get('c');
    expect(pool.get('a')).toBe(a);
    expect(pool.get('b')).not.toBe(b);
  });

  it('keeps what is in use, whatever comes', () => {
    const pool = poolOf(({ id }) => id !== 1);
    const used = pool.get('a');
    for (const key of ['b', 'c', 'd']) pool.get(key);
    expect(pool.get('a')).toBe(used);
  });
});
