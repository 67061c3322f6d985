import { createLruCache } from '../../bridge/lru-cache';

describe('a cache of the recently used', () => {
  it('keeps a value until it has grown too old', () => {
    const cache = createLruCache<string>({ maxEntries: 2, ttlMs: 1000 });
    cache.set('a', 'one', 0);
    expect(cache.get('a', 999)).toBe('one');
    expect(cache.get('a', 1000)).toBeUndefined();
  });

  it('grows no older by being used', () => {
    const cache = createLruCache<string>({ maxEntries: 2, ttlMs: 1000 });
    cache.set('a', 'one', 0);
    cache.get('a', 900);
    expect(cache.get('a', 1100)).toBeUndefined();
  });

  it('lets go of the least recently used when it is full', () => {
    const cache = createLruCache<string>({ maxEntries: 2, ttlMs: 1000 });
    cache.set('a', 'one', 0);
    cache.set('b', 'two', 0);
    cache.get('a', 1);
    cache.set('c', 'three', 1);
    expect(['a', 'b', 'c'].map((key) => cache.get(key, 2))).toEqual(['one', undefined, 'three']);
  });
});
