/** Failures of requests that were never sent: the CRM is as it was, whatever they asked for. */
import { AppointmentError } from '../../src/contract/failure';
import { failureSentence } from './vendor-failure';

/** Its turn does not come in time. @param retryAfterMs undefined where nobody knows when it would */
export const failureOfQueue = (vendor: string, retryAfterMs: number | undefined): AppointmentError =>
  new AppointmentError('rate_limited', failureSentence('rate_limited', vendor), {
    details: retryAfterMs === undefined ? {} : { retryAfterMs },
  });

export const failureOfOpenCircuit = (vendor: string, openForMs: number): AppointmentError => {
  const seconds = Math.ceil(openForMs / 1000);
  return new AppointmentError(
    'upstream_unavailable',
    `${vendor} has not been answering, so it is left alone for ${seconds === 1 ? 'a second' : `${seconds} seconds`}. Nothing was sent; try again then.`,
    { details: { retryAfterMs: Math.ceil(openForMs) } },
  );
};

export const failureOfDeadline = (vendor: string): AppointmentError =>
  new AppointmentError(
    'upstream_unavailable',
    `${vendor} takes too long at the moment, so this was given up before it was sent. Try again in a minute.`,
    { details: { upstream: { code: 'DEADLINE_PASSED' } } },
  );

export const failureOfAbsentCaller = (vendor: string): AppointmentError =>
  new AppointmentError('upstream_unavailable', failureSentence('upstream_unavailable', vendor), {
    details: { upstream: { code: 'ERR_CANCELED' } },
  });
