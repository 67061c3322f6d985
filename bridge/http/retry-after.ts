/** How long a vendor asks to wait. */

const MAX_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * Value of a `Retry-After` header, in seconds or as an HTTP date (RFC 9110 §10.2.3) → milliseconds from `nowMs`, a day
 * at most; undefined for none or for a text that is neither.
 */
export const readRetryAfterMs = (header: string | undefined, nowMs: number): number | undefined => {
  const text = header?.trim() ?? '';
  const waitMs = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /^[A-Z][a-z]{2}/.test(text)
      ? Date.parse(text) - nowMs
      : NaN;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), MAX_WAIT_MS);
};
