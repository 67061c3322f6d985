/** Values that are worth keeping for a while, never more of them than fit: the least recently used goes first. */

export interface LruCache<Value> {
  /** Undefined where there is none or where it has grown too old. */
  get(key: string, nowMs: number): Value | undefined;
  set(key: string, value: Value, nowMs: number): void;
  delete(key: string): void;
}

export const createLruCache = <Value>(options: {
  readonly maxEntries: number;
  readonly ttlMs: number;
}): LruCache<Value> => {
  const { maxEntries, ttlMs } = options;
  const kept = new Map<string, { readonly value: Value; readonly expiresAtMs: number }>();

  return {
    get: (key, nowMs) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      if (found.expiresAtMs <= nowMs) return undefined;
      // A Map keeps the order in which its keys came: set anew, this one is the youngest.
      kept.set(key, found);
      return found.value;
    },
    set: (key, value, nowMs) => {
      kept.delete(key);
      kept.set(key, { value, expiresAtMs: nowMs + ttlMs });
      const [oldest] = kept.keys();
      if (kept.size > maxEntries && oldest !== undefined) kept.delete(oldest);
    },
    delete: (key) => void kept.delete(key),
  };
};
