/** Changes a calendar entry: reads it, sends what differs in one PATCH, answers with what Clio gives back. */
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { requireVersion } from '../../../src/contract/required-version';
import { settleAmbiguousWrite } from '../../idempotency/settle-ambiguous-write';
import type { CalendarContext, ChangeOptions, SavedAppointment } from '../calendar-adapter';
import { cancelEntry } from './cancel-entry';
import { checkContacts } from './check-contacts';
import type { EntryBody } from './entry-body';
import { changesOf, type EntryChanges } from './entry-changes';
import { readEntry, type ReadEntry } from './entry-reader';
import { externalPropertyNames, externalPropertyOf } from './external-properties';
import { appointmentOf } from './mapper';
import type { ClioParts } from './parts';
import { isOccurrenceId, isRepeating } from './repeating-entry';
import type { CalendarEntry, WrittenEntry } from './schema';
import { sendChange } from './send-change';
import { savedAppointment } from './written-entry';

const SERIES_CHANGED =
  'This entry repeats, and Clio changed all of its occurrences. Check the series in Clio’s calendar.';

const statusProperty = (
  entry: CalendarEntry,
  { isStatusChanged, next }: EntryChanges,
): Partial<EntryBody> => {
  if (!isStatusChanged) return {};
  const noted = externalPropertyOf(entry, 'status');
  const operation = { name: externalPropertyNames.status, value: next.status };
  return { external_properties: [noted ? { id: Number(noted.id), ...operation } : operation] };
};

const refuseRepeating = (entry: CalendarEntry, { assumptions }: ClioParts): void => {
  if (assumptions.repeatingChanges === 'send' || !isRepeating(entry)) return;
  throw new AppointmentError(
    'unsupported',
    'This entry repeats, and a repeating entry can be changed only in Clio’s own calendar.',
  );
};

const warningOf = ({ entry }: WrittenEntry): string | undefined =>
  entry && entry.recurrence_rule !== '' && !isOccurrenceId(entry.id) ? SERIES_CHANGED : undefined;

const bodyOf = (entry: CalendarEntry, changes: EntryChanges): Omit<EntryBody, 'send_email_notification'> => ({
  ...changes.fields,
  ...statusProperty(entry, changes),
});

/** The entry as it now is, if a patch would change nothing of it any more. */
const findChanged = async (
  parts: ClioParts,
  context: CalendarContext,
  id: string,
  patch: AppointmentPatch,
): Promise<WrittenEntry | undefined> => {
  const { entry, content, reading } = await readEntry(parts, context, id);
  const left = bodyOf(entry, changesOf(content, patch, reading.assumptions.attendeeIds));
  return Object.keys(left).length === 0 ? { id: entry.id, entry } : undefined;
};

/** Sends what a patch changes of an entry that was read. */
const changeEntry = async (
  parts: ClioParts,
  context: CalendarContext,
  { entry, content, reading }: ReadEntry,
  patch: AppointmentPatch,
  ifVersion: string | undefined,
): Promise<SavedAppointment> => {
  const changes = changesOf(content, patch, reading.assumptions.attendeeIds);
  const body = bodyOf(entry, changes);
  const current = appointmentOf(content);
  if (Object.keys(body).length === 0) return { appointmentId: content.id, appointment: current };
  requireVersion(current, ifVersion);
  refuseRepeating(entry, parts);
  const written = await settleAmbiguousWrite({
    write: async () => sendChange(parts, context, entry, body),
    find: async () => findChanged(parts, context, entry.id, patch),
    // What was sent again on its way has a change of its own for the cause of its conflict.
    after: ['ambiguous_write', 'conflict'],
  });
  const { attendees, next } = changes;
  const saved = savedAppointment(written, { before: content.attendees, attendees, next }, reading);
  const warning = saved.warning ?? warningOf(written);
  return { ...saved, ...(warning === undefined ? {} : { warning }) };
};

/**
 * @throws AppointmentError conflict: 412 for another version than the caller's, before anything is sent; else for an entry
 *   that somebody has changed since it was read here
 */
export const updateEntry = async (
  parts: ClioParts,
  context: CalendarContext,
  id: string,
  patch: AppointmentPatch,
  options: ChangeOptions = {},
): Promise<SavedAppointment> => {
  if (patch.status === 'cancelled') return cancelEntry(parts, context, id, options);
  if (patch.contacts) checkContacts(patch.contacts);
  const read = await readEntry(parts, context, id);
  const { ifVersion, mayBeDone = false } = options;
  if (!mayBeDone) requireVersion(appointmentOf(read.content), ifVersion);
  return changeEntry(parts, context, read, patch, ifVersion);
};
