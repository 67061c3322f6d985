/** When an entry is, as the API shows it: all-day entries are dates here and become instants for a reader. */
import { epochMsToWall, wallToEpochMs } from '../../core/zone-time';
import type { Reader } from '../api/reader';
import type { Schedule } from '../entities';

export interface ShownTimes {
  readonly startAtMs: number;
  readonly endAtMs: number;
}

const dayMs = 86_400_000;

function midnightZone({ switches, user }: Reader): string {
  return switches.allDayMidnightIn === 'utc' ? 'UTC' : user.timeZone;
}

/** The instant at which a date, given as its midnight in UTC, begins in a zone. */
function midnight(dateMs: number, timeZone: string): number {
  return wallToEpochMs(epochMsToWall(dateMs, 'UTC'), timeZone);
}

/** The date, as its midnight in UTC, that a zone has at an instant. */
export function dateIn(epochMs: number, timeZone: string): number {
  const { year, month, day } = epochMsToWall(epochMs, timeZone);
  return Date.UTC(year, month - 1, day);
}

export function shownTimes(schedule: Schedule, reader: Reader): ShownTimes {
  if (schedule.kind === 'timed') return schedule;
  const zone = midnightZone(reader);
  const { firstDayMs, lastDayMs } = schedule;
  const dayAfter = midnight(lastDayMs + dayMs, zone);
  const ends = {
    'exclusive-midnight': dayAfter,
    'inclusive-midnight': midnight(lastDayMs, zone),
    'last-second': dayAfter - 1000,
  } as const satisfies Record<Reader['switches']['allDayEnd'], number>;
  return { startAtMs: midnight(firstDayMs, zone), endAtMs: ends[reader.switches.allDayEnd] };
}

/** The other way round: of an all-day entry only the dates of the two times count. */
export function scheduleFrom(times: ShownTimes, allDay: boolean, reader: Reader): Schedule {
  if (!allDay) return { kind: 'timed', startAtMs: times.startAtMs, endAtMs: times.endAtMs };
  const zone = midnightZone(reader);
  const firstDayMs = dateIn(times.startAtMs, zone);
  const endsBeforeMs = reader.switches.allDayEnd === 'exclusive-midnight' ? 1 : 0;
  const lastDayMs = dateIn(times.endAtMs - endsBeforeMs, zone);
  return { kind: 'all-day', firstDayMs, lastDayMs: Math.max(firstDayMs, lastDayMs) };
}
