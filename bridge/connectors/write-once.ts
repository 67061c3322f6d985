/**
 * Does what is asked for under an Idempotency-Key once (IETF draft "The Idempotency-Key HTTP Header Field"): the same
 * request again gets the first answer, another one with the same key is refused, and so is one while the first runs.
 */
import { AppointmentError, failureKinds, type FailureCode } from '../../src/contract/failure';
import type { OperationName, Platform } from '../../src/contract/operations';
import type { RecordResult } from '../../src/contract/result.schema';
import type {
  CalendarAdapter,
  CalendarContext,
  CreateOptions,
  SavedAppointment,
} from '../adapters/calendar-adapter';
import type { IdempotencyStore, KeyedRequest, WriteEnd } from '../idempotency/idempotency-store';
import { hashOf, requestFingerprint } from '../idempotency/request-fingerprint';
import type { RunClaimed } from '../idempotency/run-claimed';
import { userScopeOf } from '../idempotency/user-scope';
import { doneWrite, refusedWrite } from '../idempotency/write-outcome';
import { replayWrite } from './replay-write';
import { recordResult } from './success-result';

/** From the last run on. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;
const ASK_AGAIN_MS = 1000;

export interface WriteOnceOptions {
  readonly platform: Platform;
  readonly adapter: CalendarAdapter;
  readonly store: IdempotencyStore;
  readonly runClaimed: RunClaimed;
  readonly nowMs: () => number;
}

export interface KeyedWrite {
  readonly context: CalendarContext;
  readonly operation: OperationName;
  /** Undefined for a new appointment. */
  readonly appointmentId?: string | undefined;
  /** As its schema gives it. */
  readonly body: unknown;
  readonly key: string;
  /** @param isOpen an earlier run may have done it, or a part of it */
  act(options: CreateOptions, isOpen: boolean): Promise<SavedAppointment>;
}

/** @throws AppointmentError with which the write failed, also when it did so before; invalid_request (422), conflict */
export type WriteOnce = (write: KeyedWrite) => Promise<RecordResult>;

export const stillRunning = (message: string): AppointmentError =>
  new AppointmentError('conflict', message, { details: { retryable: true, retryAfterMs: ASK_AGAIN_MS } });

const usedKey = (): AppointmentError =>
  new AppointmentError(
    'invalid_request',
    'This Idempotency-Key was used for another request. Send the same request again, or use a new key.',
    {
      details: {
        httpStatus: 422,
        issues: [{ path: 'Idempotency-Key', message: 'was used for another request' }],
      },
    },
  );

/** Failures that tell nothing of what an earlier run did; it may itself be why the appointment is gone, or another. */
const silent: ReadonlySet<FailureCode> = new Set([
  'upstream_invalid',
  'upstream_unavailable',
  'rate_limited',
  'conflict',
  'not_found',
]);

const NOT_FOUND_OUT = 'Whether an earlier request with the same key was saved could not be found out:';
const GONE_BY_NOW =
  'The appointment is gone from the CRM, perhaps by an earlier request with the same key. Refresh the list.';

/**
 * What an earlier run did, a later one finds out before it does anything. If it cannot, because the CRM does not answer or
 * cannot be read, nobody knows any more than before: to say that it failed would be to say that nothing was saved.
 */
const asLaterRun = (error: unknown): unknown => {
  if (!(error instanceof AppointmentError) || !silent.has(error.code)) return error;
  const { httpStatus } = failureKinds.ambiguous_write;
  return new AppointmentError(
    'ambiguous_write',
    error.code === 'not_found' ? GONE_BY_NOW : `${NOT_FOUND_OUT} ${error.message}`,
    { cause: error, details: { ...error.details, httpStatus, retryable: error.retryable } },
  );
};

/** After these something was done, or may have been; after any other failure it is known that nothing was. */
const leavesOpen = (error: unknown): boolean =>
  !(error instanceof AppointmentError) ||
  ['ambiguous_write', 'partial_write', 'upstream_invalid', 'internal'].includes(error.code);

/** Says who asked, and nothing of what was asked for. */
const isOfTheCredential = (error: unknown): boolean =>
  error instanceof AppointmentError && error.code === 'unauthenticated';

/** A request that the CRM took for nobody's leaves no trace: its key is still free. */
const isUnseen = (error: unknown, isRepeated: boolean): boolean => !isRepeated && isOfTheCredential(error);

export const createWriteOnce = (options: WriteOnceOptions): WriteOnce => {
  const { platform, adapter, store, runClaimed, nowMs } = options;

  const requestOf = (write: KeyedWrite): KeyedRequest => {
    const id = hashOf(userScopeOf(platform, write.context), 'key', write.key);
    const fingerprint = requestFingerprint(write);
    return {
      id,
      fingerprint,
      // The same whenever the user asks for the same by this key: found again in the CRM also when the store has forgotten
      // it, and never for another request that comes with an old key.
      crmKey: hashOf(id, fingerprint),
      expiresAtMs: nowMs() + LIFETIME_MS,
    };
  };

  return async (write) => {
    const begun = await store.begin(requestOf(write));
    if (begun.state === 'used') throw usedKey();
    if (begun.state === 'running') {
      throw stillRunning(
        'The first request with this Idempotency-Key still runs. Wait for its answer, or ask again in a moment.',
      );
    }
    if (begun.state === 'finished') return replayWrite(adapter, write.context, begun.outcome);

    const { claim, isRepeated, isOpen } = begun;
    const ended = (outcome: WriteEnd['outcome'], staysOpen: boolean): WriteEnd => ({
      outcome,
      isOpen: staysOpen,
      expiresAtMs: nowMs() + LIFETIME_MS,
    });
    const saved = await runClaimed({
      claim,
      act: async () => {
        try {
          return await write.act({ idempotencyKey: claim.crmKey, mayExist: isRepeated }, isOpen);
        } catch (error) {
          throw isOpen ? asLaterRun(error) : error;
        }
      },
      afterSuccess: (done) => ended(doneWrite(done), false),
      afterFailure: (error) =>
        isUnseen(error, isRepeated)
          ? undefined
          : ended(
              error instanceof AppointmentError ? refusedWrite(error) : undefined,
              leavesOpen(error) || (isOpen && isOfTheCredential(error)),
            ),
    });
    return recordResult(saved);
  };
};
