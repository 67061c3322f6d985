/**
 * What App Connect's server accepts from a connector: its response schemas, written down from app-connect.md §1.3 so that
 * no test of ours decides what theirs is.
 */
import { z } from 'zod';

const entityId = z.union([z.string(), z.number()]);
const appointmentId = z.union([z.string().trim().min(1), z.number()]);

const returnMessage = z.looseObject({
  message: z.string().optional(),
  messageType: z.string().optional(),
  ttl: z.number().int().min(0).optional(),
  details: z.array(z.looseObject({})).optional(),
});

/** `null` is allowed in none of its fields: one nameless attendee would cost the whole list (finding H6). */
const attendee = z.looseObject({
  id: entityId,
  name: z.string().optional(),
  type: z.string().optional(),
  status: z.string().optional(),
  email: z.string().optional(),
});

const identifiedAppointment = z.looseObject({
  id: appointmentId,
  thirdPartyAppointmentId: entityId.nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  summary: z.string().nullish(),
  participantName: z.string().nullish(),
  startTimeUtc: z.iso.datetime({ offset: true }).nullish(),
  durationMinutes: z.number().min(0).nullish(),
  status: z.string().nullish(),
  contactId: entityId.nullish(),
  contactType: z.string().nullish(),
  attendees: z.array(attendee).optional(),
  attendeeIds: z.array(entityId).optional(),
});

const failure = z.looseObject({ successful: z.literal(false), returnMessage });

export const appConnectListSchema = z.union([
  z.looseObject({ successful: z.literal(true), appointments: z.array(identifiedAppointment) }),
  failure,
]);

/** Of a create, patch, status, refresh, confirm and cancel alike: the strictest of the three, with a whole record. */
export const appConnectRecordSchema = z.union([
  z.looseObject({
    successful: z.literal(true),
    appointmentId,
    appointment: identifiedAppointment,
    returnMessage: returnMessage.optional(),
  }),
  failure,
]);

/** `GET /custom/contact/search`, by the fields that the client reads (app-connect.md §1.2, §1.5). */
export const appConnectContactsSchema = z.union([
  z.looseObject({
    successful: z.literal(true),
    contact: z.array(
      z.looseObject({ id: entityId, name: z.string(), type: z.string(), email: z.string().optional() }),
    ),
  }),
  failure,
]);
