/**
 * What a create and a patch may say. Accepts, beside the canonical fields, exactly what the App Connect 2.x client
 * sends (app-connect.md §1.5), and turns both into one shape.
 */
import { z } from 'zod';
import { readAppointmentStatus } from './appointment-status';
import { isoUtc } from './time/iso';
import { readInstant } from './time/read-instant';

const MAX_TITLE = 1000;
const MAX_TEXT = 100_000;
const MAX_CONTACTS = 200;
const MAX_DURATION_MINUTES = 366 * 24 * 60;

const contactIdSchema = z
  .union([z.string().trim().min(1).max(100), z.number().int().positive().transform(String)])
  .describe('Id of the person in the CRM.');

/** A contact by its id alone, or with the kind that its CRM needs to find it. */
export const contactReferenceSchema = z
  .union(
    [
      contactIdSchema.transform((id) => ({ id, type: '' })),
      z
        .object({
          id: contactIdSchema,
          type: z.string().nullish().describe('Kind of record in the CRM: contact, custjob, Candidate, …'),
          contactType: z.string().nullish().describe('Another name of `type`.'),
          name: z.string().nullish().describe('Display name, for messages.'),
        })
        .transform(({ id, type, contactType, name }) => ({
          id,
          type: type ?? contactType ?? '',
          ...(name ? { name } : {}),
        })),
    ],
    { error: 'must be a contact id, or an object with an id' },
  )
  .describe('A person to invite: the id alone, or with the kind of record.');

/** No CRM holds all of what ISO-8601 can say; a year is left at the end for the length of an appointment. */
const FIRST_START_MS = Date.UTC(1970, 0, 1);
const LAST_START_MS = Date.UTC(9997, 11, 31);

const instantSchema = z.string().transform((text, context) => {
  const epochMs = readInstant(text.trim());
  const isHeld = epochMs !== undefined && epochMs >= FIRST_START_MS && epochMs <= LAST_START_MS;
  if (isHeld) return isoUtc(epochMs);
  context.issues.push({
    code: 'custom',
    input: text,
    message:
      epochMs === undefined
        ? 'must be an ISO-8601 time with Z or a UTC offset, like 2026-07-20T22:00:00Z'
        : 'must be a time from 1970 to 9997',
  });
  return z.NEVER;
});

const durationSchema = z
  .number({ error: 'must be a number of minutes' })
  .int('must be a whole number of minutes')
  .min(1, 'must be 1 minute or more')
  .max(MAX_DURATION_MINUTES, 'must be less than a year')
  .describe('From start to end, in whole minutes.');

const statusSchema = z.string().transform((word, context) => {
  const status = readAppointmentStatus(word);
  if (status) return status;
  context.issues.push({
    code: 'custom',
    input: word,
    message: 'must be one of scheduled, tentative, confirmed, cancelled, completed',
  });
  return z.NEVER;
});

const titleSchema = z.string().trim().max(MAX_TITLE);
const textSchema = z.string().max(MAX_TEXT);
const contactsSchema = z.array(contactReferenceSchema).max(MAX_CONTACTS);

/** What the client adds to its bodies and the operations do not need; named so that nothing else slips through. */
const ignored = z.unknown().optional().describe('Sent by the App Connect 2.x client; not used.');
const clientExtras = {
  participantName: ignored,
  contactId: ignored,
  contactType: ignored,
  attendees: ignored,
  attendeeIds: ignored,
};

/** Fields that a create and a patch say alike. */
const changeableFields = {
  summary: textSchema.nullish().describe('Notes or agenda as plain text.'),
  description: textSchema.nullish().describe('Another name of `summary`, which goes before it.'),
  startTimeUtc: instantSchema
    .optional()
    .meta({ description: 'Start, ISO-8601 with `Z` or a UTC offset.', format: 'date-time' }),
  startTime: instantSchema
    .optional()
    .meta({ description: 'Another name of `startTimeUtc`, which goes before it.', format: 'date-time' }),
  contacts: contactsSchema.nullish().describe('Everybody to invite. In a patch it replaces the attendees.'),
  status: statusSchema.optional().describe('scheduled, tentative, confirmed, cancelled or completed.'),
  location: z.string().max(MAX_TITLE).nullish().describe('Where it takes place.'),
};

