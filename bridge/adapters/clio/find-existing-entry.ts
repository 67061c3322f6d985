/**
 * Looks whether an earlier attempt to create has made the entry already, in whole or in part. Only the key tells: an
 * entry of the same title, time and people may well be another appointment.
 */
import type { CreateInput } from '../../../src/contract/change.schema';
import type { Attendee } from '../../../src/contract/appointment.schema';
import type { CalendarContext } from '../calendar-adapter';
import { readEntries } from './entry-pages';
import type { TimeReading } from './entry-times';
import { externalPropertyNames, externalPropertyOf } from './external-properties';
import type { ClioParts } from './parts';
import type { CalendarEntry } from './schema';

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

/** Asked of each entry, too: what Clio does not know of a query it passes over, and gives everything. */
const isMadeFor = (entry: CalendarEntry, { calendarId, idempotencyKey }: WantedEntry): boolean =>
  entry.calendar_owner?.id === calendarId &&
  externalPropertyOf(entry, 'idempotencyKey')?.value === idempotencyKey;

/** The entry with the key, wherever it has been moved since. */
export const findExistingEntry = async (
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
    keep: (entry) => (isMadeFor(entry, wanted) ? entry : undefined),
  });
  return entries[0];
};
