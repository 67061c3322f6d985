/** Reads what the bridge answered, and holds it against the contract: nothing else is an answer. Pure. */
import { z } from 'zod';
import { failureKinds } from '../../src/contract/failure';
import type { OperationName } from '../../src/contract/operations';
import {
  contactSearchResultSchema,
  failureResultSchema,
  listResultSchema,
  recordResultSchema,
  sessionRevokedSchema,
  type ContactSearchResult,
  type FailureResult,
  type ListResult,
  type RecordResult,
} from '../../src/contract/result.schema';

export type Route = 'client' | 'server';

export type OperationAnswer =
  | { readonly kind: 'record'; readonly result: RecordResult }
  | { readonly kind: 'list'; readonly result: ListResult }
  | { readonly kind: 'contacts'; readonly result: ContactSearchResult }
  | { readonly kind: 'failure'; readonly failure: FailureResult }
  /** The session is gone; nothing was done. */
  | { readonly kind: 'signed-out' }
  /** The connection ended without an answer. */
  | { readonly kind: 'none' }
  /** What the contract does not know. */
  | { readonly kind: 'malformed'; readonly why: string };

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The words at which the client signs its user out (app-connect.md §1.1). */
const SIGNED_OUT = 'Please go to Settings and authorize CRM platform';

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const serverStatusOf = ({ errorCode, httpStatus }: FailureResult): number | undefined =>
  httpStatus ?? Object.entries(failureKinds).find(([code]) => code === errorCode)?.[1].httpStatus;

const malformed = ({ status, text }: RawAnswer, why: string): OperationAnswer => ({
  kind: 'malformed',
  why: `${why} (status ${status}, ${text.length} characters)`,
});

const readFailure = (raw: RawAnswer, body: unknown, route: Route): OperationAnswer => {
  const revoked = sessionRevokedSchema.safeParse(body);
  if (route === 'client' && revoked.success) {
    return raw.status === 401 ? { kind: 'signed-out' } : malformed(raw, 'a lost session without status 401');
  }
  const failure = failureResultSchema.safeParse(body);
  if (!failure.success) return malformed(raw, `a failure that is none: ${z.prettifyError(failure.error)}`);
  const wanted = route === 'client' ? 200 : serverStatusOf(failure.data);
  if (raw.status !== wanted)
    return malformed(raw, `${failure.data.errorCode} with another status than ${wanted}`);
  return { kind: 'failure', failure: failure.data };
};

const readSuccess = (raw: RawAnswer, body: unknown, operation: OperationName): OperationAnswer => {
  if (raw.status !== 200) return malformed(raw, 'a success with another status than 200');
  if (operation === 'listAppointments') {
    const list = listResultSchema.safeParse(body);
    return list.success ? { kind: 'list', result: list.data } : malformed(raw, z.prettifyError(list.error));
  }
  if (operation === 'findContactWithName') {
    const found = contactSearchResultSchema.safeParse(body);
    return found.success
      ? { kind: 'contacts', result: found.data }
      : malformed(raw, z.prettifyError(found.error));
  }
  const record = recordResultSchema.safeParse(body);
  return record.success
    ? { kind: 'record', result: record.data }
    : malformed(raw, z.prettifyError(record.error));
};

const isSuccess = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'successful' in body && body.successful === true;

export const readAnswer = (raw: RawAnswer, operation: OperationName, route: Route): OperationAnswer => {
  if (route === 'client' && raw.status === 400 && raw.text === SIGNED_OUT) return { kind: 'signed-out' };
  const body = parseJson(raw.text);
  return isSuccess(body) ? readSuccess(raw, body, operation) : readFailure(raw, body, route);
};

/** In words, for a report; nothing of the appointment. */
export const describeAnswer = (answer: OperationAnswer): string => {
  if (answer.kind === 'failure') return `the failure ${answer.failure.errorCode}`;
  if (answer.kind === 'malformed') return `what the contract does not know: ${answer.why}`;
  if (answer.kind === 'none') return 'nothing';
  return answer.kind === 'signed-out' ? 'that nobody is signed in' : 'a success';
};
