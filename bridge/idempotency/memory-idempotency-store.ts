/** Remembers writes in this process: for one bridge, until it ends. */
import type { IdempotencyStore, WriteClaim } from './idempotency-store';
import { LEASE_MS } from './idempotency-store';
import { beginWrite, type KeptWrite } from './kept-write';

const MAX_WRITES = 10_000;

export interface MemoryIdempotencyStoreOptions {
  readonly nowMs?: (() => number) | undefined;
  /** How many are remembered; beyond, the oldest that do not run are forgotten. Default 10,000. */
  readonly maxWrites?: number | undefined;
}

export const createMemoryIdempotencyStore = ({
  nowMs = Date.now,
  maxWrites = MAX_WRITES,
}: MemoryIdempotencyStoreOptions = {}): IdempotencyStore => {
  /** The oldest first. */
  const kept = new Map<string, KeptWrite>();

  const makeRoom = (): void => {
    if (kept.size < maxWrites) return;
    for (const [id, { expiresAtMs }] of kept) if (expiresAtMs <= nowMs()) kept.delete(id);
    for (const [id, { runsUntilMs }] of kept) {
      if (kept.size < maxWrites) return;
      if (runsUntilMs <= nowMs()) kept.delete(id);
    }
  };

  const change = ({ id, owner }: WriteClaim, changed: Partial<KeptWrite>): void => {
    const current = kept.get(id);
    if (current?.owner === owner) kept.set(id, { ...current, ...changed });
  };

  return {
    begin: async (request) => {
      const { begun, next } = beginWrite(kept.get(request.id), request, nowMs());
      if (next) {
        kept.delete(request.id);
        makeRoom();
        kept.set(request.id, next);
      }
      return begun;
    },
    renew: async (claim) => change(claim, { runsUntilMs: nowMs() + LEASE_MS }),
    end: async (claim, end) => change(claim, { ...end, runsUntilMs: 0 }),
    forget: async ({ id, owner }) => {
      if (kept.get(id)?.owner === owner) kept.delete(id);
    },
  };
};
