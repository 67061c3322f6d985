/** How many requests a limit leaves in its current window: by our own count, and by the vendor's where it tells. */
import { WINDOW_MS, type RateReading } from './rate-headers';

/** Two readings of one window may differ by the rounding to seconds. */
const SAME_WINDOW_MS = 1500;

export interface RateWindow {
  /** Requests that may leave now. */
  left(nowMs: number): number;
  /** Counts one that leaves. */
  take(nowMs: number): void;
  /** @param inFlight requests that the vendor may not have counted yet */
  learn(reading: RateReading, inFlight: number, nowMs: number): void;
  /** There is no limit, until the vendor names one. */
  lift(): void;
  /** Until a request with so many before it may leave; 0 for now. */
  waitMs(ahead: number, nowMs: number): number;
}

/** @param options.requestsPerMinute until the vendor names another number; undefined: no limit until then */
export const createRateWindow = (options: { readonly requestsPerMinute: number | undefined }): RateWindow => {
  let limit = options.requestsPerMinute ?? Infinity;
  let left = limit;
  /** The least that the vendor has said to be left in this window: answers may come in another order than requests. */
  let leastSaid = Infinity;
  /** Infinity until the first request of a window. */
  let endsAtMs = Infinity;

  const renew = (nowMs: number): void => {
    if (nowMs < endsAtMs) return;
    left = limit;
    leastSaid = Infinity;
    endsAtMs = Infinity;
  };

  const learnLimit = (said: number): void => {
    left = limit === Infinity ? said : left + said - limit;
    leastSaid = Infinity;
    limit = said;
  };

  /** When the window ends, by what the vendor says, and whether that is the window we know. */
  const learnEnd = (resetsInMs: number | undefined, nowMs: number): void => {
    const saidMs = resetsInMs === undefined ? Math.min(endsAtMs, nowMs + WINDOW_MS) : nowMs + resetsInMs;
    const isSame = Math.abs(saidMs - endsAtMs) <= SAME_WINDOW_MS;
    if (!isSame) leastSaid = Infinity;
    endsAtMs = isSame ? Math.max(saidMs, endsAtMs) : saidMs;
  };

  return {
    left: (nowMs) => {
      renew(nowMs);
      return left;
    },
    take: (nowMs) => {
      renew(nowMs);
      if (endsAtMs === Infinity) endsAtMs = nowMs + WINDOW_MS;
      left -= 1;
    },
    learn: (reading, inFlight, nowMs) => {
      renew(nowMs);
      const said = reading.limit === undefined ? undefined : Math.max(1, reading.limit);
      if (said !== undefined && said !== limit) learnLimit(said);
      if (reading.remaining === undefined) return;
      learnEnd(reading.resetsInMs, nowMs);
      leastSaid = Math.min(leastSaid, reading.remaining);
      left = leastSaid - inFlight;
    },
    lift: () => learnLimit(Infinity),
    waitMs: (ahead, nowMs) => {
      renew(nowMs);
      if (ahead < left) return 0;
      const windows = Math.max(0, Math.floor((ahead - Math.max(left, 0)) / limit));
      return (endsAtMs === Infinity ? WINDOW_MS : endsAtMs - nowMs) + windows * WINDOW_MS;
    },
  };
};
