/** Expands a recurring entry: each occurrence has the clock time of the first, in the zone the entry was entered in. */
import { epochMsToWall, wallToEpochMs } from '../../core/zone-time';
import type { CalendarEntry, Schedule } from '../entities';
import { dateIn } from './entry-schedule';
import { recurrenceDates } from './recurrence-dates';
import { parseRecurrenceRule, type RuleEnd } from './recurrence-rule';

const dayMs = 86_400_000;
/** A date in UTC and the instants of that date in any zone are less than this apart. */
const zoneSlackMs = 2 * dayMs;

export interface Occurrence {
  /** Its date in the zone of the entry, as midnight in UTC. */
  readonly dateMs: number;
  readonly schedule: Schedule;
}

function firstDateOf(entry: CalendarEntry): number {
  const { schedule, timeZone } = entry;
  return schedule.kind === 'timed' ? dateIn(schedule.startAtMs, timeZone) : schedule.firstDayMs;
}

function lengthOf(schedule: Schedule): number {
  return schedule.kind === 'timed'
    ? schedule.endAtMs - schedule.startAtMs
    : schedule.lastDayMs - schedule.firstDayMs;
}

function scheduleOn(entry: CalendarEntry, dateMs: number): Schedule {
  const { schedule, timeZone } = entry;
  const lengthMs = lengthOf(schedule);
  if (schedule.kind === 'all-day') {
    return { kind: 'all-day', firstDayMs: dateMs, lastDayMs: dateMs + lengthMs };
  }
  const { year, month, day } = epochMsToWall(dateMs, 'UTC');
  const startAtMs = wallToEpochMs(
    { ...epochMsToWall(schedule.startAtMs, timeZone), year, month, day },
    timeZone,
  );
  return { kind: 'timed', startAtMs, endAtMs: startAtMs + lengthMs };
}

/** UNTIL includes the occurrence that starts then. */
function isAfter({ kind, ms }: RuleEnd, { dateMs, schedule }: Occurrence, timeZone: string): boolean {
  if (kind === 'date' || schedule.kind === 'all-day') return dateMs > ms;
  const startMs =
    kind === 'utc' ? schedule.startAtMs : wallToEpochMs(epochMsToWall(schedule.startAtMs, timeZone), 'UTC');
  return startMs > ms;
}

/**
 * The occurrences that may touch a stretch of time; at its edges there can be a few that do not.
 *
 * @returns nothing for an entry that does not recur.
 */
export function* occurrencesOf(
  entry: CalendarEntry,
  window: { readonly fromMs: number; readonly toMs: number },
): Generator<Occurrence, void, undefined> {
  if (entry.recurrenceRule === null) return;
  const rule = parseRecurrenceRule(entry.recurrenceRule);
  const reachMs = lengthOf(entry.schedule) + zoneSlackMs;
  for (const dateMs of recurrenceDates(rule, firstDateOf(entry), window.toMs + zoneSlackMs)) {
    if (dateMs + reachMs < window.fromMs) continue;
    const occurrence = { dateMs, schedule: scheduleOn(entry, dateMs) };
    if (rule.until !== null && isAfter(rule.until, occurrence, entry.timeZone)) return;
    if (!entry.exceptDatesMs.includes(dateMs)) yield occurrence;
  }
}

export function firstOccurrence(entry: CalendarEntry): Occurrence {
  return { dateMs: firstDateOf(entry), schedule: entry.schedule };
}
