/** Reads through the bridge, and holds every answer against the model: lists, single appointments, people. */
import type { Appointment } from '../../src/contract/appointment.schema';
import type { Caller } from './caller';
import type { ChaosCrm, KnownPerson } from './chaos-crm';
import type { ChaosRecord } from './chaos-record';
import { judgeListed, judgeReadFailure, judgeRefreshed, type SureWindow } from './judge-read';
import { describeAnswer, type OperationAnswer } from './operation-answer';
import type { Step } from './step';
import { stillLifeOf, type Shelf, type TrackedAppointment } from './tracked-appointment';
import type { Finding } from './violation';

const DAY_MS = 86_400_000;

export interface CheckedReadsOptions {
  readonly crm: ChaosCrm;
  readonly caller: Caller;
  readonly record: ChaosRecord;
  readonly shelf: Shelf;
}

export interface CheckedReads {
  /** Days, both in UTC; whether it was answered with a list. */
  list(step: Step, fromMs: number, days: number): Promise<boolean>;
  refresh(step: Step, appointment: TrackedAppointment): Promise<void>;
  search(step: Step, person: KnownPerson): Promise<void>;
}

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const outcomeName = (answer: OperationAnswer): string =>
  answer.kind === 'failure' ? answer.failure.errorCode : answer.kind === 'none' ? 'none' : 'read';

export const createCheckedReads = ({ crm, caller, record, shelf }: CheckedReadsOptions): CheckedReads => {
  const { rules } = crm;
  const people = crm.people.map(({ id }) => id);

  const compare = (
    step: Step,
    unchanged: readonly TrackedAppointment[],
    listed: readonly Appointment[],
    window: SureWindow,
  ): void => {
    for (const appointment of unchanged) {
      const { candidates, findings } = judgeListed(appointment, listed, { rules, people, window });
      record.report(step, findings);
      appointment.isSpoiled = findings.some(({ kind }) => kind === 'wrong list');
      appointment.candidates = candidates;
      const row = listed.find(({ title }) => title.startsWith(appointment.titleStart));
      appointment.id ??= row?.id;
    }
  };

  return {
    list: async (step, fromMs, days) => {
      const stillLife = stillLifeOf(shelf);
      const query = { startDate: dayText(fromMs), endDate: dayText(fromMs + (days - 1) * DAY_MS) };
      const answer = await caller.call({ operation: 'listAppointments', query });
      record.answered(outcomeName(answer));
      if (answer.kind !== 'list') {
        record.report(step, judgeReadFailure(answer));
        return false;
      }
      const { appointments, skipped = 0 } = answer.result;
      const hidden: readonly Finding[] =
        skipped === 0 ? [] : [{ kind: 'wrong list', words: `${skipped} rows were left out` }];
      record.report(step, hidden);
      const window = { fromMs: fromMs + DAY_MS, toMs: fromMs + (days - 1) * DAY_MS };
      compare(step, stillLife.unchanged(), appointments, window);
      return true;
    },
    refresh: async (step, appointment) => {
      const stillLife = stillLifeOf([appointment]);
      const answer = await caller.call({ operation: 'refreshAppointment', appointmentId: appointment.id });
      record.answered(outcomeName(answer));
      if (stillLife.unchanged().length === 0) return;
      const { candidates, findings } = judgeRefreshed(appointment, answer, people);
      record.report(step, findings);
      appointment.candidates = candidates;
    },
    search: async (step, person) => {
      const answer = await caller.call({ operation: 'findContactWithName', query: { name: person.name } });
      record.answered(outcomeName(answer));
      if (answer.kind !== 'contacts') {
        record.report(step, judgeReadFailure(answer));
      } else if (!answer.result.contact.some(({ id }) => id === person.id)) {
        const words = `${describeAnswer(answer)} was answered without the person ${person.id}`;
        record.report(step, [{ kind: 'wrong list', words }]);
      }
    },
  };
};
