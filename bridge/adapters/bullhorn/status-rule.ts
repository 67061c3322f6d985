/** Which states of the contract a Bullhorn appointment can be given. */
import type { AppointmentStatus } from '../../../src/contract/appointment-status';
import { AppointmentError } from '../../../src/contract/failure';

/**
 * An appointment in Bullhorn is there or deleted: `scheduled` is the state of every one, `cancelled` is its deletion.
 * @throws AppointmentError unsupported for a status that would be lost
 */
export const refuseStatus = (
  status: AppointmentStatus | undefined,
  accepted: readonly AppointmentStatus[],
): void => {
  if (status === undefined || accepted.includes(status)) return;
  throw new AppointmentError(
    'unsupported',
    status === 'cancelled'
      ? 'A new appointment cannot be cancelled. Create it without a status.'
      : `Bullhorn has no place for the status “${status}” of an appointment, so nothing was changed.`,
  );
};

export const confirmUnsupported = (): AppointmentError =>
  new AppointmentError(
    'unsupported',
    'Appointments in Bullhorn cannot be confirmed from here. Open the appointment in the Bullhorn web application and answer it there.',
  );
