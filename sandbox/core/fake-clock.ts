/** The clock every emulator reads, so that a test can stop time, set it and move it. */
export interface FakeClock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Stops the clock at this instant. */
  set(nowMs: number): void;
  /** Moves the clock on; a running clock keeps running, a stopped one stays stopped. */
  advance(byMs: number): void;
  /** Stops the clock where it is. */
  freeze(): void;
  /** Back to the time of the computer. */
  useRealTime(): void;
}

/** A clock that runs with the computer's, or that starts stopped at `frozenAtMs`. */
export function createFakeClock(options: { readonly frozenAtMs?: number } = {}): FakeClock {
  let frozenAtMs = options.frozenAtMs;
  let aheadMs = 0;
  const nowMs = (): number => frozenAtMs ?? Date.now() + aheadMs;
  return {
    nowMs,
    set(atMs) {
      frozenAtMs = atMs;
    },
    advance(byMs) {
      if (frozenAtMs === undefined) aheadMs += byMs;
      else frozenAtMs += byMs;
    },
    freeze() {
      frozenAtMs = nowMs();
    },
    useRealTime() {
      frozenAtMs = undefined;
      aheadMs = 0;
    },
  };
}
