/** Looks whether an earlier attempt to create has made the entry already, in whole or in part. */
import type { Attendee } from '../../../src/contract/appointment.schema';
import type { CreateInput } from '../../../src/contract/change.schema';
import { isoUtc } from '../../../src/contract/time/iso';
import type { CalendarContext } from '../calendar-adapter';
import { attendeesNotAmong } from './attendee-operations';
import { readEntries } from './entry-pages';
import type { TimeReading } from './entry-times';
import { externalPropertyNames, externalPropertyOf, OWN_SOURCE } from './external-properties';
import { contentOfEntry } from './mapper';
import type { ClioParts } from './parts';
import type { CalendarEntry } from './schema';

const SECOND_MS = 1000;

/** What is to be created, and where. */
export interface WantedEntry {
  readonly input: CreateInput;
  readonly startMs: number;
  readonly endMs: number;
  readonly attendees: readonly Attendee[];
  readonly calendarId: string;
  readonly idempotencyKey: string;
  readonly reading: TimeReading;
}

const isSameSecond = (oneMs: number, otherMs: number): boolean =>
  Math.floor(oneMs / SECOND_MS) === Math.floor(otherMs / SECOND_MS);

const isInCalendar = ({ calendar_owner: owner }: CalendarEntry, { calendarId }: WantedEntry): boolean =>
  owner?.id === calendarId;

const hasKey = (entry: CalendarEntry, { idempotencyKey }: WantedEntry): boolean =>
  externalPropertyOf(entry, 'idempotencyKey')?.value === idempotencyKey;

/** Made by us for the same appointment, but without some of the people: what is left of a create done in part. */
const isIncompleteTwin = (entry: CalendarEntry, wanted: WantedEntry): boolean => {
  const { startMs, endMs, attendees, title } = contentOfEntry(entry, wanted.reading);
  const { attendeeIds } = wanted.reading.assumptions;
  const invited = attendees.filter(({ type }) => type === 'Contact');
  return (
    externalPropertyOf(entry, 'source')?.value === OWN_SOURCE &&
    title === wanted.input.title &&
    isSameSecond(startMs, wanted.startMs) &&
    isSameSecond(endMs, wanted.endMs) &&
    attendeesNotAmong(wanted.attendees, attendees, attendeeIds).length > 0 &&
    attendeesNotAmong(invited, wanted.attendees, attendeeIds).length === 0
  );
};

/** The entry with the key, wherever it has been moved since. */
export const findByKey = async (
  { client }: ClioParts,
  context: CalendarContext,
  wanted: WantedEntry,
): Promise<CalendarEntry | undefined> => {
  const { entries } = await readEntries(client, context, {
    query: {
      calendar_id: wanted.calendarId,
      external_property_name: externalPropertyNames.idempotencyKey,
      external_property_value: wanted.idempotencyKey,
    },
    keep: (entry) => (isInCalendar(entry, wanted) && hasKey(entry, wanted) ? entry : undefined),
  });
  return entries[0];
};

/** Among our entries at the same start: the one with the key, else an incomplete twin. */
export const findAtStart = async (
  { client }: ClioParts,
  context: CalendarContext,
  wanted: WantedEntry,
): Promise<CalendarEntry | undefined> => {
  const at = isoUtc(wanted.startMs);
  const { entries } = await readEntries(client, context, {
    query: {
      calendar_id: wanted.calendarId,
      external_property_name: externalPropertyNames.source,
      external_property_value: OWN_SOURCE,
      from: at,
      to: at,
    },
    keep: (entry) => (isInCalendar(entry, wanted) ? entry : undefined),
  });
  return (
    entries.find((entry) => hasKey(entry, wanted)) ?? entries.find((entry) => isIncompleteTwin(entry, wanted))
  );
};
