/**
 * Creates for a caller who gave no key: a click that was made twice makes one appointment, and a create whose answer was
 * lost is looked for when it is asked for again.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as waitFor } from 'node:timers/promises';
import type { Appointment } from '../../src/contract/appointment.schema';
import type { CreateInput } from '../../src/contract/change.schema';
import { AppointmentError } from '../../src/contract/failure';
import type { RecordResult } from '../../src/contract/result.schema';
import type { CalendarContext, CreateOptions, SavedAppointment } from '../adapters/calendar-adapter';
import type { Begun, KeyedRequest } from '../idempotency/idempotency-store';
import { hashOf } from '../idempotency/request-fingerprint';
import { userScopeOf } from '../idempotency/user-scope';
import { doneWrite, refusedWrite } from '../idempotency/write-outcome';
import { recordResult } from './success-result';
import { stillRunning, type WriteOnceOptions } from './write-once';

/** From the end of the first on. */
const SAME_WISH_MS = 30_000;
/** How long it is known under which key a create was sent that may have been saved, or was in part. */
const UNSETTLED_MS = 10 * 60_000;
const ASK_EVERY_MS = 250;
/** 20 s together, and in no case more than the caller's time but for this: what is left is for reading. */
const MAX_ASKED = 80;
const READING_MS = 5000;

const ALREADY_CREATED =
  'This appointment was already created a moment ago, so no second one was made. To change it, edit the first.';

export interface UnkeyedCreate {
  readonly context: CalendarContext;
  readonly input: CreateInput;
  act(options: CreateOptions): Promise<SavedAppointment>;
}

export interface CreateWithoutKeyOptions extends WriteOnceOptions {
  readonly wait?: ((durationMs: number) => Promise<unknown>) | undefined;
}

export type CreateWithoutKey = (create: UnkeyedCreate) => Promise<RecordResult>;

/** NetSuite keeps no more of a time. */
const wholeMinute = (time: string): number => Math.floor(Date.parse(time) / 60_000);

/** It may have been cancelled, moved or renamed since: then the second wish is one of its own. */
const isWhatIsWanted = (made: Appointment, { title, startTimeUtc, status }: CreateInput): boolean =>
  (made.status !== 'cancelled' || status === 'cancelled') &&
  made.title.trim() === title.trim() &&
  wholeMinute(made.startTimeUtc) === wholeMinute(startTimeUtc);

/** The same wish is that of the same user for the same title, start and people. */
const requestOf = (
  { context, input }: UnkeyedCreate,
  { platform, nowMs }: CreateWithoutKeyOptions,
): KeyedRequest => {
  const { title, startTimeUtc, contacts } = input;
  const people = contacts.map(({ id }) => id).sort();
  const id = hashOf(userScopeOf(platform, context), 'wish', title, startTimeUtc, ...people);
  return { id, fingerprint: id, crmKey: randomUUID(), expiresAtMs: nowMs() + UNSETTLED_MS };
};

const beginWhenEnded = async (create: UnkeyedCreate, options: CreateWithoutKeyOptions): Promise<Begun> => {
  const { store, wait = waitFor } = options;
  const { deadline } = create.context;
  for (let asked = 0; asked < MAX_ASKED; asked++) {
    const begun = await store.begin(requestOf(create, options));
    if (begun.state !== 'running') return begun;
    if (deadline && deadline.remainingMs() <= READING_MS) break;
    await wait(ASK_EVERY_MS);
  }
  throw stillRunning('The same appointment is being created just now. Wait a moment, and refresh the list.');
};

export const createCreateWithoutKey = (options: CreateWithoutKeyOptions): CreateWithoutKey => {
  const { adapter, store, runClaimed, nowMs } = options;

  const run = async ({ claim, isRepeated }: Extract<Begun, { state: 'begun' }>, create: UnkeyedCreate) =>
    runClaimed({
      claim,
      act: async () => create.act({ idempotencyKey: claim.crmKey, mayExist: isRepeated }),
      afterSuccess: (saved) => ({
        outcome: doneWrite(saved),
        isOpen: false,
        expiresAtMs: nowMs() + SAME_WISH_MS,
      }),
      afterFailure: (error) =>
        error instanceof AppointmentError && refusedWrite(error)
          ? undefined
          : { outcome: undefined, isOpen: true, expiresAtMs: nowMs() + UNSETTLED_MS },
    });

  /** Undefined where it is no longer what is wanted. */
  const readFirst = async ({ context, input }: UnkeyedCreate, appointmentId: string) => {
    try {
      const appointment = await adapter.getAppointment(context, appointmentId);
      return isWhatIsWanted(appointment, input) ? { appointmentId, appointment } : undefined;
    } catch (error) {
      if (error instanceof AppointmentError && error.code === 'not_found') return undefined;
      throw error;
    }
  };

  /** Undefined where what was made before is no longer what is wanted: it is forgotten then. */
  const attempt = async (create: UnkeyedCreate): Promise<RecordResult | undefined> => {
    const begun = await beginWhenEnded(create, options);
    if (begun.state === 'begun') {
      const saved = await run(begun, create);
      if (!saved.wasMadeBefore) return recordResult(saved);
      if (isWhatIsWanted(saved.appointment, create.input)) return recordResult(saved, ALREADY_CREATED);
      await store.forget(begun.claim);
    }
    if (begun.state === 'finished' && begun.outcome.successful) {
      const first = await readFirst(create, begun.outcome.appointmentId);
      if (first) return recordResult(first, ALREADY_CREATED);
      await store.forget(begun.claim);
    }
    return undefined;
  };

  return async (create) => {
    const result = (await attempt(create)) ?? (await attempt(create));
    if (result) return result;
    throw stillRunning(
      'The same appointment was created and changed just now. Refresh the list and try again.',
    );
  };
};
