/** One person at work in a CRM: does what the seed says, asks again where it was left open, and ends with nothing open. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createSeededRandom } from '../../sandbox/core/seeded-random';
import { operations } from '../../src/contract/operations';
import type { Caller } from './caller';
import type { ChaosCrm } from './chaos-crm';
import type { ChaosRecord } from './chaos-record';
import { createCheckedReads, type CheckedReads } from './checked-reads';
import { createKeyedWrite } from './keyed-write';
import { createOpenWrites, type OpenWrites } from './open-writes';
import { planChange, planCreate, type PlannedWrite } from './planned-write';
import { planStep, type PlannedStep } from './planned-step';
import type { Step } from './step';
import { trackAppointment, type Shelf, type TrackedAppointment } from './tracked-appointment';

const LIST_DAYS = 12;
const ALL_DAYS = 70;
const DAY_MS = 86_400_000;
const MAX_LISTS = 3;
/** A killed bridge's requests can be taken over after half a minute. */
const SETTLE_LIMIT_MS = 120_000;
const SETTLE_EVERY_MS = 1000;

export interface WorkerOptions {
  readonly number: number;
  readonly seed: number;
  readonly crm: ChaosCrm;
  readonly caller: Caller;
  readonly record: ChaosRecord;
  /** Of the user, whom several workers may share. */
  readonly shelf: Shelf;
  /** Midnight in UTC of the first day of the run. */
  readonly firstDayMs: number;
}

export interface Worker {
  work(operations: number): Promise<void>;
  /** Repeats what is open until it is answered for good. The faults are over by then. */
  settle(): Promise<void>;
  /** The whole calendar once more, through the bridge. */
  listAll(): Promise<void>;
}

interface Tools extends WorkerOptions {
  readonly reads: CheckedReads;
  readonly openWrites: OpenWrites;
}

const stepOf = ({ number, crm }: WorkerOptions, operation: string, operationNumber = 0): Step => ({
  operationNumber,
  worker: number,
  platform: crm.platform,
  operation,
});

const write = async (
  tools: Tools,
  planned: PlannedStep,
  appointment: TrackedAppointment,
  { request, effect }: PlannedWrite,
): Promise<void> => {
  const { number, crm, caller, record, openWrites } = tools;
  const operationNumber = record.begin(request.operation);
  const key = `chaos-${number}-${operationNumber}`;
  const step = { ...stepOf(tools, request.operation, operationNumber), key };
  const keyed = createKeyedWrite({
    crm,
    caller,
    record,
    step,
    appointment,
    request: { ...request, key },
    effect,
  });
  const { manner, patienceMs } = planned;
  const startedMs = performance.now();
  const outcome = await keyed.send({
    twice: manner === 'twice',
    patienceMs: manner === 'leaves' ? patienceMs : undefined,
  });
  // How long a caller waited who did not wait for the end is their own affair.
  if (manner !== 'leaves') record.took(performance.now() - startedMs);
  await openWrites.followUp(keyed, outcome, planned, step);
};

const read = async (
  tools: Tools,
  planned: PlannedStep,
  appointment: TrackedAppointment | undefined,
): Promise<void> => {
  const { crm, record, reads } = tools;
  const { operation, startMs, choice } = planned;
  const step = stepOf(tools, operation, record.begin(operation));
  const startedMs = performance.now();
  if (operation === 'refreshAppointment' && appointment) {
    await reads.refresh(step, appointment);
  } else if (operation === 'findContactWithName') {
    await reads.search(step, crm.people[Math.floor(choice * crm.people.length)] ?? crm.people[0]);
  } else {
    await reads.list(step, startMs - (startMs % DAY_MS) - DAY_MS, LIST_DAYS);
  }
  record.took(performance.now() - startedMs);
};

/** Of which one thing is true, and that it is there; what a CRM hides when it is cancelled is left alone. */
const isReady = (appointment: TrackedAppointment, { rules }: ChaosCrm): boolean => {
  const { id, candidates, isChanging, isSpoiled } = appointment;
  const [state, ...others] = candidates;
  if (id === undefined || isChanging || isSpoiled || others.length > 0 || state === undefined) return false;
  return state.status !== 'cancelled' || rules.cancelled === 'listed';
};

const createStepTaker = (tools: Tools) => {
  const { number, seed, crm, shelf, openWrites } = tools;
  const own: TrackedAppointment[] = [];

  const create = async (planned: PlannedStep, index: number): Promise<void> => {
    const appointment = trackAppointment(`Chaos ${seed}-${number}-${index}: `);
    own.push(appointment);
    shelf.push(appointment);
    await write(tools, planned, appointment, planCreate(planned, appointment.titleStart));
  };

  return async (planned: PlannedStep, index: number): Promise<void> => {
    const [waiting] = openWrites.all();
    if (planned.repeatsFirst && waiting) await openWrites.repeat(waiting);
    const ready = own.filter((one) => isReady(one, crm) && !openWrites.concerns(one));
    const chosen = ready[Math.floor(planned.choice * ready.length)];
    if (!operations[planned.operation].writes) return read(tools, planned, chosen);
    if (planned.operation === 'createAppointment' || chosen?.id === undefined) return create(planned, index);
    const names = { appointmentId: chosen.id, titleStart: chosen.titleStart, mark: String(index) };
    return write(tools, planned, chosen, planChange(planned, crm.rules, names));
  };
};

export const createWorker = (options: WorkerOptions): Worker => {
  const { number, seed, crm, record, firstDayMs } = options;
  const random = createSeededRandom(seed * 1000 + number);
  const reads = createCheckedReads(options);
  const calendar = { fromMs: firstDayMs - DAY_MS, days: ALL_DAYS };
  const openWrites = createOpenWrites({ record, reads, calendar });
  const take = createStepTaker({ ...options, reads, openWrites });
  return {
    work: async (count) => {
      for (let index = 1; index <= count; index++) {
        await take(planStep(random, crm.people, firstDayMs), index);
      }
    },
    settle: async () => {
      const deadlineMs = Date.now() + SETTLE_LIMIT_MS;
      while (openWrites.all().length > 0 && Date.now() < deadlineMs) {
        for (const one of openWrites.all()) await openWrites.repeat(one);
        if (openWrites.all().length > 0) await sleep(SETTLE_EVERY_MS);
      }
      const left = openWrites.all().length;
      if (left === 0) return;
      const words = `${left} writes are open two minutes after the last fault`;
      record.report(stepOf(options, 'settling'), [{ kind: 'wrong answer', words }]);
    },
    listAll: async () => {
      const step = stepOf(options, 'listAppointments');
      // A credential that a fault has ended is found out by the first of them, a pause of the CRM ends meanwhile.
      for (let tries = 1; tries <= MAX_LISTS; tries++) {
        if (await reads.list(step, calendar.fromMs, calendar.days)) return;
      }
      const words = 'the calendar cannot be listed although the faults are over';
      record.report(step, [{ kind: 'wrong list', words }]);
    },
  };
};
