/** The start that a caller gives, checked once more here: an entry without one, or with a wrong one, is never sent. */
import { AppointmentError } from '../../../src/contract/failure';
import { readInstant } from '../../../src/contract/time/read-instant';

/**
 * ISO-8601 with `Z` or an offset → epoch ms.
 * @throws AppointmentError invalid_request naming `startTimeUtc`
 */
export const givenStartMs = (startTimeUtc: string): number => {
  const startMs = readInstant(startTimeUtc);
  if (startMs !== undefined) return startMs;
  throw new AppointmentError('invalid_request', 'Say when it starts, like 2026-07-20T22:00:00Z.', {
    details: {
      issues: [{ path: 'startTimeUtc', message: 'must be an ISO-8601 time with Z or a UTC offset' }],
    },
  });
};
