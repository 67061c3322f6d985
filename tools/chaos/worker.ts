/** One person at work in a CRM: does what the seed says, asks again where it was left open, and ends with nothing open. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createSeededRandom } from '../../sandbox/core/seeded-random';
import { operations } from '../../src/contract/operations';
import type { Caller } from './caller';
import type { ChaosCrm } from './chaos-crm';
import type { ChaosRecord, Step } from './chaos-record';
import { createCheckedReads } from './checked-reads';
import type { WriteOutcome } from './judge-write';
import { createKeyedWrite, type KeyedWrite } from './keyed-write';
import { planChange, planCreate, type PlannedWrite } from './planned-write';
import { planStep, type PlannedStep } from './planned-step';
import { trackAppointment, type Shelf, type TrackedAppointment } from './tracked-appointment';

const MAX_REPEATS = 3;
const LIST_DAYS = 12;
const ALL_DAYS = 70;
const DAY_MS = 86_400_000;
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

const createSteps = (options: WorkerOptions) => {
  const { number, crm, caller, record, shelf, firstDayMs } = options;
  const reads = createCheckedReads({ crm, caller, record, shelf });
  const own: TrackedAppointment[] = [];
  let openWrites: readonly KeyedWrite[] = [];

  const leaveOpen = (write: KeyedWrite): void => {
    openWrites = [...openWrites.filter((one) => one !== write), write];
  };
  const close = (write: KeyedWrite): void => {
    openWrites = openWrites.filter((one) => one !== write);
  };

  /** Again with the same key, as a caller does who wants to know. */
  const repeat = async (write: KeyedWrite): Promise<WriteOutcome> => {
    record.repeated();
    const outcome = await write.send();
    if (write.isOpen) leaveOpen(write);
    else close(write);
    return outcome;
  };

  const look = async (write: KeyedWrite, step: Step): Promise<void> => {
    const { appointment } = write;
    if (appointment.id === undefined) await reads.list(step, firstDayMs - DAY_MS, ALL_DAYS);
    else await reads.refresh(step, appointment);
    if (appointment.candidates.length === 1) close(write);
  };

  const followUp = async (
    write: KeyedWrite,
    outcome: WriteOutcome,
    { ifOpen, manner }: PlannedStep,
    step: Step,
  ): Promise<void> => {
    if (outcome === 'done') {
      if (manner === 'once-more') await repeat(write);
      return;
    }
    if (write.isOpen) leaveOpen(write);
    if (ifOpen === 'look' && write.isOpen && !write.mayRun) return look(write, step);
    if (ifOpen !== 'repeat' || outcome === 'refused') return;
    for (let tries = 1; tries <= MAX_REPEATS; tries++) {
      const again = await repeat(write);
      if (again === 'done' || again === 'refused') return;
    }
  };

  const write = async (
    planned: PlannedStep,
    appointment: TrackedAppointment,
    { request, effect }: PlannedWrite,
  ) => {
    const operationNumber = record.begin(request.operation);
    const key = `chaos-${number}-${operationNumber}`;
    const step = {
      operationNumber,
      worker: number,
      platform: crm.platform,
      operation: request.operation,
      key,
    };
    const keyed = createKeyedWrite({
      crm,
      caller,
      record,
      step,
      appointment,
      request: { ...request, key },
      effect,
    });
    const startedMs = performance.now();
    const { manner, patienceMs } = planned;
    const outcome = await keyed.send({
      twice: manner === 'twice',
      patienceMs: manner === 'leaves' ? patienceMs : undefined,
    });
    if (manner !== 'leaves') record.took(performance.now() - startedMs);
    await followUp(keyed, outcome, planned, step);
  };

  /** Of which one thing is true, and that it is there; what a CRM hides when it is cancelled is left alone. */
  const isReady = ({ id, candidates, isChanging }: TrackedAppointment): boolean => {
    const [state, ...others] = candidates;
    if (id === undefined || isChanging || others.length > 0 || state === undefined) return false;
    return state.status !== 'cancelled' || crm.rules.cancelled === 'listed';
  };

  const read = async (planned: PlannedStep, appointment: TrackedAppointment | undefined): Promise<void> => {
    const { operation, startMs, choice } = planned;
    const operationNumber = record.begin(operation);
    const step = { operationNumber, worker: number, platform: crm.platform, operation };
    const startedMs = performance.now();
    if (operation === 'refreshAppointment' && appointment) await reads.refresh(step, appointment);
    else if (operation === 'findContactWithName') {
      await reads.search(step, crm.people[Math.floor(choice * crm.people.length)] ?? crm.people[0]);
    } else await reads.list(step, startMs - (startMs % DAY_MS) - DAY_MS, LIST_DAYS);
    record.took(performance.now() - startedMs);
  };

  const take = async (planned: PlannedStep, index: number): Promise<void> => {
    const [waiting] = openWrites;
    if (planned.repeatsFirst && waiting) await repeat(waiting);
    const isNew = planned.operation === 'createAppointment';
    const ready = own.filter(isReady);
    const chosen = ready[Math.floor(planned.choice * ready.length)];
    if (!operations[planned.operation].writes) return read(planned, chosen);
    if (isNew || chosen?.id === undefined) {
      const appointment = trackAppointment(`Chaos ${options.seed}-${number}-${index}: `);
      own.push(appointment);
      shelf.push(appointment);
      return write(planned, appointment, planCreate(planned, appointment.titleStart));
    }
    const names = { appointmentId: chosen.id, titleStart: chosen.titleStart, mark: String(index) };
    return write(planned, chosen, planChange(planned, crm.rules, names));
  };

  return { take, repeat, reads, open: () => openWrites };
};

export const createWorker = (options: WorkerOptions): Worker => {
  const { number, seed, crm, record, firstDayMs } = options;
  const random = createSeededRandom(seed * 1000 + number);
  const { take, repeat, reads, open } = createSteps(options);
  const stepOf = (operation: string): Step => ({
    operationNumber: 0,
    worker: number,
    platform: crm.platform,
    operation,
  });
  return {
    work: async (count) => {
      for (let index = 1; index <= count; index++) {
        await take(planStep(random, crm.people, firstDayMs), index);
      }
    },
    settle: async () => {
      const deadlineMs = Date.now() + SETTLE_LIMIT_MS;
      while (open().length > 0 && Date.now() < deadlineMs) {
        for (const write of open()) await repeat(write);
        if (open().length > 0) await sleep(SETTLE_EVERY_MS);
      }
      if (open().length === 0) return;
      const words = `${open().length} writes are open two minutes after the last fault`;
      record.report(stepOf('settling'), [{ kind: 'wrong answer', words }]);
    },
    listAll: async () => {
      const step = stepOf('listAppointments');
      // A credential that a fault has ended is found out by the first of them, a pause of the CRM ends meanwhile.
      for (let tries = 1; tries <= MAX_REPEATS; tries++) {
        if (await reads.list(step, firstDayMs - DAY_MS, ALL_DAYS)) return;
      }
      const words = 'the calendar cannot be listed although the faults are over';
      record.report(step, [{ kind: 'wrong list', words }]);
    },
  };
};
