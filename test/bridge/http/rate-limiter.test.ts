import { createDeadline } from '../../../bridge/http/deadline';
import type { RateLimit } from '../../../bridge/http/rate-gate';
import { createRateLimiter, type Admission, type RateLimiter } from '../../../bridge/http/rate-limiter';
import { createFakeCallClock, type FakeCallClock } from './fake-call-clock';

let clock: FakeCallClock;

beforeEach(() => {
  clock = createFakeCallClock();
});

const limiterOf = (limit: RateLimit, maxQueued = 100): RateLimiter =>
  createRateLimiter({ limit, maxQueued, clock });

interface Asked {
  readonly afterMs?: number;
  readonly signal?: AbortSignal;
}

const ask = (
  limiter: RateLimiter,
  user = 'ann',
  { afterMs = 25_000, signal }: Asked = {},
): Promise<Admission> => limiter.admit({ user, deadline: createDeadline({ afterMs, clock }), signal });

type Place = Extract<Admission, { kind: 'admitted' }>;

const enter = async (limiter: RateLimiter, user?: string): Promise<Place> => {
  const admission = await ask(limiter, user);
  if (admission.kind !== 'admitted') throw new Error(`was ${admission.kind}`);
  return admission;
};

/** Lets promises that are settled tell so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Undefined for who has to wait. */
const atOnce = async (asked: Promise<Admission>): Promise<Admission['kind'] | undefined> =>
  Promise.race([asked.then(({ kind }) => kind), settled().then(() => undefined)]);

describe('a limit by the minute', () => {
  it('lets the next one wait for the next minute, without failing', async () => {
    const limiter = limiterOf({ requestsPerMinute: 2 });
    (await enter(limiter)).leave({});
    (await enter(limiter)).leave({});
    clock.advance(45_000);
    const third = ask(limiter);
    clock.advance(14_999);
    await settled();
    expect(limiter.isIdle).toBe(false);
    clock.advance(1);
    expect(await third).toMatchObject({ kind: 'admitted' });
  });

  it('turns away at once who could not be served before the deadline, and says when', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1 });
    (await enter(limiter)).leave({});
    clock.advance(10_000);
    expect(await ask(limiter)).toEqual({ kind: 'refused', retryAfterMs: 50_000 });
    expect(clock.pending()).toBe(0);
  });

  it('counts those who wait already in that', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1 });
    (await enter(limiter)).leave({});
    clock.advance(40_000);
    const second = ask(limiter);
    expect(await ask(limiter)).toEqual({ kind: 'refused', retryAfterMs: 80_000 });
    clock.advance(20_000);
    expect(await second).toMatchObject({ kind: 'admitted' });
  });

  it('follows the vendor’s headers up, at once', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1 });
    const first = await enter(limiter);
    const second = ask(limiter, 'ann', { afterMs: 61_000 });
    first.leave({ reading: { limit: 100, remaining: 99, resetsInMs: 60_000 } });
    expect(await second).toMatchObject({ kind: 'admitted' });
  });

  it('follows the vendor’s headers down', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1500 });
    const first = await enter(limiter);
    first.leave({ reading: { limit: 1500, remaining: 0, resetsInMs: 12_000 } });
    const second = ask(limiter);
    clock.advance(11_999);
    await settled();
    expect(limiter.isIdle).toBe(false);
    clock.advance(1);
    expect(await second).toMatchObject({ kind: 'admitted' });
  });
});

describe('a limit that the vendor names with every answer', () => {
  it('is none where an answer names none, until one does', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1, isAnnounced: true });
    (await enter(limiter)).leave({ reading: {} });
    for (let more = 0; more < 10; more++) (await enter(limiter)).leave({ reading: {} });
    (await enter(limiter)).leave({ reading: { limit: 5, remaining: 0, resetsInMs: 30_000 } });
    expect(await atOnce(ask(limiter))).not.toBe('admitted');
  });

  it('stays what it was after no answer at all', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1, isAnnounced: true });
    (await enter(limiter)).leave({});
    expect(await atOnce(ask(limiter))).not.toBe('admitted');
  });
});

