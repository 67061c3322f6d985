/** A start must be an instant: without one Bullhorn would put the appointment at the next half hour. */
import { AppointmentError } from '../../../src/contract/failure';
import { readInstant } from '../../../src/contract/time/read-instant';

/**
 * ISO-8601 with `Z` or an offset → epoch ms.
 * @throws AppointmentError invalid_request naming `startTimeUtc`
 */
export const checkedStart = (startTimeUtc: string): number => {
  const startMs = readInstant(startTimeUtc);
  if (startMs !== undefined) return startMs;
  const message = 'must be an ISO-8601 time with Z or a UTC offset, like 2026-07-20T22:00:00Z';
  throw new AppointmentError('invalid_request', `The start ${message}.`, {
    details: { issues: [{ path: 'startTimeUtc', message }] },
  });
};
