/** The one place where a length becomes the whole minutes that the contract counts in. */
const MINUTE_MS = 60_000;

/** To the nearest; at least one for what has a length at all, because nobody may ask for none. */
export const wholeMinutes = (lengthMs: number): number =>
  lengthMs > 0 ? Math.max(1, Math.round(lengthMs / MINUTE_MS)) : 0;
