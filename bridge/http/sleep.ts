/** Waits between two tries of a call. */
import type { CallClock } from './call-clock';

/** Ends early, and without an error, when the signal is aborted. */
export const sleep = (
  clock: Pick<CallClock, 'after'>,
  durationMs: number,
  signal?: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(durationMs, end);
    signal?.addEventListener('abort', end);
  });
