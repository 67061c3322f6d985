/**
 * What Clio really sends (Clio's OpenAPI of the Manage API v4), as far as it is read. Lenient about what only decorates
 * an appointment, strict about what it is, when, and with whom.
 */
import { z } from 'zod';
import { readDay } from '../../../src/contract/time/iso';
import { readInstant } from '../../../src/contract/time/read-instant';
import { readUtcOffset } from '../../../src/contract/time/zone-arithmetic';
import { CLIO_ENTRY_ID } from './clio-id';

const MINUTE_MS = 60_000;

const idSchema = z.union([z.string().regex(/^\d{1,19}$/), z.number().int().transform(String)]);
const entryIdSchema = z.union([
  z.string().regex(CLIO_ENTRY_ID.pattern),
  z.number().int().positive().transform(String),
]);
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** A time in the digits that Clio wrote. A day alone (seen by nobody, but excluded by nothing) has no offset. */
export interface EntryTime {
  /** Wall time, in the sense of src/contract/time/zone-arithmetic. */
  readonly wallMs: number;
  readonly offsetMinutes: number | undefined;
}

const readEntryTime = (text: string): EntryTime | undefined => {
  const day = readDay(text);
  if (day !== undefined) return { wallMs: day, offsetMinutes: undefined };
  const epochMs = readInstant(text);
  const offsetMinutes = text.endsWith('Z') ? 0 : readUtcOffset(text.slice(-6));
  if (epochMs === undefined || offsetMinutes === undefined) return undefined;
  return { wallMs: epochMs + offsetMinutes * MINUTE_MS, offsetMinutes };
};

/** The instant of a time; a day alone counts as its midnight in UTC. */
export const epochMsOf = ({ wallMs, offsetMinutes = 0 }: EntryTime): number =>
  wallMs - offsetMinutes * MINUTE_MS;

const entryTimeSchema = z.string().transform((text, context): EntryTime => {
  const time = readEntryTime(text);
  if (time) return time;
  context.issues.push({ code: 'custom', input: text, message: 'not a time' });
  return z.NEVER;
});

const attendeeSchema = z.object({
  id: idSchema,
  type: z.string().min(1),
  name: textSchema,
  email: textSchema,
});

const externalPropertySchema = z.object({ id: idSchema, name: z.string(), value: textSchema });

/** A calendar entry with the fields that we ask for. Attendees are `null` where the user may not see them. */
export const calendarEntrySchema = z
  .object({
    id: entryIdSchema,
    etag: textSchema,
    summary: textSchema,
    description: textSchema,
    location: textSchema,
    start_at: entryTimeSchema,
    end_at: entryTimeSchema,
    all_day: z
      .boolean()
      .nullish()
      .transform((allDay) => allDay ?? false),
    recurrence_rule: textSchema,
    parent_calendar_entry_id: idSchema.nullish(),
    calendar_owner: z.object({ id: idSchema, name: textSchema }).nullish(),
    attendees: z
      .array(attendeeSchema)
      .nullable()
      .transform((attendees) => attendees ?? []),
    external_properties: z.array(externalPropertySchema).catch([]),
  })
  .refine((entry) => epochMsOf(entry.end_at) >= epochMsOf(entry.start_at), 'ends before it starts');

export const calendarEntryReplySchema = z.object({ data: calendarEntrySchema });

/** Answer to a create or a change: which entry it is must be said; the rest may be read or not. */
export const writtenEntryReplySchema = z
  .object({ data: z.looseObject({ id: entryIdSchema }) })
  .transform(({ data }) => ({ id: data.id, entry: calendarEntrySchema.safeParse(data).data }));

/** Rows are read one by one, so that a bad one costs only itself. */
export const pageReplySchema = z.object({
  data: z.array(z.unknown()),
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
