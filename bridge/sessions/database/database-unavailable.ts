/** What is said of either database while it cannot do its work, and may be able to soon. */
import { AppointmentError } from '../../../src/contract/failure';

export const databaseUnavailable = (cause: unknown): AppointmentError =>
  new AppointmentError(
    'upstream_unavailable',
    'The bridge cannot reach its database at the moment. Try again in a minute.',
    { cause },
  );
