/**
 * What Bullhorn really sends, as far as it is read. Lenient about what only decorates an appointment, strict about what
 * it is and when.
 */
import { z } from 'zod';

export const LAST_INSTANT_MS = 253_402_300_799_999;
export const RECORD_ID = /^[1-9]\d{0,14}$/;

const wireIdSchema = z.union([z.number().int().positive(), z.string().regex(RECORD_ID)]);
const idSchema = wireIdSchema.transform(String);

/** For what only decorates: of another type than it should be, it is as good as not there. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const isSet = (value: unknown): boolean => value === true;
const anySchema = z.unknown().optional();
const textSchema = anySchema.transform(textOf);

/** Epoch milliseconds, up to the year 9999. */
const instantSchema = z.number().int().min(0).max(LAST_INSTANT_MS);
export const versionOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

const wirePersonSchema = z.object({ id: wireIdSchema, firstName: anySchema, lastName: anySchema });
const decorativePersonSchema = wirePersonSchema.nullish().catch(null);

const personOfWire = ({ id, firstName, lastName }: z.infer<typeof wirePersonSchema>) => ({
  id: String(id),
  firstName: textOf(firstName),
  lastName: textOf(lastName),
});

const decorativePerson = (person: z.infer<typeof decorativePersonSchema>) =>
  person ? personOfWire(person) : null;

/** Says that a row is an invitee's copy: what it says is no decoration. */
const wireParentSchema = z.object({
  id: wireIdSchema,
  isDeleted: anySchema,
  dateLastModified: anySchema,
  owner: decorativePersonSchema,
});

const parentOfWire = ({ id, isDeleted, dateLastModified, owner }: z.infer<typeof wireParentSchema>) => ({
  id: String(id),
  isDeleted: isSet(isDeleted),
  dateLastModified: versionOf(dateLastModified),
  owner: decorativePerson(owner),
});

const wireAppointmentSchema = z.object({
  id: wireIdSchema,
  subject: anySchema,
  description: anySchema,
  dateBegin: instantSchema,
  dateEnd: instantSchema,
  isDeleted: anySchema,
  isAllDay: anySchema,
  location: anySchema,
  dateLastModified: anySchema,
  appointmentUUID: anySchema,
  owner: decorativePersonSchema,
  candidateReference: decorativePersonSchema,
  clientContactReference: decorativePersonSchema,
  lead: decorativePersonSchema,
  parentAppointment: wireParentSchema.nullish(),
});

/** One conversion of the whole: with one for each field, a long list is mostly zod's own objects. */
export const appointmentRowSchema = wireAppointmentSchema.transform((row, context) => {
  if (row.dateEnd < row.dateBegin) {
    context.issues.push({ code: 'custom', input: row, message: 'ends before it starts' });
    return z.NEVER;
  }
  return {
    id: String(row.id),
    subject: textOf(row.subject),
    description: textOf(row.description),
    dateBegin: row.dateBegin,
    dateEnd: row.dateEnd,
    isDeleted: isSet(row.isDeleted),
    isAllDay: isSet(row.isAllDay),
    location: textOf(row.location),
    dateLastModified: versionOf(row.dateLastModified),
    appointmentUUID: textOf(row.appointmentUUID),
    owner: decorativePerson(row.owner),
    candidateReference: decorativePerson(row.candidateReference),
    clientContactReference: decorativePerson(row.clientContactReference),
    lead: decorativePerson(row.lead),
    parentAppointment: row.parentAppointment ? parentOfWire(row.parentAppointment) : null,
  };
});

const wireAttendeeSchema = z.object({
  id: wireIdSchema,
  appointment: z.object({ id: wireIdSchema }),
  attendee: wirePersonSchema.extend({ email: anySchema, _subtype: anySchema }),
  acceptanceStatus: z.number().int().nullish().catch(undefined),
});

/** An AppointmentAttendee: the link between an appointment and a person, with an id of its own. */
export const attendeeRowSchema = wireAttendeeSchema.transform(
  ({ id, appointment, attendee, acceptanceStatus }) => ({
    id: String(id),
    appointment: { id: String(appointment.id) },
    attendee: {
      id: String(attendee.id),
      firstName: textOf(attendee.firstName),
      lastName: textOf(attendee.lastName),
      email: textOf(attendee.email),
      _subtype: textOf(attendee._subtype),
    },
    acceptanceStatus,
  }),
);

/** A link that was asked for together with its appointment. */
export const attendedAppointmentSchema = z.object({ appointment: appointmentRowSchema });

export const childRowSchema = z.object({ id: idSchema });

/** Rows are read one by one, so that a bad one costs only itself. */
export const rowsReplySchema = z.object({
  data: z.custom<readonly unknown[]>(Array.isArray),
  total: z.number().int().min(0).optional().catch(undefined),
});

/** `{"data":{…}}`; the documentation also shows the bare object (rest-api-docs, Entity). */
export const entityReplySchema = z.union([
  z.object({ data: appointmentRowSchema }).transform(({ data }) => data),
  appointmentRowSchema,
]);

/** What every PUT, POST and DELETE of an entity answers. */
export const changeReplySchema = z.object({ changedEntityId: idSchema });

export const foundPersonSchema = z.object({
  id: idSchema,
  name: textSchema,
  firstName: textSchema,
  lastName: textSchema,
  email: textSchema,
  phone: textSchema,
  mobile: textSchema,
  companyName: textSchema,
  clientCorporation: z.object({ name: textSchema }).nullish().catch(null),
  isDeleted: anySchema.transform(isSet),
});

export type AppointmentRow = z.infer<typeof appointmentRowSchema>;
export type AttendeeRow = z.infer<typeof attendeeRowSchema>;
export type FoundPersonRow = z.infer<typeof foundPersonSchema>;
