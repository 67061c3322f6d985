/** Sends one write under its key, as often as it takes, and keeps the model of its appointment. */
import type { Caller, OperationRequest } from './caller';
import type { ChaosCrm } from './chaos-crm';
import type { ChaosRecord } from './chaos-record';
import type { HeldState } from './held-appointment';
import { judgeWrite, type WriteOutcome } from './judge-write';
import type { OperationAnswer } from './operation-answer';
import type { Step } from './step';
import type { TrackedAppointment } from './tracked-appointment';
import type { WriteEffect } from './write-effect';

export interface KeyedWrite {
  readonly appointment: TrackedAppointment;
  /** The first answer left open what was done, or none came. */
  readonly isOpen: boolean;
  /** The bridge may still be at it: only the same key tells. */
  readonly mayRun: boolean;
  /** With the same key, as often as wanted. */
  send(manner?: {
    readonly twice?: boolean;
    readonly patienceMs?: number | undefined;
  }): Promise<WriteOutcome>;
}

export interface KeyedWriteOptions {
  readonly crm: ChaosCrm;
  readonly caller: Caller;
  readonly record: ChaosRecord;
  readonly step: Step;
  readonly appointment: TrackedAppointment;
  readonly request: OperationRequest;
  readonly effect: WriteEffect;
}

/** Nobody has told what became of a request that may still run. */
const leavesRunning = (answer: OperationAnswer): boolean =>
  answer.kind === 'none' || (answer.kind === 'failure' && answer.failure.errorCode === 'conflict');

const outcomeName = (answer: OperationAnswer): string =>
  answer.kind === 'failure' ? answer.failure.errorCode : answer.kind === 'record' ? 'success' : answer.kind;

export const createKeyedWrite = (options: KeyedWriteOptions): KeyedWrite => {
  const { crm, caller, record, step, appointment, request, effect } = options;
  let origin: readonly HeldState[] = appointment.candidates;
  let isOpen = false;
  let mayRun = false;

  const learn = (answers: readonly OperationAnswer[]): void => {
    const told = answers.find((answer) => answer.kind === 'record' || answer.kind === 'failure');
    const id = told?.kind === 'record' ? told.result.appointmentId : undefined;
    const partial = told?.kind === 'failure' ? told.failure.appointment?.id : undefined;
    appointment.id ??= id ?? partial;
  };

  const judge = (answers: readonly [OperationAnswer, ...OperationAnswer[]]): WriteOutcome => {
    const { candidates } = appointment;
    const people = crm.people.map(({ id }) => id);
    const write = { effect, rules: crm.rules, people, origin, candidates, isOpen };
    const judgement = judgeWrite(write, answers, crm.held(appointment.titleStart));
    if (!appointment.isSpoiled) record.report(step, judgement.findings);
    appointment.isSpoiled ||= judgement.findings.length > 0;
    answers.forEach((answer) => record.answered(outcomeName(answer)));
    learn(answers);
    appointment.candidates = judgement.candidates;
    // What was done in part was said truly: from now on that is what the write begins from.
    if (judgement.outcome === 'partial') origin = judgement.candidates;
    isOpen = judgement.outcome === 'open';
    const isTold = answers.some((answer) => !leavesRunning(answer));
    mayRun = isOpen && (isTold ? false : mayRun || answers.some(leavesRunning));
    return judgement.outcome;
  };

  return {
    appointment,
    get isOpen() {
      return isOpen;
    },
    get mayRun() {
      return mayRun;
    },
    send: async ({ twice = false, patienceMs } = {}) => {
      appointment.isChanging = true;
      appointment.revision += 1;
      const call = async (): Promise<OperationAnswer> => caller.call({ ...request, patienceMs });
      const [first, ...others] = await Promise.all(twice ? [call(), call()] : [call()]);
      const outcome = judge([first ?? { kind: 'none' }, ...others]);
      appointment.revision += 1;
      appointment.isChanging = mayRun;
      return outcome;
    },
  };
};
