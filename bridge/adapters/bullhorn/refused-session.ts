/** A write that was done in part because Bullhorn ended the session meanwhile: with a new one, the rest can be done. */
import type { AppointmentError, FailureDetails } from '../../../src/contract/failure';
import { isAmbiguous } from '../../idempotency/settle-ambiguous-write';

/**
 * The status by which whoever holds the session knows to renew it and to ask again. None where that would not do the
 * rest: what was saved has another version than the caller's by now; nor where a write may still be on its way.
 */
export const statusOfRefusedSession = (
  failures: readonly AppointmentError[],
  ifVersion: string | undefined,
): Pick<FailureDetails, 'httpStatus'> =>
  ifVersion === undefined &&
  failures.some(({ code }) => code === 'unauthenticated') &&
  !failures.some(isAmbiguous)
    ? { httpStatus: 401 }
    : {};
