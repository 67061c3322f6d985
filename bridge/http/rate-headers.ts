/** What a vendor's headers say about its limit, in the two families that are in use. */
import type { VendorReply } from './vendor-reply';

export interface RateReading {
  /** Requests in a window. */
  readonly limit?: number | undefined;
  /** Requests that are left in the window. */
  readonly remaining?: number | undefined;
  /** Until the window ends; a minute at most, which is how long the windows of the three vendors are. */
  readonly resetsInMs?: number | undefined;
}

export const WINDOW_MS = 60_000;

/** Numbers from here on are moments: in seconds since 1970 (as Clio documents them), or in milliseconds. */
const EPOCH_SECONDS_FROM = 1_000_000_000;
const EPOCH_MS_FROM = 1_000_000_000_000;

/** `50`, and `50, 50;w=60` as drafts of the IETF have it. */
const numberAt = ({ headers }: Pick<VendorReply, 'headers'>, name: string): number | undefined => {
  const text = headers[`x-ratelimit-${name}`] ?? headers[`ratelimit-${name}`] ?? '';
  const digits = /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*(?:[,;]|$)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const untilMs = (reset: number, nowMs: number): number => {
  if (reset >= EPOCH_MS_FROM) return reset - nowMs;
  return reset >= EPOCH_SECONDS_FROM ? reset * 1000 - nowMs : reset * 1000;
};

/**
 * Clio documents `X-RateLimit-*` with a Unix time as its reset (docs.developers.clio.com/api-docs/rate-limits). For
 * Bullhorn nothing is documented; clients have seen `ratelimit-*`, with seconds (bullhorn-clio.md §1.7).
 * @param nowMs epoch milliseconds
 */
export const readRateHeaders = (reply: Pick<VendorReply, 'headers'>, nowMs: number): RateReading => {
  const reset = numberAt(reply, 'reset');
  return {
    limit: numberAt(reply, 'limit'),
    remaining: numberAt(reply, 'remaining'),
    resetsInMs: reset === undefined ? undefined : Math.min(Math.max(untilMs(reset, nowMs), 0), WINDOW_MS),
  };
};
