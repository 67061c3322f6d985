/** The one place where what an adapter read becomes the appointment of the contract: what is derived is derived here. Pure. */
import type { AppointmentStatus } from '../../src/contract/appointment-status';
import type { Appointment, Attendee } from '../../src/contract/appointment.schema';
import { wholeMinutes } from '../../src/contract/time/whole-minutes';
import { keptIsoUtc } from './kept-iso-utc';

/** An appointment in the contract's words, short of what is derived from them. */
export interface AppointmentContent {
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly startMs: number;
  readonly endMs: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly status: AppointmentStatus;
  /** Each person once. */
  readonly attendees: readonly Attendee[];
  readonly organizer: Appointment['organizer'];
}

/**
 * @param primary whom the meeting is with; undefined for nobody
 * @param version opaque; empty where it is not known
 */
export const appointmentOfContent = (
  content: AppointmentContent,
  primary: Pick<Attendee, 'id' | 'name' | 'type'> | undefined,
  version: string,
): Appointment => {
  const { id, title, description, startMs, endMs, timeZone, isAllDay, location, status, organizer } = content;
  const attendees = [...content.attendees];
  return {
    id,
    thirdPartyAppointmentId: id,
    title,
    description,
    summary: description,
    participantName: primary?.name ?? '',
    startTimeUtc: keptIsoUtc(startMs),
    endTimeUtc: keptIsoUtc(endMs),
    durationMinutes: wholeMinutes(endMs - startMs),
    timeZone,
    isAllDay,
    location,
    status,
    version,
    contactId: primary?.id ?? '',
    contactType: primary?.type ?? '',
    attendees,
    attendeeIds: attendees.map((attendee) => attendee.id),
    organizer,
  };
};
