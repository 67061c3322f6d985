import { createMemoryIdempotencyStore } from '../../../bridge/idempotency/memory-idempotency-store';
import { createStoreClock, describeStore } from './store-cases';

describe('remembering writes in memory', () => {
  describeStore(() => {
    const clock = createStoreClock();
    return { clock, store: createMemoryIdempotencyStore({ nowMs: clock.nowMs }) };
  });

  it('forgets the oldest when there are too many, but none that runs', async () => {
    const { nowMs } = createStoreClock();
    const store = createMemoryIdempotencyStore({ nowMs, maxWrites: 3 });
    const expiresAtMs = nowMs() + 60_000;
    const begin = async (id: string) => store.begin({ id, fingerprint: id, crmKey: id, expiresAtMs });
    const endNow = async (id: string) => {
      const begun = await begin(id);
      if (begun.state === 'begun')
        await store.end(begun.claim, { outcome: undefined, isOpen: false, expiresAtMs });
    };
    await begin('runs');
    await endNow('oldest');
    await endNow('older');
    await endNow('newest');
    expect(await begin('runs')).toEqual({ state: 'running' });
    expect(await begin('newest')).toMatchObject({ isRepeated: true });
    expect(await begin('oldest')).toMatchObject({ isRepeated: false });
  });
});
