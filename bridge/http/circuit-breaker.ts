/** Stops asking a host that does not answer, and lets one request find out whether it does again. */
import type { CallClock } from './call-clock';

export interface CircuitBreakerOptions {
  /** Failures in a row, within `withinMs`, that open the circuit. */
  readonly failures: number;
  readonly withinMs: number;
  /** How long nothing is asked then. */
  readonly openMs: number;
  readonly clock: Pick<CallClock, 'monotonicMs'>;
}

/** `unknown`: the request was given up on our side, and says nothing of the host. */
export type HostVerdict = 'alive' | 'failing' | 'unknown';

export interface CircuitBreaker {
  /** Until the host may be asked again, in milliseconds; 0 while it may be. */
  openForMs(): number;
  /** Before a request; what it returns takes what became of it. Only while `openForMs` is 0. */
  enter(): (verdict: HostVerdict) => void;
  /** Nobody is finding out. */
  readonly isIdle: boolean;
}

/** While the one request is out: about as long as it takes. */
const PROBE_MS = 1000;

export const createCircuitBreaker = (options: CircuitBreakerOptions): CircuitBreaker => {
  const { failures, withinMs, openMs, clock } = options;
  let failed = 0;
  let firstFailureAtMs = 0;
  let openUntilMs: number | undefined;
  let isProbing = false;

  const close = (): void => {
    failed = 0;
    openUntilMs = undefined;
  };

  const count = (): void => {
    const nowMs = clock.monotonicMs();
    if (failed === 0 || nowMs - firstFailureAtMs > withinMs) {
      failed = 0;
      firstFailureAtMs = nowMs;
    }
    failed += 1;
    if (failed >= failures) openUntilMs = nowMs + openMs;
  };

  const settle = (verdict: HostVerdict, isProbe: boolean): void => {
    if (verdict === 'alive') close();
    else if (verdict === 'failing' && isProbe) openUntilMs = clock.monotonicMs() + openMs;
    // A failure of a request that left before the circuit opened tells nothing new.
    else if (verdict === 'failing' && openUntilMs === undefined) count();
  };

  return {
    openForMs: () => {
      if (openUntilMs === undefined) return 0;
      return isProbing ? PROBE_MS : Math.max(0, openUntilMs - clock.monotonicMs());
    },
    enter: () => {
      const isProbe = openUntilMs !== undefined;
      if (isProbe) isProbing = true;
      return (verdict) => {
        if (isProbe) isProbing = false;
        settle(verdict, isProbe);
      };
    },
    get isIdle() {
      return !isProbing;
    },
  };
};
