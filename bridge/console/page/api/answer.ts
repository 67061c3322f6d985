/** What the bridge answers, as the page takes it in: a value or a failure, never something unread. */
import type { Appointment, Contact } from '../../../../src/contract/appointment.schema';
import type { FieldIssue } from '../../../../src/contract/failure';

export interface Failure {
  /** A code of the contract, or `unreachable` where the bridge itself did not answer. */
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** As it now is in the CRM, after a conflict or a write done in part. */
  readonly appointment: Appointment | undefined;
  readonly issues: readonly FieldIssue[];
}

export type Answer<Value> =
  | { readonly successful: true; readonly value: Value; readonly note: string }
  | { readonly successful: false; readonly failure: Failure };

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks what tells an appointment from anything else; the bridge has checked the whole of it. */
export const isAppointment = (value: unknown): value is Appointment =>
  isObject(value) &&
  ['id', 'title', 'startTimeUtc', 'endTimeUtc', 'status', 'timeZone', 'version'].every(
    (name) => typeof value[name] === 'string',
  ) &&
  Array.isArray(value['attendees']);

export const isContact = (value: unknown): value is Contact =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['name'] === 'string' &&
  typeof value['type'] === 'string';

const isFieldIssue = (value: unknown): value is FieldIssue =>
  isObject(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';

const messageOf = (body: Readonly<Record<string, unknown>>): string => {
  const { returnMessage } = body;
  return isObject(returnMessage) && typeof returnMessage['message'] === 'string'
    ? returnMessage['message']
    : '';
};

export const failureOf = (code: string, message: string, retryable = false): Failure => ({
  code,
  message,
  retryable,
  retryAfterMs: undefined,
  appointment: undefined,
  issues: [],
});

/** The two ways in which the bridge says that somebody has to sign in again. */
const codeOf = (body: Readonly<Record<string, unknown>>): string => {
  const code = typeof body['errorCode'] === 'string' ? body['errorCode'] : 'internal';
  return code === 'CRM_SESSION_REVOKED' ? 'unauthenticated' : code;
};

const readFailure = (body: Readonly<Record<string, unknown>>): Failure => {
  const { retryAfterMs, appointment, details } = body;
  return {
    code: codeOf(body),
    message: messageOf(body) || 'The bridge could not do this, and did not say why.',
    retryable: body['retryable'] === true,
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : undefined,
    appointment: isAppointment(appointment) ? appointment : undefined,
    issues: Array.isArray(details) ? details.filter(isFieldIssue) : [],
  };
};

/** @param read finds the value in a successful answer; undefined where it is not there */
export const readAnswer = <Value>(
  body: unknown,
  read: (body: Readonly<Record<string, unknown>>) => Value | undefined,
): Answer<Value> => {
  if (isObject(body) && body['successful'] === false) {
    return { successful: false, failure: readFailure(body) };
  }
  const value = isObject(body) ? read(body) : undefined;
  if (!isObject(body) || value === undefined) {
    return {
      successful: false,
      failure: failureOf('internal', 'The answer of the bridge cannot be read.', true),
    };
  }
  return { successful: true, value, note: messageOf(body) };
};
