import { createFakeClock } from '../../../sandbox/core/fake-clock';

describe('the fake clock', () => {
  it('runs with the computer until it is stopped', () => {
    const clock = createFakeClock();
    const before = Date.now();
    expect(clock.nowMs()).toBeGreaterThanOrEqual(before);
    expect(clock.nowMs()).toBeLessThanOrEqual(Date.now());
  });

  it('stays where it is set and moves only when it is moved', () => {
    const clock = createFakeClock({ frozenAtMs: 1000 });
    clock.advance(500);
    expect(clock.nowMs()).toBe(1500);
    clock.set(70);
    expect(clock.nowMs()).toBe(70);
  });

  it('can run ahead of the computer, be frozen there and return', () => {
    const clock = createFakeClock();
    clock.advance(86_400_000);
    clock.freeze();
    const frozenMs = clock.nowMs();
    expect(frozenMs - Date.now()).toBeGreaterThan(86_000_000);
    clock.advance(1);
    expect(clock.nowMs()).toBe(frozenMs + 1);
    clock.useRealTime();
    expect(clock.nowMs()).toBeLessThanOrEqual(Date.now());
  });
});
