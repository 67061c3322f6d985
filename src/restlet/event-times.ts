/** From the strings of a calendar event to the instants it begins and ends. Pure. */
import { epochMsAt } from '../contract/time/zone-arithmetic';
import type { ZoneClock } from '../contract/time/zone-clock';
import { netSuiteTimeZones } from '../contract/time/netsuite-time-zones';
import type { EventRecord, UserFormat, UserSession } from './ports';

const DAY_MS = 86_400_000;

export interface EventTimes {
  readonly startMs: number;
  readonly endMs: number;
  readonly isAllDay: boolean;
}

interface WallTimes {
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
}

/** Why a record's times cannot be read: names the field and its value, which is a date or a time and nothing else. */
export class UnreadableTimes extends Error {
  override readonly name = 'UnreadableTimes';
}

/** An occurrence carries both of its ends with their days; it may last for days. */
const occurrenceTimes = (record: EventRecord, format: UserFormat): WallTimes | undefined => {
  const start = format.readDateTime(record.instanceStart);
  const end = format.readDateTime(record.instanceEnd);
  if (start === undefined || end === undefined || end < start) return undefined;
  return { start, end, isAllDay: record.isAllDay };
};

/**
 * An event has one date and two times of day. No times: all of the day. An end before the start: it runs past
 * midnight. An end equal to the start: it has no length.
 */
const singleTimes = (record: EventRecord, format: UserFormat): WallTimes => {
  const day = format.readDay(record.startDate);
  if (day === undefined)
    throw new UnreadableTimes(`the date "${record.startDate}" is not in the user's date format`);
  if (record.startTime === '') return { start: day, end: day + DAY_MS, isAllDay: true };
  const startTime = format.readTime(record.startTime);
  const endTime = record.endTime === '' ? startTime : format.readTime(record.endTime);
  if (startTime === undefined || endTime === undefined) {
    const unread = startTime === undefined ? record.startTime : record.endTime;
    throw new UnreadableTimes(`the time "${unread}" is not in the user's time format`);
  }
  const end = day + endTime + (endTime < startTime ? DAY_MS : 0);
  return { start: day + startTime, end, isAllDay: record.isAllDay };
};

/**
 * On which zone's clock a record shows its times.
 * @throws UnreadableTimes where it is the event's own and NetSuite does not show it
 */
export const zoneOfTimes = (
  { timeZone }: EventRecord,
  session: Pick<UserSession, 'timeZone' | 'eventTimesIn'>,
): string => {
  if (session.eventTimesIn === 'reader-zone') return session.timeZone;
  if (netSuiteTimeZones.some((known) => known === timeZone)) return timeZone;
  throw new UnreadableTimes('NetSuite does not show the zone that the event was entered in');
};

/** @throws UnreadableTimes */
export const eventTimes = (
  record: EventRecord,
  format: UserFormat,
  timeZone: string,
  clock: ZoneClock,
): EventTimes => {
  const wall = occurrenceTimes(record, format) ?? singleTimes(record, format);
  const startMs = epochMsAt(wall.start, timeZone, clock);
  const endMs = epochMsAt(wall.end, timeZone, clock);
  // A start in the hour that a clock change skips moves forward and may pass the end: then the length on the wall counts.
  return {
    startMs,
    endMs: endMs < startMs ? startMs + (wall.end - wall.start) : endMs,
    isAllDay: wall.isAllDay,
  };
};
