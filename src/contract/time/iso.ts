/** Texts of instants, days and times of day, both ways. Every function here is independent of the machine's zone. */

const MINUTE_MS = 60_000;

/** Epoch ms → `2026-07-20T22:00:00.000Z`. */
export const isoUtc = (epochMs: number): string => new Date(epochMs).toISOString();

/** Wall ms → `2026-07-20`. */
export const dayText = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10);

/** Wall ms → `15:00:00`. */
export const timeText = (wallMs: number): string => new Date(wallMs).toISOString().slice(11, 19);

/** Year, month 1-12 and day → wall ms of its midnight; undefined for a day that is not in the calendar. */
export const wallMsOfDay = (year: number, month: number, day: number): number | undefined => {
  const wallMs = Date.UTC(year, month - 1, day);
  const date = new Date(wallMs);
  const exists =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? wallMs : undefined;
};

/** `2026-07-20` → wall ms of its midnight; undefined for anything else (`2026-02-30`, `7/20/2026`). */
export const readDay = (text: string): number | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? wallMsOfDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d):([0-5]\d))$/;

/**
 * ISO-8601 with `Z` or an offset → epoch ms. Undefined for a text without an offset: such a text names no instant,
 * and reading it in the server's zone is how calendars come to show wrong hours.
 */
export const readInstant = (text: string): number | undefined => {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, day = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const midnight = readDay(day);
  if (midnight === undefined) return undefined;
  const timeMs =
    (Number(hour) * 60 + Number(minute)) * MINUTE_MS +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE_MS;
  return midnight + timeMs + (sign === '-' ? offsetMs : -offsetMs);
};
