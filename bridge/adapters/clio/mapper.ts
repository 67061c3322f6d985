/** Between Clio's words and the contract's. Pure. */
import { readAppointmentStatus, type AppointmentStatus } from '../../../src/contract/appointment-status';
import type { Appointment, Attendee, Contact } from '../../../src/contract/appointment.schema';
import { opaqueVersion } from '../../../src/contract/required-version';
import { appointmentOfContent, type AppointmentContent as ContractContent } from '../appointment-of-content';
import { timesOfEntry, type EntryTimes, type TimeReading } from './entry-times';
import { externalPropertyOf } from './external-properties';
import type { CalendarEntry, ContactRow, EntryAttendee } from './schema';

/** An entry in the contract's words; its version is its etag, without the quotes that a header has. */
export interface EntryContent extends ContractContent, EntryTimes {
  readonly version: string;
  /** The calendar that the entry belongs to, as a person: Clio names the calendars of users after them. */
  readonly organizer: Appointment['organizer'];
  /** Whom App Connect noted as the one that the appointment is with; empty for none. */
  readonly notedContactId: string;
}

const attendeeOf = ({ id, name, type, email }: EntryAttendee): Attendee => ({
  id,
  name: name || id,
  type,
  ...(email ? { email } : {}),
});

/** Clio has no status of an entry. What was noted on it counts, but for a cancellation: that entry is still there. */
const statusOf = (entry: CalendarEntry): AppointmentStatus => {
  const noted = readAppointmentStatus(externalPropertyOf(entry, 'status')?.value ?? '');
  return noted === undefined || noted === 'cancelled' ? 'scheduled' : noted;
};

export const withUnixLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

export const contentOfEntry = (entry: CalendarEntry, reading: TimeReading): EntryContent => {
  const { calendar_owner: owner } = entry;
  const { startMs, endMs, isAllDay } = timesOfEntry(entry, reading);
  return {
    id: entry.id,
    version: opaqueVersion(entry.etag),
    title: entry.summary,
    description: withUnixLineEnds(entry.description),
    location: entry.location,
    timeZone: reading.timeZone ?? 'UTC',
    startMs,
    endMs,
    isAllDay,
    status: statusOf(entry),
    attendees: entry.attendees.map(attendeeOf),
    organizer: owner ? { id: owner.id, name: owner.name || owner.id } : null,
    notedContactId: externalPropertyOf(entry, 'contactId')?.value ?? '',
  };
};

/** Whom the meeting is with: the contact noted as such, else the first, else a colleague whose calendar it is not. */
const primaryOf = ({ attendees, notedContactId, organizer }: EntryContent): Attendee | undefined => {
  const contacts = attendees.filter(({ type }) => type === 'Contact');
  return (
    contacts.find(({ id }) => id === notedContactId) ??
    contacts[0] ??
    attendees.find(({ id }) => id !== organizer?.id)
  );
};

export const appointmentOf = (content: EntryContent): Appointment =>
  appointmentOfContent(content, primaryOf(content), content.version);

/** People and companies alike are contacts to a calendar entry, and contacts is what Clio's pages call them. */
export const contactOf = (row: ContactRow): Contact => ({
  id: row.id,
  name: row.name || row.id,
  type: 'Contact',
  phone: row.primary_phone_number,
  email: row.primary_email_address,
  company: row.company?.name ?? '',
});
