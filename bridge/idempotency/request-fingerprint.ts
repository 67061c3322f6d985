/** What makes two requests the same, as hashes: nothing of a request can be read from them. Pure. */
import { hash } from 'node:crypto';
import type { OperationName } from '../../src/contract/operations';

/** JSON with the members of objects in the order of their names. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );

/** Hash of several texts, none of which can run into the next. */
export const hashOf = (...texts: readonly string[]): string => hash('sha256', JSON.stringify(texts));

export interface FingerprintedRequest {
  readonly operation: OperationName;
  /** Of the appointment; undefined for a new one. */
  readonly appointmentId?: string | undefined;
  /** As its schema gives it, so that two spellings of one request are one. */
  readonly body: unknown;
}

/** Whose request it is, is no part: the id that it is kept under belongs to one user. */
export const requestFingerprint = ({ operation, appointmentId = '', body }: FingerprintedRequest): string =>
  hashOf(operation, appointmentId, canonicalJson(body ?? null));
