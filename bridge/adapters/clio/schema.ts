/**
 * What Clio really sends (Clio's OpenAPI of the Manage API v4), as far as it is read. Lenient about what only decorates
 * an appointment, strict about what it is, when, and with whom.
 */
import { z } from 'zod';
import { readDay } from '../../../src/contract/time/iso';
import { offsetMinutesOfInstant, readInstant } from '../../../src/contract/time/read-instant';
import { definedOf, isAbsent } from '../row-reader';
import { CLIO_ENTRY_ID } from './clio-id';

const MINUTE_MS = 60_000;
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const MOST_OFFSET_MINUTES = 14 * 60;

export const RECORD_ID = /^\d{1,19}$/;

/** Numbers first: that is what Clio sends, and an alternative that fails costs more than one that fits. */
const wireIdSchema = z.union([z.number().int(), z.string().regex(RECORD_ID)]);
const idSchema = wireIdSchema.transform(String);
const entryIdSchema = z
  .union([z.string().regex(CLIO_ENTRY_ID.pattern), z.number().int().positive()])
  .transform(String);
const wireTextSchema = z.string().nullish();
const textOf = (text: string | null | undefined): string => text ?? '';
const textSchema = wireTextSchema.transform(textOf);

/** A time in the digits that Clio wrote. A day alone (seen by nobody, but excluded by nothing) has no offset. */
export interface EntryTime {
  /** Wall time, in the sense of src/contract/time/zone-arithmetic. */
  readonly wallMs: number;
  readonly offsetMinutes: number | undefined;
}

export const readEntryTime = (text: string): EntryTime | undefined => {
  const day = text.length === DAY_LENGTH ? readDay(text) : undefined;
  if (day !== undefined) return { wallMs: day, offsetMinutes: undefined };
  const epochMs = readInstant(text);
  if (epochMs === undefined) return undefined;
  const offsetMinutes = offsetMinutesOfInstant(text);
  if (Math.abs(offsetMinutes) > MOST_OFFSET_MINUTES) return undefined;
  return { wallMs: epochMs + offsetMinutes * MINUTE_MS, offsetMinutes };
};

/** The instant of a time; a day alone counts as its midnight in UTC. */
export const epochMsOf = ({ wallMs, offsetMinutes = 0 }: EntryTime): number =>
  wallMs - offsetMinutes * MINUTE_MS;

const wireAttendeeSchema = z.object({
  id: wireIdSchema.nullish(),
  type: z.string().min(1),
  name: wireTextSchema,
  email: wireTextSchema,
});

const wirePropertySchema = z.object({ id: wireIdSchema, name: z.string(), value: wireTextSchema });

/** With the fields that we ask for. Attendees are `null` where the user may not see them. */
const wireEntrySchema = z.object({
  id: z.union([z.string().regex(CLIO_ENTRY_ID.pattern), z.number().int().positive()]),
  etag: wireTextSchema,
  summary: wireTextSchema,
  description: wireTextSchema,
  location: wireTextSchema,
  start_at: z.string(),
  end_at: z.string(),
  all_day: z.boolean().nullish(),
  recurrence_rule: wireTextSchema,
  parent_calendar_entry_id: wireIdSchema.nullish(),
  calendar_owner: z.object({ id: wireIdSchema, name: wireTextSchema }).nullish(),
  attendees: z.array(wireAttendeeSchema).nullable(),
  external_properties: z.array(wirePropertySchema).catch([]),
});

/** Undefined for one without an id: whom nobody can name, nobody can invite or remove. */
const attendeeOfWire = ({ id, type, name, email }: z.infer<typeof wireAttendeeSchema>) =>
  isAbsent(id) ? undefined : { id: String(id), type, name: textOf(name), email: textOf(email) };

/** A calendar entry. One conversion of the whole: with one for each field, a long list is mostly zod's own objects. */
export const calendarEntrySchema = wireEntrySchema.transform((entry, context) => {
  const { parent_calendar_entry_id: parentId, calendar_owner: owner } = entry;
  const start = readEntryTime(entry.start_at);
  const end = readEntryTime(entry.end_at);
  if (!start || !end || epochMsOf(end) < epochMsOf(start)) {
    const message = start && end ? 'ends before it starts' : 'has no time that can be read';
    context.issues.push({ code: 'custom', input: entry, message });
    return z.NEVER;
  }
  return {
    id: String(entry.id),
    etag: textOf(entry.etag),
    summary: textOf(entry.summary),
    description: textOf(entry.description),
    location: textOf(entry.location),
    start_at: start,
    end_at: end,
    all_day: entry.all_day ?? false,
    recurrence_rule: textOf(entry.recurrence_rule),
    parent_calendar_entry_id: parentId === null || parentId === undefined ? null : String(parentId),
    calendar_owner: owner ? { id: String(owner.id), name: textOf(owner.name) } : null,
    attendees: definedOf(entry.attendees ?? [], attendeeOfWire),
    external_properties: entry.external_properties.map(({ id, name, value }) => ({
      id: String(id),
      name,
      value: textOf(value),
    })),
  };
});

export const calendarEntryReplySchema = z.object({ data: calendarEntrySchema });

/** Answer to a create or a change: which entry it is must be said; the rest may be read or not. */
export const writtenEntryReplySchema = z
  .object({ data: z.looseObject({ id: entryIdSchema }) })
  .transform(({ data }) => ({ id: data.id, entry: calendarEntrySchema.safeParse(data).data }));

/** Rows are read one by one, so that a bad one costs only itself. */
export const pageReplySchema = z.object({
  data: z.custom<readonly unknown[]>(Array.isArray),
  meta: z
    .object({
      records: z.number().int().nullish(),
      paging: z.object({ next: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

export const userReplySchema = z.object({
  data: z.object({ default_calendar_id: idSchema.nullish(), time_zone: textSchema }),
});

export const calendarSchema = z.object({ id: idSchema, type: textSchema, permission: textSchema });

export const contactRowSchema = z.object({
  id: idSchema,
  name: textSchema,
  primary_email_address: textSchema,
  primary_phone_number: textSchema,
  company: z.object({ name: textSchema }).nullish(),
});

/** DELETE answers 204 without a body; anything in it is something else. */
export const noBodySchema = z.literal('');

/** What PATCH with `_deleted` answers is not documented: nothing, or the entry. */
export const deletedOccurrenceReplySchema = z.union([
  noBodySchema,
  z.object({ data: z.looseObject({}).nullable() }),
]);

export type CalendarEntry = z.infer<typeof calendarEntrySchema>;
export type EntryAttendee = CalendarEntry['attendees'][number];
export type WrittenEntry = z.infer<typeof writtenEntryReplySchema>;
export type Page = z.infer<typeof pageReplySchema>;
export type UserReply = z.infer<typeof userReplySchema>;
export type ContactRow = z.infer<typeof contactRowSchema>;
