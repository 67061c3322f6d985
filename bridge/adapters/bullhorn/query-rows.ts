/**
 * Reads the rows of queries, appointments and attendees: as strict, and as lenient, as `appointmentRowSchema` and
 * `attendeeRowSchema` are with one. Pure.
 */
import { isAbsent, isComplete, isWireRow, readPositiveId, type WireRow } from '../row-reader';
import {
  isSet,
  LAST_INSTANT_MS,
  RECORD_ID,
  textOf,
  versionOf,
  type AppointmentRow,
  type AttendeeRow,
} from './schema';

type PersonRow = NonNullable<AppointmentRow['owner']>;
type ParentRow = NonNullable<AppointmentRow['parentAppointment']>;

/** It only decorates: what cannot be read is as good as not there. */
const readPerson = (value: unknown): PersonRow | null => {
  if (!isWireRow(value)) return null;
  const id = readPositiveId(value['id'], RECORD_ID);
  if (id === undefined) return null;
  return { id, firstName: textOf(value['firstName']), lastName: textOf(value['lastName']) };
};

const readParent = (value: unknown): ParentRow | null | undefined => {
  if (isAbsent(value)) return null;
  if (!isWireRow(value)) return undefined;
  const id = readPositiveId(value['id'], RECORD_ID);
  if (id === undefined) return undefined;
  return {
    id,
    isDeleted: isSet(value['isDeleted']),
    dateLastModified: versionOf(value['dateLastModified']),
    owner: readPerson(value['owner']),
  };
};

const readInstant = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LAST_INSTANT_MS
    ? value
    : undefined;

export const readAppointmentRow = (value: unknown): AppointmentRow | undefined => {
  if (!isWireRow(value)) return undefined;
  const row = {
    id: readPositiveId(value['id'], RECORD_ID),
    subject: textOf(value['subject']),
    description: textOf(value['description']),
    dateBegin: readInstant(value['dateBegin']),
    dateEnd: readInstant(value['dateEnd']),
    isDeleted: isSet(value['isDeleted']),
    isAllDay: isSet(value['isAllDay']),
    location: textOf(value['location']),
    dateLastModified: versionOf(value['dateLastModified']),
    appointmentUUID: textOf(value['appointmentUUID']),
    owner: readPerson(value['owner']),
    candidateReference: readPerson(value['candidateReference']),
    clientContactReference: readPerson(value['clientContactReference']),
    lead: readPerson(value['lead']),
    parentAppointment: readParent(value['parentAppointment']),
  };
  return isComplete(row) && row.dateEnd >= row.dateBegin ? row : undefined;
};

const readAttendee = (value: WireRow): AttendeeRow['attendee'] | undefined => {
  const id = readPositiveId(value['id'], RECORD_ID);
  if (id === undefined) return undefined;
  return {
    id,
    firstName: textOf(value['firstName']),
    lastName: textOf(value['lastName']),
    email: textOf(value['email']),
    _subtype: textOf(value['_subtype']),
  };
};

/** Null is no answer yet; undefined is none that can be read. */
const readAcceptance = (value: unknown): AttendeeRow['acceptanceStatus'] =>
  value === null || (typeof value === 'number' && Number.isSafeInteger(value)) ? value : undefined;

export const readAttendeeRow = (value: unknown): AttendeeRow | undefined => {
  if (!isWireRow(value)) return undefined;
  const { appointment, attendee } = value;
  if (!isWireRow(appointment) || !isWireRow(attendee)) return undefined;
  const id = readPositiveId(value['id'], RECORD_ID);
  const appointmentId = readPositiveId(appointment['id'], RECORD_ID);
  const person = readAttendee(attendee);
  if (id === undefined || appointmentId === undefined || person === undefined) return undefined;
  return {
    id,
    appointment: { id: appointmentId },
    attendee: person,
    acceptanceStatus: readAcceptance(value['acceptanceStatus']),
  };
};
