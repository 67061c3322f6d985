/** When a calendar entry is, in instants. All-day entries are days of the user's zone, wherever Clio puts their midnight. Pure. */
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { epochMsAt, wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import type { ClioAssumptions } from './assumptions';
import { epochMsOf, type CalendarEntry, type EntryTime } from './schema';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface EntryTimes {
  readonly startMs: number;
  /** Exclusive. */
  readonly endMs: number;
  readonly isAllDay: boolean;
}

export interface TimeReading {
  /** IANA name of the Clio user's zone; undefined where Clio did not tell. */
  readonly timeZone: string | undefined;
  readonly assumptions: ClioAssumptions;
}

const startOfDay = (wallMs: number): number => Math.floor(wallMs / DAY_MS) * DAY_MS;

/** The digits whose midnight counts; without the user's zone those that Clio wrote, which are the user's too. */
const wallMsOfAllDay = (time: EntryTime, { timeZone, assumptions }: TimeReading): number => {
  if (time.offsetMinutes === undefined) return time.wallMs;
  if (assumptions.allDayMidnightIn === 'utc') return epochMsOf(time);
  return timeZone === undefined ? time.wallMs : wallMsAt(epochMsOf(time), timeZone, intlZoneClock);
};

const allDayTimes = (entry: CalendarEntry, reading: TimeReading): EntryTimes => {
  const { timeZone, assumptions } = reading;
  const firstDay = startOfDay(wallMsOfAllDay(entry.start_at, reading));
  const endWallMs = wallMsOfAllDay(entry.end_at, reading);
  const endDay = startOfDay(endWallMs);
  const endsAtMidnightAfter =
    endWallMs === endDay && assumptions.allDayEnd === 'exclusive' && endDay > firstDay;
  const dayAfter = endsAtMidnightAfter ? endDay : endDay + DAY_MS;
  const instantOf = (wallMs: number): number =>
    timeZone === undefined
      ? wallMs - (entry.start_at.offsetMinutes ?? 0) * MINUTE_MS
      : epochMsAt(wallMs, timeZone, intlZoneClock);
  return { startMs: instantOf(firstDay), endMs: instantOf(dayAfter), isAllDay: true };
};

export const timesOfEntry = (entry: CalendarEntry, reading: TimeReading): EntryTimes => {
  const { start_at: start, end_at: end } = entry;
  const isAllDay = entry.all_day || start.offsetMinutes === undefined || end.offsetMinutes === undefined;
  return isAllDay
    ? allDayTimes(entry, reading)
    : { startMs: epochMsOf(start), endMs: epochMsOf(end), isAllDay };
};
