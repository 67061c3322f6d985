import { fc } from '../../fast-check';
import { createRateWindow, type RateWindow } from '../../../bridge/http/rate-window';

const takeAll = (window: RateWindow, nowMs: number): number => {
  let taken = 0;
  while (window.left(nowMs) >= 1 && taken < 10_000) {
    window.take(nowMs);
    taken += 1;
  }
  return taken;
};

describe('rate window', () => {
  it('starts from the documented limit, and from anew a minute after the first request', () => {
    const window = createRateWindow({ requestsPerMinute: 50 });
    expect(takeAll(window, 5000)).toBe(50);
    expect(window.waitMs(0, 5000)).toBe(60_000);
    expect(window.left(64_999)).toBe(0);
    expect(takeAll(window, 65_000)).toBe(50);
  });

  it('sets no limit where none is known, until the vendor names one', () => {
    const window = createRateWindow({ requestsPerMinute: undefined });
    window.take(0);
    expect([window.left(0), window.waitMs(1000, 0)]).toEqual([Infinity, 0]);
    window.learn({ limit: 3, remaining: 2, resetsInMs: 60_000 }, 0, 0);
    expect(takeAll(window, 0)).toBe(2);
  });

  it('follows the vendor up', () => {
    const window = createRateWindow({ requestsPerMinute: 50 });
    window.take(0);
    window.learn({ limit: 200, remaining: 199, resetsInMs: 30_000 }, 0, 0);
    expect(takeAll(window, 0)).toBe(199);
    expect(takeAll(window, 30_000)).toBe(200);
  });

  it('follows the vendor down, also where others use the same limit', () => {
    const window = createRateWindow({ requestsPerMinute: 50 });
    window.take(0);
    window.learn({ limit: 20, remaining: 3, resetsInMs: 10_000 }, 0, 0);
    expect(takeAll(window, 0)).toBe(3);
    expect(window.waitMs(0, 0)).toBe(10_000);
    expect(takeAll(window, 10_000)).toBe(20);
  });

  it('takes a limit that is raised within a window at its word', () => {
    const window = createRateWindow({ requestsPerMinute: 50 });
    window.take(0);
    window.learn({ limit: 50, remaining: 0, resetsInMs: 30_000 }, 0, 0);
    window.learn({ limit: 100, remaining: 50, resetsInMs: 29_000 }, 0, 1000);
    expect(window.left(1000)).toBe(50);
  });

  it('counts what is on its way, and is not misled by answers in another order', () => {
    const window = createRateWindow({ requestsPerMinute: 50 });
    for (let request = 0; request < 3; request++) window.take(0);
    // The vendor counted them as 49, 48 and 47; the answers come as 47, 49, 48.
    window.learn({ limit: 50, remaining: 47, resetsInMs: 60_000 }, 2, 0);
    expect(window.left(0)).toBe(45);
    window.learn({ limit: 50, remaining: 49, resetsInMs: 59_000 }, 1, 500);
    window.learn({ limit: 50, remaining: 48, resetsInMs: 59_000 }, 0, 900);
    expect(window.left(900)).toBe(47);
  });

  it('knows how many windows a place in the line is away', () => {
    const window = createRateWindow({ requestsPerMinute: 10 });
    expect(takeAll(window, 0)).toBe(10);
    expect([0, 9, 10, 25].map((ahead) => window.waitMs(ahead, 20_000))).toEqual([
      40_000, 40_000, 100_000, 160_000,
    ]);
  });

  it('makes nothing of a limit of zero, which would never let anybody through', () => {
    const window = createRateWindow({ requestsPerMinute: 50 });
    window.take(0);
    window.learn({ limit: 0, remaining: 0, resetsInMs: 5000 }, 0, 0);
    expect(window.left(5000)).toBe(1);
  });

  it('never lets more through in a minute than the vendor does, whenever its windows begin', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 50, maxLength: 150 });
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: 5, max: 40 }),
        fc.integer({ min: 0, max: 59_999 }),
        (all, limit, offset) => {
          const window = createRateWindow({ requestsPerMinute: 50 });
          const counts = new Map<number, number>();
          let nowMs = offset;
          let refused = 0;
          for (const gap of all) {
            nowMs += gap;
            if (window.left(nowMs) < 1) continue;
            window.take(nowMs);
            const windowIndex = Math.floor(nowMs / 60_000);
            const count = (counts.get(windowIndex) ?? 0) + 1;
            counts.set(windowIndex, count);
            if (count > limit) refused += 1;
            const resetsInMs = (windowIndex + 1) * 60_000 - nowMs;
            window.learn({ limit, remaining: Math.max(0, limit - count), resetsInMs }, 0, nowMs);
          }
          expect(refused).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
