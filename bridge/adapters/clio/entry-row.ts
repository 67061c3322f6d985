/** Reads the calendar entries of a list: as strict, and as lenient, as `calendarEntrySchema` is with one. Pure. */
import {
  isAbsent,
  isComplete,
  isWireRow,
  readEach,
  readFlag,
  readId,
  readPositiveId,
  readText,
} from '../row-reader';
import { CLIO_ENTRY_ID } from './clio-id';
import { epochMsOf, readEntryTime, RECORD_ID, type CalendarEntry, type EntryAttendee } from './schema';

type Owner = NonNullable<CalendarEntry['calendar_owner']>;
type Property = CalendarEntry['external_properties'][number];

type ListedAttendee = Omit<EntryAttendee, 'id'> & { readonly id: string | null };

const readAttendee = (value: unknown): ListedAttendee | undefined => {
  if (!isWireRow(value) || value['type'] === '' || isAbsent(value['type'])) return undefined;
  const id = value['id'];
  const attendee = {
    id: isAbsent(id) ? null : readId(id, RECORD_ID),
    type: readText(value['type']),
    name: readText(value['name']),
    email: readText(value['email']),
  };
  return isComplete(attendee) ? attendee : undefined;
};

const hasId = (attendee: ListedAttendee): attendee is EntryAttendee => attendee.id !== null;

/** Without those who have no id: whom nobody can name, nobody can invite or remove. */
const readAttendees = (value: unknown): EntryAttendee[] | undefined =>
  value === null ? [] : readEach(value, readAttendee)?.filter(hasId);

const readProperty = (value: unknown): Property | undefined => {
  if (!isWireRow(value) || isAbsent(value['name'])) return undefined;
  const property = {
    id: readId(value['id'], RECORD_ID),
    name: readText(value['name']),
    value: readText(value['value']),
  };
  return isComplete(property) ? property : undefined;
};

const readOwner = (value: unknown): Owner | null | undefined => {
  if (isAbsent(value)) return null;
  if (!isWireRow(value)) return undefined;
  const owner = { id: readId(value['id'], RECORD_ID), name: readText(value['name']) };
  return isComplete(owner) ? owner : undefined;
};

const readTime = (value: unknown): CalendarEntry['start_at'] | undefined =>
  typeof value === 'string' ? readEntryTime(value) : undefined;

export const readEntryRow = (row: unknown): CalendarEntry | undefined => {
  if (!isWireRow(row)) return undefined;
  const parentId = row['parent_calendar_entry_id'];
  const entry = {
    id: readPositiveId(row['id'], CLIO_ENTRY_ID.pattern),
    etag: readText(row['etag']),
    summary: readText(row['summary']),
    description: readText(row['description']),
    location: readText(row['location']),
    start_at: readTime(row['start_at']),
    end_at: readTime(row['end_at']),
    all_day: readFlag(row['all_day']),
    recurrence_rule: readText(row['recurrence_rule']),
    parent_calendar_entry_id: isAbsent(parentId) ? null : readId(parentId, RECORD_ID),
    calendar_owner: readOwner(row['calendar_owner']),
    attendees: readAttendees(row['attendees']),
    external_properties: readEach(row['external_properties'], readProperty) ?? [],
  };
  return isComplete(entry) && epochMsOf(entry.end_at) >= epochMsOf(entry.start_at) ? entry : undefined;
};
