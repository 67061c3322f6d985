/** Adds and removes attendees, one call each: Bullhorn has no bulk form for them (rest-api-docs, MassUpdate). */
import { AppointmentError } from '../../../src/contract/failure';
import type { CalendarContext } from '../calendar-adapter';
import type { AttendeeChanges } from './appointment-changes';
import type { BullhornDependencies } from './dependencies';
import { inParallel } from './in-parallel';
import type { BullhornSettings } from './settings';

/** An attendee who is not as asked for. */
export interface AttendeeFailure {
  readonly personId: string;
  /** Name where it is known, else the id. */
  readonly name: string;
  readonly wanted: 'added' | 'removed';
  readonly error: AppointmentError;
}

interface AttendeeWrite extends Omit<AttendeeFailure, 'error'> {
  write(): Promise<void>;
}

/** To be the appointment's `lead` is enough where Bullhorn takes no Lead for an attendee. */
const isEnough = (
  { personId, wanted, error }: AttendeeFailure,
  { leadAttendees }: BullhornSettings,
  referredLeadId: string | undefined,
): boolean =>
  leadAttendees === 'link-or-reference' &&
  wanted === 'added' &&
  personId === referredLeadId &&
  error.code === 'invalid_request';

/** Every change is tried, whatever becomes of another; what failed is the answer. */
export const writeAttendees = async (
  { client, settings }: BullhornDependencies,
  context: CalendarContext,
  appointmentId: string,
  { added, removed, referredLeadId }: AttendeeChanges,
): Promise<readonly AttendeeFailure[]> => {
  const writes: readonly AttendeeWrite[] = [
    ...added.map(({ id, name }) => ({
      personId: id,
      name,
      wanted: 'added' as const,
      write: async () => client.addAttendee(context, appointmentId, id),
    })),
    ...removed.map(({ id, attendee }) => ({
      personId: attendee.id,
      name: [attendee.firstName, attendee.lastName].filter(Boolean).join(' ') || attendee.id,
      wanted: 'removed' as const,
      write: async () => client.removeAttendee(context, id),
    })),
  ];
  const results = await inParallel(writes, async ({ write, ...attendee }) => {
    try {
      await write();
      return [];
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      return [{ ...attendee, error }];
    }
  });
  return results.flat().filter((failure) => !isEnough(failure, settings, referredLeadId));
};
