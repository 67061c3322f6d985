/** The envelopes of what went well, with what the user should know all the same. */
import type {
  ContactSearchResult,
  ListResult,
  RecordResult,
  ReturnMessage,
} from '../../src/contract/result.schema';
import type { AppointmentList, FoundContacts, SavedAppointment } from '../adapters/calendar-adapter';

const NOTICE_TTL_MS = 10_000;

const notice = (
  message: string,
  messageType: ReturnMessage['messageType'],
): { readonly returnMessage: ReturnMessage } => ({
  returnMessage: { message, messageType, ttl: NOTICE_TTL_MS },
});

const skippedNotice = (skipped: number) =>
  notice(
    skipped === 1
      ? 'One appointment, or an attendee of one, could not be read and is missing here. Look in the CRM’s own calendar.'
      : `${skipped} appointments or attendees could not be read and are missing here. Look in the CRM’s own calendar.`,
    'warning',
  );

export const listResult = ({ appointments, skipped }: AppointmentList): ListResult => ({
  successful: true,
  appointments: [...appointments],
  ...(skipped > 0 ? { skipped, ...skippedNotice(skipped) } : {}),
});

/** @param info what the user should know of it; a warning goes before it */
export const recordResult = (
  { appointmentId, appointment, warning }: SavedAppointment,
  info?: string,
): RecordResult => ({
  successful: true,
  appointmentId,
  appointment,
  ...(info === undefined ? {} : notice(info, 'info')),
  ...(warning === undefined ? {} : notice(warning, 'warning')),
});

export const contactSearchResult = ({ contacts, hasMore }: FoundContacts): ContactSearchResult => ({
  successful: true,
  contact: [...contacts],
  ...(hasMore ? notice('There are more matches. Type more of the name.', 'info') : {}),
});
