/** What every answer of the bridge has to be, whatever was asked: an answer of the contract, which gives nothing away. */
import type { z } from 'zod';
import {
  contactSearchResultSchema,
  failureResultSchema,
  listResultSchema,
  recordResultSchema,
  sessionRevokedSchema,
} from '../../src/contract/result.schema';
import type { OperationName } from '../../src/contract/operations';
import type { Exchange } from './fuzzed-bridge';
import { CANARY } from './hostile-values';
import type { WireAnswer } from './wire';

const NOT_SIGNED_IN = 'Please go to Settings and authorize CRM platform';

/** The CRMs behind the bridge are well: a failure of theirs, or of ours, is one that the request has caused. */
const CAUSED_BY_INPUT = [
  'internal',
  'upstream_unavailable',
  'upstream_invalid',
  'ambiguous_write',
  'rate_limited',
];

const STACK = /\n\s+at |node_modules|\.[jt]s:\d+/;

const successSchemas = {
  listAppointments: listResultSchema.strict(),
  createAppointment: recordResultSchema.strict(),
  updateAppointment: recordResultSchema.strict(),
  setAppointmentStatus: recordResultSchema.strict(),
  refreshAppointment: recordResultSchema.strict(),
  confirmAppointment: recordResultSchema.strict(),
  cancelAppointment: recordResultSchema.strict(),
  findContactWithName: contactSearchResultSchema.strict(),
} as const satisfies Record<OperationName, z.ZodType>;

const failureSchema = failureResultSchema.strict();
const revokedSchema = sessionRevokedSchema.strict();

export const jsonOf = ({ text, headers }: WireAnswer): unknown => {
  const type = String(headers['content-type']);
  if (!type.startsWith('application/json')) throw new Error(`the answer is ${type}, not JSON`);
  return JSON.parse(text);
};

/** @throws Error for a 5xx, a trace of the inside, or a line in the log that is no news of the caller's making */
export const requireNothingBroken = ({ answer, logLines }: Exchange): void => {
  if (answer.status >= 500) throw new Error(`answered ${answer.status}: ${answer.text}`);
  if (STACK.test(answer.text)) throw new Error(`the answer tells of the code: ${answer.text}`);
  const unexpected = logLines.find((line) => line.includes('unexpectedly'));
  if (unexpected) throw new Error(`the bridge was surprised: ${unexpected}`);
  const told = logLines.find((line) => line.includes(CANARY));
  if (told) throw new Error(`the log tells what was sent: ${told}`);
};

/** Why it failed; undefined for a success. @throws Error for an envelope that is not the contract's */
export const requireFailure = (body: unknown): string => {
  const failure = failureSchema.safeParse(body);
  if (!failure.success) return revokedSchema.parse(body).errorCode;
  const { errorCode } = failure.data;
  if (CAUSED_BY_INPUT.includes(errorCode)) throw new Error(`input alone ended as ${errorCode}`);
  return errorCode;
};

/**
 * The outcome of an operation: `ok`, `not signed in`, or the code of the failure.
 * @param operation undefined: the address names none, and nothing may succeed
 * @throws Error for whatever is not one of the contract's answers to it
 */
export const requireOperationAnswer = (exchange: Exchange, operation: OperationName | undefined): string => {
  requireNothingBroken(exchange);
  const { answer } = exchange;
  if (answer.status === 400 && answer.text === NOT_SIGNED_IN) return 'not signed in';
  const body = jsonOf(answer);
  if (typeof body === 'object' && body !== null && 'successful' in body && body.successful === true) {
    if (!operation) throw new Error(`a success at an address of nothing: ${answer.text}`);
    successSchemas[operation].parse(body);
    if (answer.status !== 200) throw new Error(`a success with status ${answer.status}`);
    return 'ok';
  }
  return requireFailure(body);
};
