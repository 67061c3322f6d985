/**
 * Creates a calendar entry in the user's calendar: at most three calls when nothing goes wrong, and first a look whether
 * an earlier attempt has made it already.
 */
import type { Attendee } from '../../../src/contract/appointment.schema';
import type { CreateInput } from '../../../src/contract/change.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { createOnce } from '../../idempotency/create-once';
import type { CalendarContext, CreateOptions, SavedAppointment } from '../calendar-adapter';
import { givenTimes } from '../patched-times';
import { attendeeOperations, attendeesNotAmong, wantedAttendees } from './attendee-operations';
import { checkContacts } from './check-contacts';
import { newEntryBody } from './entry-body';
import { newExternalProperties } from './external-properties';
import { findExistingEntry, type WantedEntry } from './find-existing-entry';
import { appointmentOf, contentOfEntry, withUnixLineEnds, type EntryContent } from './mapper';
import type { ClioParts } from './parts';
import type { CalendarEntry, WrittenEntry } from './schema';
import { sendChange } from './send-change';
import { savedAppointment } from './written-entry';

const checkInput = ({ status = 'scheduled', contacts }: CreateInput): void => {
  checkContacts(contacts);
  if (status === 'scheduled') return;
  throw new AppointmentError(
    'unsupported',
    `Clio keeps no status of a calendar entry, so it cannot be created as ${status}. Create it as scheduled and note the rest in its title or description.`,
  );
};

/** Adds who is missing; everything else of the entry is as it was made, or as somebody has changed it since. */
const completeEntry = async (
  parts: ClioParts,
  context: CalendarContext,
  entry: CalendarEntry,
  { attendees, reading }: WantedEntry,
): Promise<SavedAppointment> => {
  const current = contentOfEntry(entry, reading);
  const missing = attendeesNotAmong(attendees, current.attendees, reading.assumptions.attendeeIds);
  if (missing.length === 0) {
    return { appointmentId: entry.id, appointment: appointmentOf(current), wasMadeBefore: true };
  }
  const difference = { added: missing, removed: [] };
  const written = await sendChange(parts, context, entry, { attendees: attendeeOperations(difference) });
  const next = { ...current, attendees: [...current.attendees, ...missing] };
  return savedAppointment(written, { before: current.attendees, attendees: difference, next }, reading);
};

const primaryContactId = (attendees: readonly Attendee[]): string | undefined =>
  attendees.find(({ type }) => type === 'Contact')?.id;

/** As it was sent; what only Clio knows is empty. */
const contentAsSent = ({
  input,
  startMs,
  endMs,
  attendees,
  calendarId,
  reading,
}: WantedEntry): EntryContent => ({
  id: '',
  version: '',
  title: input.title,
  description: withUnixLineEnds(input.summary),
  location: input.location ?? '',
  timeZone: reading.timeZone ?? 'UTC',
  startMs,
  endMs,
  isAllDay: false,
  status: 'scheduled',
  attendees,
  organizer: { id: calendarId, name: calendarId },
  notedContactId: primaryContactId(attendees) ?? '',
});

const makeEntry = async (
  { client, sendEmailNotification }: ClioParts,
  context: CalendarContext,
  wanted: WantedEntry,
): Promise<WrittenEntry> => {
  const { attendees, idempotencyKey } = wanted;
  const body = newEntryBody({
    ...wanted,
    attendees: attendeeOperations({ added: attendees, removed: [] }),
    externalProperties: newExternalProperties(idempotencyKey, primaryContactId(attendees)),
    sendEmailNotification,
  });
  return client.createEntry(context, body);
};

/** Two entries may have the same key: it is sent again only where the first request has certainly made none. */
const makeOrFindEntry = async (
  parts: ClioParts,
  context: CalendarContext,
  wanted: WantedEntry,
): Promise<SavedAppointment> => {
  const once = await createOnce({
    create: async () => makeEntry(parts, context, wanted),
    find: async () => findExistingEntry(parts, context, wanted),
    isKeyUnique: false,
  });
  const written = 'created' in once ? once.created : { id: once.found.id, entry: once.found };
  const attendees = { added: wanted.attendees, removed: [] };
  return savedAppointment(written, { before: [], attendees, next: contentAsSent(wanted) }, wanted.reading);
};

export const createEntry = async (
  parts: ClioParts,
  context: CalendarContext,
  input: CreateInput,
  { idempotencyKey }: CreateOptions,
): Promise<SavedAppointment> => {
  checkInput(input);
  const times = givenTimes(input);
  const { directory, assumptions } = parts;
  const calendarId = await directory.calendarIdOf(context);
  const { timeZone } = await directory.userOf(context);
  const wanted: WantedEntry = {
    input,
    ...times,
    attendees: wantedAttendees(input.contacts),
    calendarId,
    idempotencyKey,
    reading: { timeZone, assumptions },
  };
  const existing = await findExistingEntry(parts, context, wanted);
  return existing ? completeEntry(parts, context, existing, wanted) : makeOrFindEntry(parts, context, wanted);
};
