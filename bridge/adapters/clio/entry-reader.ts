/** Reads one calendar entry by its id, together with the zone that its days are in. */
import { checkedId } from '../appointment-id';
import type { CalendarContext } from '../calendar-adapter';
import { CLIO_ENTRY_ID } from './clio-id';
import type { TimeReading } from './entry-times';
import { contentOfEntry, type EntryContent } from './mapper';
import type { ClioParts } from './parts';
import type { CalendarEntry } from './schema';

export interface ReadEntry {
  readonly entry: CalendarEntry;
  readonly content: EntryContent;
  readonly reading: TimeReading;
}

/** @throws AppointmentError invalid_request for an id that is none, not_found */
export const readEntry = async (
  { client, directory, assumptions }: Pick<ClioParts, 'client' | 'directory' | 'assumptions'>,
  context: CalendarContext,
  id: string,
): Promise<ReadEntry> => {
  const entryId = checkedId(id, CLIO_ENTRY_ID, 'appointmentId');
  const [{ timeZone }, entry] = await Promise.all([
    directory.userOf(context),
    client.entry(context, entryId),
  ]);
  const reading = { timeZone, assumptions };
  return { entry, content: contentOfEntry(entry, reading), reading };
};
