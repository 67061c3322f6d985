import {
  createCircuitBreaker,
  type CircuitBreaker,
  type HostVerdict,
} from '../../../bridge/http/circuit-breaker';
import { createFakeCallClock, type FakeCallClock } from './fake-call-clock';

let clock: FakeCallClock;
let breaker: CircuitBreaker;

beforeEach(() => {
  clock = createFakeCallClock();
  breaker = createCircuitBreaker({ failures: 3, withinMs: 30_000, openMs: 10_000, clock });
});

const meet = (...verdicts: readonly HostVerdict[]): void =>
  verdicts.forEach((verdict) => breaker.enter()(verdict));

describe('circuit breaker', () => {
  it('opens after so many failures in a row', () => {
    meet('failing', 'failing');
    expect(breaker.openForMs()).toBe(0);
    meet('failing');
    expect(breaker.openForMs()).toBe(10_000);
  });

  it('stays closed where the host answers in between', () => {
    meet('failing', 'failing', 'alive', 'failing', 'failing');
    expect(breaker.openForMs()).toBe(0);
  });

  it('stays closed where the failures are far apart', () => {
    meet('failing', 'failing');
    clock.advance(30_001);
    meet('failing');
    expect(breaker.openForMs()).toBe(0);
  });

  it('makes nothing of requests that were given up on our side', () => {
    meet('failing', 'unknown', 'failing', 'unknown', 'unknown');
    expect(breaker.openForMs()).toBe(0);
    meet('failing');
    expect(breaker.openForMs()).toBeGreaterThan(0);
  });

  it('lets one request find out, and closes when the host answers it', () => {
    meet('failing', 'failing', 'failing');
    clock.advance(10_000);
    expect(breaker.openForMs()).toBe(0);
    const settle = breaker.enter();
    expect(breaker.openForMs()).toBeGreaterThan(0);
    expect(breaker.isIdle).toBe(false);
    settle('alive');
    expect([breaker.openForMs(), breaker.isIdle]).toEqual([0, true]);
    meet('failing', 'failing');
    expect(breaker.openForMs()).toBe(0);
  });

  it('opens again when the host does not answer the one request', () => {
    meet('failing', 'failing', 'failing');
    clock.advance(10_000);
    meet('failing');
    expect(breaker.openForMs()).toBe(10_000);
  });

  it('lets the next request find out when the first was given up', () => {
    meet('failing', 'failing', 'failing');
    clock.advance(10_000);
    meet('unknown');
    expect(breaker.openForMs()).toBe(0);
  });

  it('is not held open by failures of requests that left before it opened', () => {
    const late = breaker.enter();
    meet('failing', 'failing', 'failing');
    clock.advance(9000);
    late('failing');
    expect(breaker.openForMs()).toBe(1000);
  });
});
