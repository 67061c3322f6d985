/** Inclusive calendar days, and the stretch of time they cover in a zone. */
import { dayText, readDay } from './iso';
import { epochMsAt, wallMsAt } from './zone-arithmetic';
import type { ZoneClock } from './zone-clock';

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD`, both inclusive. */
export interface DayRange {
  readonly startDate: string;
  readonly endDate: string;
}

/** Half-open: an appointment belongs to it when it starts before `toMs` and ends after `fromMs`. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The same day of another month; the month's last day where it has no such day (31 January + 1 → 28 February). */
export const addMonths = (wallMs: number, months: number): number => {
  const date = new Date(wallMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay));
};

/** What App Connect shows when nobody names a range: one month back to three months ahead, in the user's days. */
export const defaultDayRange = (nowMs: number, timeZone: string, clock: ZoneClock): DayRange => {
  const wallMs = wallMsAt(nowMs, timeZone, clock);
  return { startDate: dayText(addMonths(wallMs, -1)), endDate: dayText(addMonths(wallMs, 3)) };
};

/** `2026-07-20` and 1 → `2026-07-21`. */
export const addDays = (day: string, days: number): string => dayText((readDay(day) ?? NaN) + days * DAY_MS);

/** From the first moment of the first day to the first moment after the last. */
export const windowOfDays = (range: DayRange, timeZone: string, clock: ZoneClock): TimeWindow => ({
  fromMs: epochMsAt(readDay(range.startDate) ?? NaN, timeZone, clock),
  toMs: epochMsAt((readDay(range.endDate) ?? NaN) + DAY_MS, timeZone, clock),
});

/** Overlap. An appointment without length belongs where it starts. */
export const isWithin = (window: TimeWindow, startMs: number, endMs: number): boolean =>
  startMs < window.toMs && (endMs > window.fromMs || (endMs === startMs && startMs >= window.fromMs));
