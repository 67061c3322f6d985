/** Cancels a calendar entry, which in Clio is to delete it; of a repeating one only the chosen occurrence. */
import { AppointmentError } from '../../../src/contract/failure';
import { requireVersion } from '../../../src/contract/required-version';
import { isoUtc } from '../../../src/contract/time/iso';
import { settleAmbiguousWrite } from '../../idempotency/settle-ambiguous-write';
import type { CalendarContext, CancelOptions, SavedAppointment } from '../calendar-adapter';
import { readEntries } from './entry-pages';
import { readEntry, type ReadEntry } from './entry-reader';
import { appointmentOf } from './mapper';
import type { ClioParts } from './parts';
import { isOccurrenceId, isRepeating, seriesIdOf } from './repeating-entry';
import { epochMsOf, type CalendarEntry } from './schema';

const NOT_VERIFIED =
  'Clio took the cancellation, but whether the occurrence is gone could not be checked. Refresh the list.';

const NOT_DELETED =
  'Clio did not delete this occurrence of a repeating entry. Delete it in Clio’s own calendar.';
const SERIES_GONE =
  'Clio took the cancellation, but the entry that stands for the whole series is gone, too. Check the series in Clio’s calendar.';

type Deletion = 'deleted' | 'gone';

/** Whoever deleted it in the meantime did what was asked for. */
const unlessGone = async (act: () => Promise<unknown>): Promise<Deletion> => {
  try {
    await act();
    return 'deleted';
  } catch (error) {
    if (error instanceof AppointmentError && error.code === 'not_found') return 'gone';
    throw error;
  }
};

/** Nothing was entered that the user could correct: Clio takes no deletion of this form, or of this id. */
const unlessRefused = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppointmentError) || error.code !== 'invalid_request') throw error;
    throw new AppointmentError('unsupported', NOT_DELETED, { cause: error, details: error.details });
  }
};

const deleteEntry = async (
  { client }: ClioParts,
  context: CalendarContext,
  entryId: string,
): Promise<Deletion> =>
  settleAmbiguousWrite({
    write: async () => unlessGone(async () => client.deleteEntry(context, entryId)),
    find: async () =>
      (await unlessGone(async () => client.entry(context, entryId))) === 'gone' ? 'gone' : undefined,
  });

const requiredSeriesId = (entry: CalendarEntry): string => {
  const seriesId = seriesIdOf(entry);
  if (seriesId !== undefined) return seriesId;
  throw new AppointmentError(
    'unsupported',
    'Clio does not say to which series this occurrence belongs. Delete the series in Clio’s own calendar.',
  );
};

/**
 * Keys that Clio does not know it passes over: a 200 alone is no proof that the occurrence is gone. It may even have
 * become an entry of its own, under another id, because it was written to.
 */
const isStillListed = async (
  { client }: ClioParts,
  context: CalendarContext,
  { entry, content }: ReadEntry,
): Promise<boolean> => {
  const at = isoUtc(content.startMs);
  const query = { calendar_id: entry.calendar_owner?.id, expanded: true, from: at, to: at };
  const { entries } = await readEntries(client, context, { query, keep: (one) => one });
  const seriesId = seriesIdOf(entry);
  return entries.some(
    (one) =>
      one.id === entry.id ||
      (seriesId !== undefined &&
        seriesIdOf(one) === seriesId &&
        epochMsOf(one.start_at) === epochMsOf(entry.start_at)),
  );
};

/**
 * Of a series as a whole (a listed first occurrence may well have its id) a DELETE takes all of it, also with a flag that
 * Clio passes over; a PATCH whose flag is passed over changes nothing.
 */
const refuseToDeleteSeries = ({ id }: CalendarEntry, { assumptions }: ClioParts): void => {
  if (isOccurrenceId(id) || assumptions.deleteOccurrenceBy === 'patch-flag') return;
  throw new AppointmentError(
    'unsupported',
    'In Clio the id of this occurrence stands for the whole series, which would be deleted with it, so nothing was deleted. Delete the occurrence in Clio’s own calendar.',
  );
};

/** What a PATCH with the flag came to; whether more than it should, where the id was that of the series. */
const whatIsGone = async (
  parts: ClioParts,
  context: CalendarContext,
  read: ReadEntry,
): Promise<'nothing' | 'occurrence' | 'series'> => {
  if (await isStillListed(parts, context, read)) return 'nothing';
  const { id } = read.entry;
  if (isOccurrenceId(id)) return 'occurrence';
  return (await unlessGone(async () => parts.client.entry(context, id))) === 'gone' ? 'series' : 'occurrence';
};

/** Resolves to a warning where more than the occurrence is gone, or where that could not be checked. */
const deleteOccurrence = async (
  parts: ClioParts,
  context: CalendarContext,
  read: ReadEntry,
): Promise<string | undefined> => {
  refuseToDeleteSeries(read.entry, parts);
  const { client, assumptions } = parts;
  const { deleteOccurrenceBy } = assumptions;
  const send = async (): Promise<void> => client.deleteOccurrence(context, read.entry.id, deleteOccurrenceBy);
  await settleAmbiguousWrite<Deletion>({
    write: async () => unlessGone(async () => unlessRefused(send)),
    find: async () => ((await isStillListed(parts, context, read)) ? undefined : 'gone'),
  });
  if (deleteOccurrenceBy !== 'patch-flag') return undefined;
  const gone = await whatIsGone(parts, context, read).catch(() => undefined);
  if (gone === undefined) return NOT_VERIFIED;
  if (gone !== 'nothing') return gone === 'series' ? SERIES_GONE : undefined;
  throw new AppointmentError('unsupported', NOT_DELETED);
};

/**
 * The answer is the appointment as it was, with the status that it now has.
 * @throws AppointmentError conflict (412), before anything is sent, for another version than the caller's. DELETE has no
 *   condition (bullhorn-clio.md §2.5): what happens between the reading and the deleting goes unnoticed
 */
export const cancelEntry = async (
  parts: ClioParts,
  context: CalendarContext,
  id: string,
  { scope = 'occurrence', ifVersion }: CancelOptions = {},
): Promise<SavedAppointment> => {
  const read = await readEntry(parts, context, id);
  const { entry, content } = read;
  requireVersion(appointmentOf(content), ifVersion);
  const cancelled = {
    appointmentId: content.id,
    appointment: appointmentOf({ ...content, status: 'cancelled' }),
  };
  if (isRepeating(entry) && scope === 'occurrence') {
    const warning = await deleteOccurrence(parts, context, read);
    return { ...cancelled, ...(warning === undefined ? {} : { warning }) };
  }
  const entryId = isRepeating(entry) ? requiredSeriesId(entry) : entry.id;
  await deleteEntry(parts, context, entryId);
  return cancelled;
};
