/** The edge of every RESTlet, and its only try/catch: what is thrown inside becomes an N/error, which NetSuite answers as HTTP 400. */
import * as error from 'N/error';
import * as log from 'N/log';
import { AppointmentError } from '../contract/failure';

/** Codes of our own failures begin with this, so that a caller can tell them from NetSuite's. */
const CODE_PREFIX = 'RC_';

interface Failure {
  readonly name: string;
  readonly message: string;
}

/** NetSuite's own errors (INSUFFICIENT_PERMISSION, SSS_USAGE_LIMIT_EXCEEDED, …) name themselves in capitals. */
const isNetSuiteError = (thrown: unknown): thrown is Failure =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'name' in thrown &&
  'message' in thrown &&
  typeof thrown.name === 'string' &&
  /^[A-Z][A-Z0-9_]+$/.test(thrown.name);

const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof AppointmentError)
    return { name: CODE_PREFIX + thrown.code.toUpperCase(), message: thrown.message };
  if (isNetSuiteError(thrown)) return { name: thrown.name, message: thrown.message };
  return {
    name: `${CODE_PREFIX}INTERNAL`,
    message: 'The RingCentral calendar script failed. Its execution log in NetSuite says why.',
  };
};

/** Only an unforeseen error is worth an admin's attention; its stack holds code, no data of events or people. */
const report = (name: string, thrown: unknown): void => {
  if (name !== `${CODE_PREFIX}INTERNAL`) return;
  log.error({ title: 'Calendar script failed', details: thrown instanceof Error ? thrown.stack : name });
};

export const dispatch = <Reply>(operation: () => Reply): Reply => {
  try {
    return operation();
  } catch (thrown) {
    const { name, message } = failureOf(thrown);
    report(name, thrown);
    throw error.create({ name, message, notifyOff: true });
  }
};
