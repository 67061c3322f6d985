/** Texts of instants, days and times of day, both ways. Every function here is independent of the machine's zone. */

/** Epoch ms → `2026-07-20T22:00:00.000Z`. */
export const isoUtc = (epochMs: number): string => new Date(epochMs).toISOString();

/** Wall ms → `2026-07-20`. */
export const dayText = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10);

/** Wall ms → `15:00:00`. */
export const timeText = (wallMs: number): string => new Date(wallMs).toISOString().slice(11, 19);

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

const daysOfMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return LONG_MONTHS.includes(month) ? 31 : 30;
};

/** Whole numbers, year, month 1-12 and day → wall ms of its midnight; undefined for a day that is not in the calendar. */
export const wallMsOfDay = (year: number, month: number, day: number): number | undefined => {
  const exists = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
  return exists ? Date.UTC(year, month - 1, day) : undefined;
};

/** `2026-07-20` → wall ms of its midnight; undefined for anything else (`2026-02-30`, `7/20/2026`). */
export const readDay = (text: string): number | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? wallMsOfDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};