describe('a limit of requests at a time', () => {
  it('lets the next one in when one leaves, users in turn', async () => {
    const limiter = limiterOf({ concurrentRequests: 1 });
    const first = await enter(limiter, 'ann');
    const order: string[] = [];
    for (const user of ['ann', 'ann', 'ann', 'bob', 'cyd']) {
      void ask(limiter, user).then((admission) => {
        order.push(user);
        if (admission.kind === 'admitted') admission.leave({});
      });
    }
    first.leave({});
    await settled();
    expect(order).toEqual(['ann', 'bob', 'cyd', 'ann', 'ann']);
    expect([limiter.isIdle, clock.pending()]).toEqual([true, 0]);
  });

  it('gives a place away once, however often it is left', async () => {
    const limiter = limiterOf({ concurrentRequests: 1 });
    const first = await enter(limiter);
    first.leave({});
    first.leave({});
    await enter(limiter);
    const third = ask(limiter, 'ann', { afterMs: 10 });
    clock.advance(10);
    expect(await third).toEqual({ kind: 'refused', retryAfterMs: undefined });
  });

  it('takes one less at a time after a refusal', async () => {
    const limiter = limiterOf({ concurrentRequests: 2 });
    (await enter(limiter)).leave({ isRefused: true });
    await enter(limiter);
    expect(await atOnce(ask(limiter))).toBeUndefined();
  });

  it('takes one more again after a while without a refusal, and never more than at first', async () => {
    const limiter = limiterOf({ concurrentRequests: 2 });
    (await enter(limiter)).leave({ isRefused: true });
    for (let request = 0; request < 60; request++) (await enter(limiter)).leave({});
    await enter(limiter);
    expect(await atOnce(ask(limiter))).toBe('admitted');
    expect(await atOnce(ask(limiter))).toBeUndefined();
  });
});

describe('a refusal by the vendor', () => {
  it('keeps everybody of the limit waiting as long as it says', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1500 });
    (await enter(limiter)).leave({ isRefused: true, retryAfterMs: 7000 });
    const [ann, bob] = [ask(limiter, 'ann'), ask(limiter, 'bob')];
    clock.advance(6999);
    await settled();
    expect(limiter.isIdle).toBe(false);
    clock.advance(1);
    expect([await ann, await bob]).toMatchObject([{ kind: 'admitted' }, { kind: 'admitted' }]);
  });

  it('keeps them waiting for a second where it says nothing', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1500 });
    (await enter(limiter)).leave({ isRefused: true });
    expect(await ask(limiter, 'ann', { afterMs: 999 })).toEqual({ kind: 'refused', retryAfterMs: 1000 });
    const patient = ask(limiter);
    clock.advance(1000);
    expect(await patient).toMatchObject({ kind: 'admitted' });
  });

  it('closes the limit for no more than five minutes', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1500 });
    (await enter(limiter)).leave({ isRefused: true, retryAfterMs: 86_400_000 });
    expect(await ask(limiter)).toEqual({ kind: 'refused', retryAfterMs: 300_000 });
  });
});

describe('the line before a limit', () => {
  it('is bounded', async () => {
    const limiter = limiterOf({ concurrentRequests: 1 }, 2);
    const first = await enter(limiter);
    const waiting = [ask(limiter), ask(limiter)];
    expect(await ask(limiter, 'bob')).toMatchObject({ kind: 'refused' });
    first.leave({});
    expect(await waiting[0]).toMatchObject({ kind: 'admitted' });
  });

  it('is left by who is gone, and by whose time is over, and takes neither’s turn from another', async () => {
    const limiter = limiterOf({ concurrentRequests: 1 });
    const first = await enter(limiter);
    const caller = new AbortController();
    const gone = ask(limiter, 'ann', { signal: caller.signal });
    const hasty = ask(limiter, 'bob', { afterMs: 1000 });
    const patient = ask(limiter, 'cyd');
    caller.abort();
    expect(await gone).toEqual({ kind: 'cancelled' });
    clock.advance(1000);
    expect(await hasty).toMatchObject({ kind: 'refused' });
    first.leave({});
    expect(await patient).toMatchObject({ kind: 'admitted' });
    expect(clock.pending()).toBe(0);
  });

  it('is not joined by a caller who is gone already', async () => {
    const limiter = limiterOf({ requestsPerMinute: 1 });
    expect(await ask(limiter, 'ann', { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
    expect(await ask(limiter)).toMatchObject({ kind: 'admitted' });
  });
});
