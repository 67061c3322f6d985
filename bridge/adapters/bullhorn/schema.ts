/**
 * What Bullhorn really sends, as far as it is read. Lenient about what only decorates an appointment, strict about what
 * it is and when.
 */
import { z } from 'zod';

const LAST_INSTANT_MS = 253_402_300_799_999;

const idSchema = z.union([
  z.number().int().positive().transform(String),
  z.string().regex(/^[1-9]\d{0,14}$/),
]);
const textSchema = z
  .string()
  .nullish()
  .catch('')
  .transform((text) => text ?? '');
const flagSchema = z
  .boolean()
  .nullish()
  .catch(false)
  .transform((flag) => flag ?? false);
/** Epoch milliseconds, up to the year 9999. */
const instantSchema = z.number().int().min(0).max(LAST_INSTANT_MS);
const versionSchema = z
  .union([z.number(), z.string()])
  .nullish()
  .catch('')
  .transform((value) => String(value ?? ''));

const personSchema = z.object({ id: idSchema, firstName: textSchema, lastName: textSchema });
const decorativePersonSchema = personSchema.nullish().catch(null);

export const appointmentRowSchema = z
  .object({
    id: idSchema,
    subject: textSchema,
    description: textSchema,
    dateBegin: instantSchema,
    dateEnd: instantSchema,
    isDeleted: flagSchema,
    isAllDay: flagSchema,
    location: textSchema,
    dateLastModified: versionSchema,
    appointmentUUID: textSchema,
    owner: decorativePersonSchema,
    candidateReference: decorativePersonSchema,
    clientContactReference: decorativePersonSchema,
    lead: decorativePersonSchema,
    /** Says that this row is an invitee's copy: what it says is no decoration. */
    parentAppointment: z
      .object({
        id: idSchema,
        isDeleted: flagSchema,
        dateLastModified: versionSchema,
        owner: decorativePersonSchema,
      })
      .nullish(),
  })
  .refine((row) => row.dateEnd >= row.dateBegin, 'ends before it starts');

/** An AppointmentAttendee: the link between an appointment and a person, with an id of its own. */
export const attendeeRowSchema = z.object({
  id: idSchema,
  /** Read by its own schema where more than the id is asked for. */
  appointment: z.looseObject({ id: idSchema }),
  attendee: personSchema.extend({ email: textSchema, _subtype: textSchema }),
  acceptanceStatus: z.number().int().nullish().catch(undefined),
});

export const childRowSchema = z.object({ id: idSchema });

/** Rows are read one by one, so that a bad one costs only itself. */
export const rowsReplySchema = z.object({
  data: z.array(z.unknown()),
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
  isDeleted: flagSchema,
});

export type AppointmentRow = z.infer<typeof appointmentRowSchema>;
export type AttendeeRow = z.infer<typeof attendeeRowSchema>;
export type FoundPersonRow = z.infer<typeof foundPersonSchema>;
