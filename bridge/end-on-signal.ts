/** Ends the process when it is told to: in order at the first signal, at once at the second, or when time is up. */

/** A Ctrl-C in `npm start` comes twice: from the terminal, and passed on by npm. */
const SAME_WISH_MS = 500;

const CLEAN = 0;
const CUT_SHORT = 1;

export interface EndOnSignalOptions {
  /** Ends what runs, in order. */
  close(): Promise<void>;
  /** How long that may take. */
  readonly limitMs: number;
  /** Of the process. */
  readonly signals: { on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown };
  exit(code: number): void;
}

export const endOnSignal = ({ close, limitMs, signals, exit }: EndOnSignalOptions): void => {
  let firstAtMs: number | undefined;
  const end = (): void => {
    if (firstAtMs !== undefined) {
      if (performance.now() - firstAtMs >= SAME_WISH_MS) exit(CUT_SHORT);
      return;
    }
    firstAtMs = performance.now();
    setTimeout(() => exit(CUT_SHORT), limitMs).unref();
    close().then(
      () => exit(CLEAN),
      () => exit(CUT_SHORT),
    );
  };
  signals.on('SIGINT', end);
  signals.on('SIGTERM', end);
};
