/** One of something for each key, made when it is first asked for; of too many the least recently used goes first. */

export interface KeyedPool<Value> {
  get(key: string): Value;
}

export const createKeyedPool = <Value>(options: {
  readonly maxEntries: number;
  readonly create: () => Value;
  /** One that is in use stays, even where there are too many. */
  readonly isIdle: (value: Value) => boolean;
}): KeyedPool<Value> => {
  const { maxEntries, create, isIdle } = options;
  const pool = new Map<string, Value>();

  const makeRoom = (): void => {
    for (const [key, value] of pool) {
      if (pool.size < maxEntries) return;
      if (isIdle(value)) pool.delete(key);
    }
  };

  return {
    get: (key) => {
      const value = pool.get(key) ?? create();
      // A Map keeps the order in which its keys came: set anew, this one is the youngest.
      pool.delete(key);
      makeRoom();
      pool.set(key, value);
      return value;
    },
  };
};
