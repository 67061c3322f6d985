/** Reads the events of a list: as strict, and as lenient, as `calendarEventRowSchema` is with one. Pure. */
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { readInstant } from '../../../src/contract/time/read-instant';
import { isComplete, isWireRow, readEach, readFlag, readId, readText } from '../row-reader';
import { RECORD_ID, type EventRow } from './schema';

const readAttendee = (value: unknown): EventRow['attendees'][number] | undefined => {
  if (!isWireRow(value)) return undefined;
  const attendee = {
    id: readId(value['id'], RECORD_ID),
    name: readText(value['name']),
    type: readText(value['type']),
    status: readText(value['status']),
    email: readText(value['email']),
  };
  return isComplete(attendee) ? attendee : undefined;
};

/** It only decorates: what cannot be read is as good as not there. */
const readOrganizer = (value: unknown): EventRow['organizer'] => {
  if (!isWireRow(value)) return null;
  const organizer = { id: readId(value['id'], RECORD_ID), name: readText(value['name']) };
  return isComplete(organizer) ? organizer : null;
};

const readTime = (value: unknown): number | undefined =>
  typeof value === 'string' ? readInstant(value) : undefined;

const readZone = (value: unknown): string | undefined =>
  typeof value === 'string' && isKnownTimeZone(value) ? value : undefined;

export const readEventRow = (row: unknown): EventRow | undefined => {
  if (!isWireRow(row)) return undefined;
  const event = {
    id: readId(row['id'], RECORD_ID),
    title: readText(row['title']),
    message: readText(row['message']),
    startTimeUtc: readTime(row['startTimeUtc']),
    endTimeUtc: readTime(row['endTimeUtc']),
    timeZone: readZone(row['timeZone']),
    status: readText(row['status']),
    isAllDay: row['isAllDay'] === null ? undefined : readFlag(row['isAllDay']),
    location: readText(row['location']),
    attendees: row['attendees'] === undefined ? [] : readEach(row['attendees'], readAttendee),
    organizer: readOrganizer(row['organizer']),
    lastModified: readText(row['lastModified']),
  };
  return isComplete(event) && event.endTimeUtc >= event.startTimeUtc ? event : undefined;
};
