/** The answers that the doctor reads of NetSuite, as far as it reads them. */
import { z } from 'zod';
import type { VendorReply } from '../../../bridge/http/vendor-reply';

const codeSchema = z.union([
  z.object({ error: z.object({ code: z.string(), message: z.string().catch('') }) }).transform((reply) => ({
    code: reply.error.code,
    message: reply.error.message,
  })),
  z
    .object({
      'o:errorDetails': z.array(z.object({ 'o:errorCode': z.string(), detail: z.string().catch('') })).min(1),
    })
    .transform((reply) => ({
      code: reply['o:errorDetails'][0]?.['o:errorCode'] ?? '',
      message: reply['o:errorDetails'][0]?.detail ?? '',
    })),
]);

/** NetSuite's own code and words of a refusal; empty where it gives none. */
export const refusalOf = (reply: VendorReply): { readonly code: string; readonly message: string } =>
  codeSchema.safeParse(reply.data).data ?? { code: '', message: '' };

export const isOk = ({ status }: VendorReply): boolean => status >= 200 && status < 300;

export const answeringSchema = z.object({ version: z.string().optional(), unitsUsed: z.number().optional() });

export const zoneReplySchema = z.object({
  userTimezone: z.string(),
  dateFormat: z.string().catch(''),
  timeFormat: z.string().catch(''),
});

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  startDate: z.string().catch(''),
  startTime: z.string().catch(''),
  endTime: z.string().catch(''),
  startTimeUtc: z.string(),
  endTimeUtc: z.string(),
  isAllDay: z.boolean().catch(false),
  organizer: z.object({ id: z.string() }).nullish().catch(null),
});

export type Row = z.infer<typeof rowSchema>;

export const listingSchema = z.object({ data: z.array(rowSchema), total: z.number().catch(0) });

export const recordSchema = z.object({
  timezone: z.string().optional(),
  attendee: z
    .object({
      items: z.array(
        z.object({ attendee: z.object({ id: z.union([z.string(), z.number()]).transform(String) }) }),
      ),
    })
    .optional(),
});

const refusedSchema = z.object({ refused: z.string() });
const countSchema = z.union([z.number(), refusedSchema]);
const formatSchema = z.union([z.object({ shown: z.string(), isReadBack: z.boolean() }), refusedSchema]);
const formulaSchema = z.union([z.object({ readable: z.number(), rows: z.number() }), refusedSchema]);

export const diagnosticsSchema = z.object({
  engine: z.object({
    hasIntl: z.boolean(),
    hasIntlZones: z.boolean(),
    hasTemporal: z.boolean(),
    januaryOffsetMinutes: z.number(),
    julyOffsetMinutes: z.number(),
  }),
  preferences: z.object({ timeZone: z.string(), dateFormat: z.string(), timeFormat: z.string() }),
  features: z.record(z.string(), z.boolean()),
  eventTimesIn: z.string(),
  receivesScriptParameters: z.boolean(),
  format: z.object({ dateTimeZone: formatSchema, dateTime: formatSchema, timeOfDay: formatSchema }),
  search: z.union([
    z.object({
      rows: z.number(),
      events: z.number(),
      repeatedRows: z.number(),
      eventsWithOccurrences: z.number(),
      rowsWithInstance: z.number(),
      eventsWithInstance: z.number(),
      allDayRows: z.number(),
      allDayRowsWithoutTimes: z.number(),
    }),
    refusedSchema,
  ]),
  allDayFormula: formulaSchema,
  timeZoneFormula: formulaSchema,
  attendees: z.union([
    z.object({
      rows: z.number(),
      events: z.number(),
      eventsWithOrganizer: z.number(),
      named: z.number(),
      responses: z.array(z.string()),
    }),
    refusedSchema,
  ]),
  joins: z.object({ camel: countSchema, lower: countSchema }),
  visibility: z.union([z.object({ byDateOnly: z.number(), byDateAndStatus: z.number() }), refusedSchema]),
  manyIds: countSchema,
  unitsByPart: z.record(z.string(), z.number()),
  unitsUsed: z.number(),
});

export type Diagnostics = z.infer<typeof diagnosticsSchema>;
