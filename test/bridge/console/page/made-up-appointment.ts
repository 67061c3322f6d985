/** Appointments for the tests of the console's page: the contract's example, at other times. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import { appointmentExample } from '../../../../src/contract/examples';
import { isoUtc } from '../../../../src/contract/time/iso';

const MINUTE_MS = 60_000;

/** @param start ISO-8601 with an offset */
export const madeUpAppointment = (
  start: string,
  durationMinutes: number,
  changes: Partial<Appointment> = {},
): Appointment => {
  const startMs = Date.parse(start);
  return {
    ...appointmentExample,
    startTimeUtc: isoUtc(startMs),
    endTimeUtc: isoUtc(startMs + durationMinutes * MINUTE_MS),
    durationMinutes,
    ...changes,
  };
};