const isPresent = (value: string | null | undefined): value is string =>
  value !== undefined && value !== null && value !== '';

/** First line of a longer text: what a form without a title field leaves as the only name of the appointment. */
const firstLine = (text: string): string => text.trim().split(/\r?\n/, 1)[0]?.slice(0, MAX_TITLE) ?? '';

export const createInputSchema = z
  .strictObject({
    ...clientExtras,
    ...changeableFields,
    title: titleSchema.nullish().describe('Title; the first line of the summary where there is none.'),
    durationMinutes: durationSchema,
  })
  .transform((body, context) => {
    const summary = body.summary ?? body.description ?? '';
    const title = isPresent(body.title) ? body.title : firstLine(summary);
    const startTimeUtc = body.startTimeUtc ?? body.startTime;
    if (title === '') {
      context.issues.push({
        code: 'custom',
        path: ['title'],
        input: body.title,
        message: 'give a title or a summary',
      });
    }
    if (startTimeUtc === undefined) {
      context.issues.push({
        code: 'custom',
        path: ['startTimeUtc'],
        input: undefined,
        message: 'say when it starts',
      });
      return z.NEVER;
    }
    return {
      title,
      summary,
      startTimeUtc,
      durationMinutes: body.durationMinutes,
      contacts: body.contacts ?? [],
      ...(body.status ? { status: body.status } : {}),
      ...(isPresent(body.location) ? { location: body.location } : {}),
    };
  });

const patchFieldsSchema = z.strictObject({
  ...clientExtras,
  ...changeableFields,
  title: titleSchema.min(1, 'must not be empty').nullish().describe('New title.'),
  durationMinutes: durationSchema.optional(),
});

type PatchFields = z.infer<typeof patchFieldsSchema>;

const patchedTimes = ({ startTimeUtc, startTime, durationMinutes }: PatchFields) => {
  const start = startTimeUtc ?? startTime;
  return {
    ...(start === undefined ? {} : { startTimeUtc: start }),
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
  };
};

const patchedWords = ({ title, summary, description, location }: PatchFields) => {
  const text = summary ?? description ?? undefined;
  return {
    ...(isPresent(title) ? { title } : {}),
    ...(text === undefined ? {} : { summary: text }),
    ...(location === undefined || location === null ? {} : { location }),
  };
};

export const patchInputSchema = patchFieldsSchema.transform((body, context) => {
  const patch = {
    ...patchedWords(body),
    ...patchedTimes(body),
    ...(body.contacts ? { contacts: body.contacts } : {}),
    ...(body.status ? { status: body.status } : {}),
  };
  if (Object.keys(patch).length === 0) {
    context.issues.push({
      code: 'custom',
      path: [],
      input: body,
      message: 'name at least one field to change',
    });
  }
  return patch;
});

/** Takes the value out of its wrapper (`{payload: …}`, `{patch: …}`) where there is one. */
const unwrapping = <Inner extends z.ZodType>(key: string, inner: Inner) =>
  z.preprocess((body) => {
    const isWrapped = typeof body === 'object' && body !== null && !Array.isArray(body) && key in body;
    return isWrapped ? Object.entries(body).find(([name]) => name === key)?.[1] : body;
  }, inner);

export const createRequestSchema = unwrapping('payload', createInputSchema);
export const patchRequestSchema = unwrapping('patch', patchInputSchema);
export const statusRequestSchema = z.object({
  status: statusSchema.describe('scheduled, tentative, confirmed, cancelled or completed.'),
});

export type ContactReference = z.infer<typeof contactReferenceSchema>;
export type CreateInput = z.infer<typeof createInputSchema>;
export type AppointmentPatch = z.infer<typeof patchInputSchema>;
