/** What a write came to: the entry as Clio now has it, and a plain word where a part of it did not happen. */
import type { Attendee } from '../../../src/contract/appointment.schema';
import { AppointmentError } from '../../../src/contract/failure';
import type { SavedAppointment } from '../calendar-adapter';
import type { ClioAssumptions } from './assumptions';
import { isNoDifference, unsettledDifference, type AttendeeDifference } from './attendee-operations';
import type { TimeReading } from './entry-times';
import { appointmentOf, contentOfEntry, type EntryContent } from './mapper';
import type { WrittenEntry } from './schema';

interface SentChange {
  /** Attendees before the write. */
  readonly before: readonly Attendee[];
  readonly attendees: AttendeeDifference;
  /** The entry as it was to be. */
  readonly next: EntryContent;
}

const listOf = (attendees: readonly Attendee[]): string => attendees.map(({ name }) => name).join(', ');

/** Clio drops what it does not take without a word (bullhorn-clio.md §2.5): only its answer tells who is invited. */
const requireAttendees = (
  { before, attendees }: SentChange,
  saved: EntryContent,
  ids: ClioAssumptions['attendeeIds'],
): void => {
  const unsettled = unsettledDifference(before, attendees, saved.attendees, ids);
  if (isNoDifference(unsettled)) return;
  const { added, removed } = unsettled;
  const parts = [
    ...(added.length > 0 ? [`not invited: ${listOf(added)}`] : []),
    ...(removed.length > 0 ? [`still invited: ${listOf(removed)}`] : []),
  ];
  throw new AppointmentError(
    'partial_write',
    `The appointment was saved in Clio, but not with the right people (${parts.join('; ')}). Save it again, or correct the attendees in Clio.`,
    { details: { appointment: appointmentOf(saved) } },
  );
};

/**
 * The answer to a write. An entry that was saved but cannot be read is answered as it was sent, with a warning.
 * @throws AppointmentError partial_write where Clio shows other attendees than were sent
 */
export const savedAppointment = (
  { id, entry }: WrittenEntry,
  sent: SentChange,
  reading: TimeReading,
): SavedAppointment => {
  if (!entry) {
    return {
      appointmentId: id,
      appointment: appointmentOf({ ...sent.next, id }),
      warning:
        'Saved in Clio, but it could not be read back, so what you see is what was sent. Refresh the list.',
    };
  }
  const saved = contentOfEntry(entry, reading);
  requireAttendees(sent, saved, reading.assumptions.attendeeIds);
  return { appointmentId: id, appointment: appointmentOf(saved) };
};
