/** Between NetSuite's words and the contract's, both ways. Pure. */
import { hash } from 'node:crypto';
import type { AppointmentStatus } from '../../../src/contract/appointment-status';
import type {
  Appointment,
  Attendee,
  AttendeeResponse,
  Contact,
} from '../../../src/contract/appointment.schema';
import type { ContactReference } from '../../../src/contract/change.schema';
import { plainTextFromHtml } from '../../../src/contract/plain-text';
import { appointmentOfContent, type AppointmentContent as EventContent } from '../appointment-of-content';
import type { EventRow, FoundPersonRow } from './schema';

const statusByEventStatus: Readonly<Record<string, AppointmentStatus>> = {
  TENTATIVE: 'scheduled',
  CONFIRMED: 'confirmed',
  COMPLETE: 'completed',
  CANCELLED: 'cancelled',
};

/** NetSuite has four statuses (RESTBROWSER, `status.id`): a scheduled event and a tentative one are the same to it. */
const eventStatusByStatus = {
  scheduled: 'TENTATIVE',
  tentative: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  completed: 'COMPLETE',
  cancelled: 'CANCELLED',
} as const satisfies Record<AppointmentStatus, string>;

const responseById: Readonly<Record<string, AttendeeResponse>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  NO_RESPONSE: 'no_response',
};

export const isKnownEventStatus = (eventStatus: string): boolean =>
  Object.hasOwn(statusByEventStatus, eventStatus.toUpperCase());

/** A status that NetSuite does not document counts as scheduled: the event stays visible, and the adapter logs it. */
const statusOf = (eventStatus: string): AppointmentStatus =>
  statusByEventStatus[eventStatus.toUpperCase()] ?? 'scheduled';

export const eventStatusOf = (status: AppointmentStatus): string => eventStatusByStatus[status];

/** The status as it will be read back: `tentative` becomes `scheduled`. */
export const storedStatusOf = (status: AppointmentStatus): AppointmentStatus =>
  statusOf(eventStatusOf(status));

const attendeeOf = (row: EventRow['attendees'][number]): Attendee => {
  const status = responseById[row.status.toUpperCase()];
  return {
    id: row.id,
    name: row.name || row.id,
    type: row.type,
    ...(status ? { status } : {}),
    ...(row.email ? { email: row.email } : {}),
  };
};

/** An attendee of whom no more is known than the request said. */
export const attendeeOfReference = (reference: ContactReference): Attendee => ({
  id: reference.id,
  name: ('name' in reference && reference.name) || reference.id,
  type: reference.type,
});

/** Whom the meeting is with, seen by its reader: the first who is not of the company, else the first colleague. */
const primaryOf = (
  { attendees, organizer }: Pick<EventContent, 'attendees' | 'organizer'>,
  readerId: string,
): Attendee | undefined => {
  const others = attendees.filter(({ id }) => id !== readerId);
  const invited = others.filter(({ id }) => id !== organizer?.id);
  return invited.find(({ type }) => type !== 'employee') ?? invited[0] ?? others[0];
};

/** An event in the contract's words; its version is made of its row. */
export type { EventContent };

export const contentOfRow = (row: EventRow): EventContent => ({
  id: row.id,
  title: row.title,
  description: plainTextFromHtml(row.message),
  startMs: row.startTimeUtc,
  endMs: row.endTimeUtc,
  timeZone: row.timeZone,
  isAllDay: row.isAllDay,
  location: row.location,
  status: statusOf(row.status),
  attendees: row.attendees.map(attendeeOf),
  organizer: row.organizer ? { id: row.organizer.id, name: row.organizer.name || row.organizer.id } : null,
});

/** Parts of a text that none of them has in it. */
const SEPARATOR = '\u0000';

/**
 * A hash, because `lastModified` is to the minute: two changes within one would be one version. Of texts that are joined,
 * not of the row as JSON: that would be a fifth of what a long list takes.
 */
export const versionOfRow = (row: EventRow): string => {
  const { id, title, message, startTimeUtc, endTimeUtc, timeZone, status, isAllDay, location } = row;
  const { attendees, organizer, lastModified } = row;
  const parts: (string | number | boolean)[] = [id, title, message, startTimeUtc, endTimeUtc, timeZone];
  parts.push(status, isAllDay, location, lastModified, organizer?.id ?? '', organizer?.name ?? '');
  for (const { id, name, type, status, email } of attendees) parts.push(id, name, type, status, email);
  return hash('sha256', parts.join(SEPARATOR)).slice(0, 16);
};

/** A row of the calendar RESTlet → the appointment, as the user `readerId` sees it. */
export const appointmentOfRow = (row: EventRow, readerId: string): Appointment => {
  const content = contentOfRow(row);
  return appointmentOfContent(content, primaryOf(content, readerId), versionOfRow(row));
};

/** What was sent, as an appointment: for an event that is saved but cannot be read back. Nobody knows its version. */
export const appointmentAsSent = (content: EventContent, readerId: string): Appointment =>
  appointmentOfContent(content, primaryOf(content, readerId), '');

export const contactOf = (row: FoundPersonRow): Contact => ({ ...row, name: row.name || row.id });
