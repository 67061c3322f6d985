/**
 * What NetSuite really sends: the replies of our RESTlets and of the REST Record API, as far as they are read. Lenient
 * about what only decorates an appointment, strict about what it is and when.
 */
import { z } from 'zod';
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { readInstant } from '../../../src/contract/time/read-instant';

export const RECORD_ID = /^-?\d{1,19}$/;

const wireIdSchema = z.union([z.string().regex(RECORD_ID), z.number().int()]);
const idSchema = wireIdSchema.transform(String);
const wireTextSchema = z.string().nullish();
const textOf = (text: string | null | undefined): string => text ?? '';
const textSchema = wireTextSchema.transform(textOf);
const zoneSchema = z.string().refine(isKnownTimeZone, 'not a known zone');

const wireAttendeeSchema = z.object({
  id: wireIdSchema,
  name: wireTextSchema,
  type: wireTextSchema,
  status: wireTextSchema,
  email: wireTextSchema,
});

const wireEventRowSchema = z.object({
  id: wireIdSchema,
  title: wireTextSchema,
  message: wireTextSchema,
  startTimeUtc: z.string(),
  endTimeUtc: z.string(),
  timeZone: zoneSchema,
  status: wireTextSchema,
  isAllDay: z.boolean().optional(),
  location: wireTextSchema,
  attendees: z.array(wireAttendeeSchema).optional(),
  organizer: z.object({ id: wireIdSchema, name: wireTextSchema }).nullish().catch(null),
  lastModified: wireTextSchema,
});

const attendeeOfWire = ({ id, name, type, status, email }: z.infer<typeof wireAttendeeSchema>) => ({
  id: String(id),
  name: textOf(name),
  type: textOf(type),
  status: textOf(status),
  email: textOf(email),
});

/**
 * A row of the calendar RESTlet (CalendarEventRow); instants become epoch ms. One conversion of the whole: with one for
 * each field, a long list is mostly zod's own objects.
 */
export const calendarEventRowSchema = wireEventRowSchema.transform((row, context) => {
  const startTimeUtc = readInstant(row.startTimeUtc);
  const endTimeUtc = readInstant(row.endTimeUtc);
  if (startTimeUtc === undefined || endTimeUtc === undefined || endTimeUtc < startTimeUtc) {
    context.issues.push({
      code: 'custom',
      input: row,
      message: 'has no start, no end, or ends before it starts',
    });
    return z.NEVER;
  }
  return {
    id: String(row.id),
    title: textOf(row.title),
    message: textOf(row.message),
    startTimeUtc,
    endTimeUtc,
    timeZone: row.timeZone,
    status: textOf(row.status),
    isAllDay: row.isAllDay ?? false,
    location: textOf(row.location),
    attendees: (row.attendees ?? []).map(attendeeOfWire),
    organizer: row.organizer ? { id: String(row.organizer.id), name: textOf(row.organizer.name) } : null,
    lastModified: textOf(row.lastModified),
  };
});

/** Rows are read one by one, so that a bad one costs only itself. */
export const calendarEventsReplySchema = z.object({
  data: z.custom<readonly unknown[]>(Array.isArray),
  page: z.number().int().min(0).optional(),
  pageSize: z.number().int().min(1).optional(),
  total: z.number().int().min(0).optional().catch(undefined),
  hasMore: z.boolean().default(false),
  unreadable: z.array(z.unknown()).default([]),
});

export const timeZoneReplySchema = z.object({ userTimezone: zoneSchema });

const foundPersonSchema = z.object({
  id: idSchema,
  name: textSchema,
  type: textSchema,
  email: textSchema,
  phone: textSchema,
  company: textSchema,
});

export const attendeeSearchReplySchema = z.object({
  data: z.array(foundPersonSchema),
  hasMore: z.boolean().default(false),
});

/** SuiteScript usage units, which our RESTlets count themselves: a part of every answer of theirs that has it. */
export const unitsReplySchema = z.object({ unitsUsed: z.number().nonnegative() });

const enumSchema = z.object({ id: z.string() }).optional();

const attendeeLineSchema = z.object({
  attendee: z.object({ id: idSchema }),
  response: enumSchema,
  attendance: enumSchema,
});

/**
 * An event of the REST Record API with `expandSubResources`: its attendee lines. A sublist without lines may have no
 * list of them, or may not be there at all; no sample of one is documented (netsuite.md §4).
 */
export const eventRecordSchema = z.object({
  id: idSchema.optional(),
  attendee: z
    .object({ items: z.array(attendeeLineSchema).optional(), totalResults: z.number().int().optional() })
    .optional(),
});

/** An event of the REST Record API with `fields=message`, where it has a message. */
export const messageRecordSchema = z.object({ message: z.string() });

/** An event of the REST Record API, as far as which one it is. */
export const identifiedRecordSchema = z.object({ id: idSchema });

/** Writes answer 204 without a body (section_1545142173); anything in it is something else. */
export const noBodySchema = z.literal('');

export type EventRow = z.infer<typeof calendarEventRowSchema>;
export type EventRecord = z.infer<typeof eventRecordSchema>;
export type AttendeeLine = z.infer<typeof attendeeLineSchema>;
export type FoundPersonRow = z.infer<typeof foundPersonSchema>;
