/**
 * What NetSuite really sends: the replies of our RESTlets and of the REST Record API, as far as they are read. Lenient
 * about what only decorates an appointment, strict about what it is and when.
 */
import { z } from 'zod';
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { readInstant } from '../../../src/contract/time/read-instant';

const idSchema = z.union([z.string().regex(/^-?\d{1,19}$/), z.number().int().transform(String)]);
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const instantSchema = z.string().transform((text, context) => {
  const epochMs = readInstant(text);
  if (epochMs !== undefined) return epochMs;
  context.issues.push({ code: 'custom', input: text, message: 'not an instant' });
  return z.NEVER;
});
const zoneSchema = z.string().refine(isKnownTimeZone, 'not a known zone');

const attendeeSchema = z.object({
  id: idSchema,
  name: textSchema,
  type: textSchema,
  status: textSchema,
  email: textSchema,
});

/** A row of the calendar RESTlet (CalendarEventRow); instants become epoch ms. */
export const calendarEventRowSchema = z
  .object({
    id: idSchema,
    title: textSchema,
    message: textSchema,
    startTimeUtc: instantSchema,
    endTimeUtc: instantSchema,
    timeZone: zoneSchema,
    status: textSchema,
    isAllDay: z.boolean().default(false),
    location: textSchema,
    attendees: z.array(attendeeSchema).default([]),
    organizer: z.object({ id: idSchema, name: textSchema }).nullish().catch(null),
    lastModified: textSchema,
  })
  .refine((row) => row.endTimeUtc >= row.startTimeUtc, 'ends before it starts');

/** Rows are read one by one, so that a bad one costs only itself. */
export const calendarEventsReplySchema = z.object({
  data: z.array(z.unknown()),
  page: z.number().int().min(0).optional(),
  pageSize: z.number().int().min(1).optional(),
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

/** An event of the REST Record API with `expandSubResources`: its attendee lines. */
export const eventRecordSchema = z.object({
  attendee: z.object({
    items: z.array(
      z.object({ attendee: z.object({ id: idSchema }), response: enumSchema, attendance: enumSchema }),
    ),
    totalResults: z.number().int().optional(),
  }),
});

/** An event of the REST Record API, as far as which one it is. */
export const identifiedRecordSchema = z.object({ id: idSchema });

/** Writes answer 204 without a body (section_1545142173); anything in it is something else. */
export const noBodySchema = z.literal('');

export type EventRow = z.infer<typeof calendarEventRowSchema>;
export type EventRecord = z.infer<typeof eventRecordSchema>;
export type AttendeeLine = EventRecord['attendee']['items'][number];
export type FoundPersonRow = z.infer<typeof foundPersonSchema>;
