/** Turns the body of a create or an update into the entry it makes. Nothing is written here. */
import type { Reader } from '../api/reader';
import { calendarPermission, isWriteable } from '../calendar-permission';
import { ClioError, forbidden, invalidArgument } from '../clio-error';
import type { CalendarEntry, Schedule } from '../entities';
import { applyAttendeeOperations } from './attendee-operations';
import type { BodyReader } from './body-reader';
import { scheduleFrom, shownTimes } from './entry-schedule';
import { applyExternalPropertyOperations } from './external-property-operations';
import { echoedRule, parseRecurrenceRule, RecurrenceRuleError } from './recurrence-rule';

/** "Dates before 1900 are pulled to 1900." */
const earliestMs = Date.UTC(1900, 0, 1);

const orKept = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);

/** @throws ClioError 422 when the end is before the start. */
function changedSchedule(schedule: Schedule, body: BodyReader, reader: Reader): Schedule {
  const startAtMs = body.time('start_at');
  const endAtMs = body.time('end_at');
  const allDay = body.flag('all_day');
  if (startAtMs === undefined && endAtMs === undefined && allDay === undefined) return schedule;
  const kept = shownTimes(schedule, reader);
  const times = {
    startAtMs: Math.max(startAtMs ?? kept.startAtMs, earliestMs),
    endAtMs: Math.max(endAtMs ?? kept.endAtMs, earliestMs),
  };
  if (times.endAtMs < times.startAtMs) throw invalidArgument('end_at must not be before start_at.', 422);
  return scheduleFrom(times, allDay ?? schedule.kind === 'all-day', reader);
}

/** `''` and `null` make a recurring entry a single one. */
function changedRule(rule: string | null, body: BodyReader): string | null {
  const wanted = body.text('recurrence_rule');
  if (wanted === undefined) return rule;
  if (wanted === null || wanted === '') return null;
  try {
    parseRecurrenceRule(wanted);
  } catch (error) {
    throw error instanceof RecurrenceRuleError ? invalidArgument(error.message, 422) : error;
  }
  return echoedRule(wanted);
}

function changedSummary(summary: string, body: BodyReader): string {
  const wanted = orKept(body.text('summary'), summary);
  if (wanted === null || wanted.trim() === '') throw invalidArgument('summary cannot be blank.', 422);
  return wanted;
}

function changedReference(
  kept: number | null,
  body: BodyReader,
  name: string,
  records: ReadonlyMap<number, unknown>,
  { switches }: Reader,
): number | null {
  const id = orKept(body.reference(name), kept);
  if (id === null || id === kept || records.has(id)) return id;
  throw new ClioError(switches.unknownMemberStatus, `There is no ${name} ${id}.`);
}

/** @throws ClioError 403 unless the user is editor or owner of the calendar; 422 or 404 when there is none. */
export function checkWriteable(calendarId: number, { state, user, switches }: Reader): void {
  const calendar = state.calendars.get(calendarId);
  if (calendar === undefined) {
    throw new ClioError(switches.unknownMemberStatus, `There is no calendar ${calendarId}.`);
  }
  if (!isWriteable(calendarPermission(calendar, user.id))) {
    throw forbidden('The user has no permission to write to this calendar.');
  }
}

function changedOwner(calendarOwnerId: number, body: BodyReader): number {
  const wanted = body.reference('calendar_owner');
  if (wanted === null) throw invalidArgument('calendar_owner cannot be null.', 422);
  return wanted ?? calendarOwnerId;
}

/** @throws ClioError for a value that cannot be, a record that does not exist, a calendar that cannot be written to. */
export function changedEntry(entry: CalendarEntry, body: BodyReader, reader: Reader): CalendarEntry {
  const { state, nowMs } = reader;
  const calendarOwnerId = changedOwner(entry.calendarOwnerId, body);
  checkWriteable(calendarOwnerId, reader);
  return {
    ...entry,
    calendarOwnerId,
    summary: changedSummary(entry.summary, body),
    description: orKept(body.text('description'), entry.description),
    location: orKept(body.text('location'), entry.location),
    schedule: changedSchedule(entry.schedule, body, reader),
    recurrenceRule: changedRule(entry.recurrenceRule, body),
    matterId: changedReference(entry.matterId, body, 'matter', state.matters, reader),
    eventTypeId: changedReference(
      entry.eventTypeId,
      body,
      'calendar_entry_event_type',
      state.eventTypes,
      reader,
    ),
    attendees: applyAttendeeOperations(entry.attendees, body.members('attendees'), reader),
    externalProperties: applyExternalPropertyOperations(
      entry.externalProperties,
      body.members('external_properties'),
      reader,
    ),
    version: entry.version + 1,
    updatedAtMs: nowMs,
  };
}
