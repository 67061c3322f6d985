/** Answers a request that was answered before: the same outcome, with the appointment as the CRM now shows it. */
import type { Appointment } from '../../src/contract/appointment.schema';
import { AppointmentError } from '../../src/contract/failure';
import type { RecordResult } from '../../src/contract/result.schema';
import { wholeMinutes } from '../../src/contract/time/whole-minutes';
import type { CalendarAdapter, CalendarContext } from '../adapters/calendar-adapter';
import type { DoneWrite, WriteOutcome } from '../idempotency/write-outcome';
import { recordResult } from './success-result';

const GONE =
  'This was done before, by the first request with the same key. Since then the appointment is gone from the CRM.';

/** What is known of an appointment that the CRM has no more: that it was, and when. */
const goneAppointment = (done: DoneWrite): Appointment => {
  const { appointmentId, startTimeUtc, endTimeUtc, timeZone, isAllDay } = done;
  return {
    id: appointmentId,
    thirdPartyAppointmentId: appointmentId,
    title: '',
    description: '',
    summary: '',
    participantName: '',
    startTimeUtc,
    endTimeUtc,
    durationMinutes: wholeMinutes(Date.parse(endTimeUtc) - Date.parse(startTimeUtc)),
    timeZone,
    isAllDay,
    location: '',
    status: 'cancelled',
    version: '',
    contactId: '',
    contactType: '',
    attendees: [],
    attendeeIds: [],
    organizer: null,
  };
};

const replayDone = async (
  adapter: CalendarAdapter,
  context: CalendarContext,
  done: DoneWrite,
): Promise<RecordResult> => {
  const { appointmentId } = done;
  try {
    return recordResult({ appointmentId, appointment: await adapter.getAppointment(context, appointmentId) });
  } catch (error) {
    if (!(error instanceof AppointmentError)) throw error;
    const { code, message, details } = error;
    if (code === 'not_found') {
      return recordResult({ appointmentId, appointment: goneAppointment(done) }, GONE);
    }
    throw new AppointmentError(
      code,
      `It was saved by the first request with the same key, but cannot be shown: ${message}`,
      // Whatever keeps it from being shown says nothing of the request, which was done.
      { cause: error, details: { ...details, retryable: true } },
    );
  }
};

/** @throws AppointmentError with which the first request failed; or, for one that succeeded, why it cannot be read */
export const replayWrite = async (
  adapter: CalendarAdapter,
  context: CalendarContext,
  outcome: WriteOutcome,
): Promise<RecordResult> => {
  if (outcome.successful) return replayDone(adapter, context, outcome);
  const { code, message, issues } = outcome;
  throw new AppointmentError(code, message, { details: issues ? { issues } : {} });
};
