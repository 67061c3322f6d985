/** What a sign-in failed with, after a look at whether it tells a secret. */
import { inspect } from 'node:util';
import { AppointmentError } from '../../../src/contract/failure';

export const secrets = {
  clientSecret: 'SECRET-OF-THE-APP',
  code: 'SECRET-CODE',
  verifier: 'SECRET-VERIFIER',
  accessToken: 'SECRET-ACCESS',
  refreshToken: 'SECRET-REFRESH',
} as const;

/** @throws Error where nothing failed, or something else did, or the failure shows a secret */
export const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppointmentError))
    throw new Error(`expected an AppointmentError, got ${inspect(thrown)}`);
  if (inspect(thrown, { depth: 9 }).includes('SECRET')) throw new Error('the failure tells a secret');
  return thrown;
};
