/** Translates between startDate, startTime and endTime of the record and the instants of the event. */
import type { CalendarEvent, NetSuiteState, Occurrence, User } from '../entities';
import type { NetSuiteSwitches } from '../switches';
import { epochMsToWall, wallAsUtcMs, wallToEpochMs, type WallTime } from '../zone-time';
import type { TimeOfDay, WallDate } from './body-values';
import { invalidContent } from './record-api-error';

/** The fields as the event form has them: one date, two times. */
export interface Schedule {
  readonly allDay: boolean;
  readonly startDate: WallDate;
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
}

/** An all-day event is from 8 am to 6 pm (help page article_161013672126). */
export const allDayStart: TimeOfDay = { hour: 8, minute: 0, second: 0 };
export const allDayEnd: TimeOfDay = { hour: 18, minute: 0, second: 0 };

/** The zone in which REST takes and gives times for this caller. */
export function restTimeZone(
  restTimesIn: NetSuiteSwitches['restTimesIn'],
  user: User,
  state: NetSuiteState,
): string {
  const zones = {
    user: user.preferences.timeZone,
    company: state.companyTimeZone,
    pacific: 'America/Los_Angeles',
  } satisfies Record<NetSuiteSwitches['restTimesIn'], string>;
  return zones[restTimesIn];
}

function wallAt({ year, month, day }: WallDate, { hour, minute, second }: TimeOfDay): WallTime {
  return { year, month, day, hour, minute, second };
}

/** An all-day event is about a date, which does not shift for a reader in another zone. */
export function scheduleOf(event: CalendarEvent, timeZone: string): Schedule {
  const [first] = event.occurrences;
  const zone = event.allDay ? event.timeZone : timeZone;
  const start = epochMsToWall(first.startMs, zone);
  return {
    allDay: event.allDay,
    startDate: start,
    startTime: start,
    endTime: epochMsToWall(first.endMs, zone),
  };
}

/** @throws RecordApiError when the end is not after the start on the same date (help page section_N3650565). */
export function occurrenceOf(schedule: Schedule, timeZone: string): Occurrence {
  const start = wallAt(schedule.startDate, schedule.allDay ? allDayStart : schedule.startTime);
  const end = wallAt(schedule.startDate, schedule.allDay ? allDayEnd : schedule.endTime);
  const lengthMs = wallAsUtcMs(end) - wallAsUtcMs(start);
  if (lengthMs <= 0) {
    throw invalidContent('An event cannot extend past midnight: endTime must be after startTime.', 'endTime');
  }
  const startMs = wallToEpochMs(start, timeZone);
  const endMs = wallToEpochMs(end, timeZone);
  // A start in the hour that is skipped in spring moves forward and can pass the end: then the length counts.
  return { startMs, endMs: endMs > startMs ? endMs : startMs + lengthMs };
}

/** The occurrences of a series after its first one got a new time: each moves as far on the clock as the first. */
export function rescheduled(
  occurrences: CalendarEvent['occurrences'],
  first: Occurrence,
  timeZone: string,
): CalendarEvent['occurrences'] {
  const [before, ...others] = occurrences;
  const wallMs = (epochMs: number): number => wallAsUtcMs(epochMsToWall(epochMs, timeZone));
  const movedByMs = wallMs(first.startMs) - wallMs(before.startMs);
  const lengthMs = first.endMs - first.startMs;
  const moved = others.map(({ startMs }) => {
    const start = wallToEpochMs(epochMsToWall(wallMs(startMs) + movedByMs, 'UTC'), timeZone);
    return { startMs: start, endMs: start + lengthMs };
  });
  return [first, ...moved];
}
