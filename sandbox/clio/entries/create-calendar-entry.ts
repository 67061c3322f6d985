/** `POST /api/v4/calendar_entries`. */
import type { JsonObject } from '../../core/json-value';
import type { Reader } from '../api/reader';
import { invalidArgument } from '../clio-error';
import type { CalendarEntry } from '../entities';
import { nextRecordId } from '../record-ids';
import { createBodyReader } from './body-reader';
import { changedEntry } from './calendar-entry-changes';

const requiredKeys = ['summary', 'start_at', 'end_at', 'calendar_owner'] as const;

function checkRequired(data: JsonObject, missingFieldStatus: 400 | 422): void {
  const missing = requiredKeys.filter((key) => data[key] === undefined || data[key] === null);
  if (missing.length === 0) return;
  throw invalidArgument(`required fields are missing: ${missing.join(', ')}.`, missingFieldStatus);
}

function blankEntry({ user, nowMs }: Reader): CalendarEntry {
  return {
    id: 0,
    calendarOwnerId: 0,
    summary: '',
    description: null,
    location: null,
    schedule: { kind: 'timed', startAtMs: nowMs, endAtMs: nowMs },
    timeZone: user.timeZone,
    recurrenceRule: null,
    exceptDatesMs: [],
    parentId: null,
    courtRule: false,
    matterId: null,
    eventTypeId: null,
    attendees: [],
    externalProperties: [],
    version: 0,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}

/** @throws ClioError; then nothing is created. */
export function createCalendarEntry(data: JsonObject, reader: Reader): CalendarEntry {
  checkRequired(data, reader.switches.missingFieldStatus);
  const checked = changedEntry(blankEntry(reader), createBodyReader(data, reader), reader);
  const entry = { ...checked, id: nextRecordId(reader.state, 'calendarEntry') };
  reader.state.calendarEntries.set(entry.id, entry);
  return entry;
}
