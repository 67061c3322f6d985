/** An adapter in front of the fake NetSuite, and the user who calls. */
import type { CalendarAdapter, CalendarContext } from '../../../../bridge/adapters/calendar-adapter';
import { createNetSuiteAdapter } from '../../../../bridge/adapters/netsuite';
import { AppointmentError } from '../../../../src/contract/failure';
import type { FakeNetSuite } from '../../fake-netsuite';

export const userContext: CalendarContext = {
  credential: 'Bearer SECRET-TOKEN',
  hostname: '1234567-sb1.app.netsuite.com',
  userId: '5',
  nowMs: Date.parse('2026-07-15T12:00:00Z'),
};

export const createAdapterFor = (fake: FakeNetSuite, recordTimeZone = 'user'): CalendarAdapter =>
  createNetSuiteAdapter({
    restletBaseUrl: fake.baseUrl,
    restBaseUrl: fake.baseUrl,
    recordTimeZone,
    timeoutMs: 500,
    log: { warn: () => undefined },
  });

export const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppointmentError) return error;
  throw new Error('expected an AppointmentError');
};
