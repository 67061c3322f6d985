/** Lists the dates of a recurrence rule. Dates are epoch milliseconds of their midnight in UTC: no zone is involved. */
import type { RecurrenceRule } from './recurrence-rule';

const dayMs = 86_400_000;

const weekdayOf = (date: number): number => new Date(date).getUTCDay();
const monthOf = (date: number): number => new Date(date).getUTCMonth() + 1;
const monthDayOf = (date: number): number => new Date(date).getUTCDate();

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a date is the day of a month that BYMONTHDAY names, counted from the start or, below zero, the end. */
function fitsMonthDay(rule: RecurrenceRule, date: number): boolean {
  if (rule.byMonthDay.length === 0) return true;
  const day = monthDayOf(date);
  const fromEnd = day - 1 - daysInMonth(new Date(date).getUTCFullYear(), monthOf(date));
  return rule.byMonthDay.includes(day) || rule.byMonthDay.includes(fromEnd);
}

/** Whether a date is the weekday that BYDAY names: each, or the nth of its month. */
function fitsDay(rule: RecurrenceRule, date: number): boolean {
  if (rule.byDay.length === 0) return true;
  const day = monthDayOf(date);
  const left = daysInMonth(new Date(date).getUTCFullYear(), monthOf(date)) - day;
  return rule.byDay.some(
    ({ weekday, ordinal }) =>
      weekday === weekdayOf(date) &&
      (ordinal === 0 || ordinal === Math.ceil(day / 7) || ordinal === -Math.ceil((left + 1) / 7)),
  );
}

function fitsMonth(rule: RecurrenceRule, date: number): boolean {
  return rule.byMonth.length === 0 || rule.byMonth.includes(monthOf(date));
}

/** Without BY parts it is the day that the first date has in its month; months that do not have it are skipped. */
function datesInMonth(rule: RecurrenceRule, firstDate: number, monthStart: number): number[] {
  const length = daysInMonth(new Date(monthStart).getUTCFullYear(), monthOf(monthStart));
  const dates = Array.from({ length }, (_, index) => monthStart + index * dayMs);
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) {
    return dates.filter((date) => monthDayOf(date) === monthDayOf(firstDate));
  }
  return dates.filter((date) => fitsDay(rule, date) && fitsMonthDay(rule, date));
}

function datesInYear(rule: RecurrenceRule, firstDate: number, year: number): number[] {
  const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1);
  const ownMonth = rule.byMonthDay.length > 0 ? everyMonth : [monthOf(firstDate)];
  const months =
    rule.byMonth.length > 0 ? everyMonth.filter((month) => rule.byMonth.includes(month)) : ownMonth;
  return months.flatMap((month) => datesInMonth(rule, firstDate, Date.UTC(year, month - 1, 1)));
}

function datesInWeek(rule: RecurrenceRule, firstDate: number, weekStart: number): number[] {
  const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(firstDate)];
  return Array.from({ length: 7 }, (_, index) => weekStart + index * dayMs).filter(
    (date) => weekdays.includes(weekdayOf(date)) && fitsMonth(rule, date),
  );
}

/** The dates in the nth period (day, week, month, year) that the interval does not skip; `startsAt` to stop at. */
function period(
  rule: RecurrenceRule,
  firstDate: number,
  index: number,
): { readonly startsAt: number; dates(): number[] } {
  const step = index * rule.interval;
  const year = new Date(firstDate).getUTCFullYear();
  switch (rule.frequency) {
    case 'DAILY': {
      const date = firstDate + step * dayMs;
      const fits = fitsDay(rule, date) && fitsMonthDay(rule, date) && fitsMonth(rule, date);
      return { startsAt: date, dates: () => (fits ? [date] : []) };
    }
    case 'WEEKLY': {
      const sinceWeekStart = (weekdayOf(firstDate) - rule.weekStart + 7) % 7;
      const startsAt = firstDate + (step * 7 - sinceWeekStart) * dayMs;
      return { startsAt, dates: () => datesInWeek(rule, firstDate, startsAt) };
    }
    case 'MONTHLY': {
      const startsAt = Date.UTC(year, monthOf(firstDate) - 1 + step, 1);
      return {
        startsAt,
        dates: () => (fitsMonth(rule, startsAt) ? datesInMonth(rule, firstDate, startsAt) : []),
      };
    }
    case 'YEARLY':
      return {
        startsAt: Date.UTC(year + step, 0, 1),
        dates: () => datesInYear(rule, firstDate, year + step),
      };
  }
}

/**
 * The dates of a series in their order, the first date being part of it when it fits the rule. COUNT is obeyed;
 * UNTIL is not, because what it means depends on the time of day and the zone.
 *
 * @param lastDate ends the list of a rule that has no end, or none that can be reached.
 */
export function* recurrenceDates(
  rule: RecurrenceRule,
  firstDate: number,
  lastDate: number,
): Generator<number, void, undefined> {
  let found = 0;
  for (let index = 0; ; index += 1) {
    const { startsAt, dates } = period(rule, firstDate, index);
    if (startsAt > lastDate) return;
    for (const date of dates()) {
      if (date < firstDate || date > lastDate) continue;
      if (rule.count !== null && found >= rule.count) return;
      found += 1;
      yield date;
    }
  }
}
