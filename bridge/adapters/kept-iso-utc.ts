/** The text of an instant for those who need thousands: texts of days and minutes are kept, because lists repeat them. */
import { isoUtc } from '../../src/contract/time/iso';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Of a long list many appointments are on the same day. */
let lastDay = { dayNumber: NaN, text: '' };

/** By minute of the day, `T22:00:00.000Z`: appointments start and end on one of 1,440. */
const minuteTexts: string[] = [];

/**
 * The same as `isoUtc`.
 * @throws RangeError for what is no instant
 */
export const keptIsoUtc = (epochMs: number): string => {
  const dayNumber = Math.floor(epochMs / DAY_MS);
  const timeMs = epochMs - dayNumber * DAY_MS;
  // Also where `epochMs` is no number: then Date says so.
  if (timeMs % MINUTE_MS !== 0) return isoUtc(epochMs);
  if (dayNumber !== lastDay.dayNumber) lastDay = { dayNumber, text: isoUtc(epochMs).slice(0, -14) };
  const minute = timeMs / MINUTE_MS;
  return lastDay.text + (minuteTexts[minute] ??= isoUtc(timeMs).slice(10));
};
