/** The writes of a worker that nobody has told the end of, and what a caller does about them: ask again, look, wait. */
import type { ChaosRecord } from './chaos-record';
import type { CheckedReads } from './checked-reads';
import type { WriteOutcome } from './judge-write';
import type { KeyedWrite } from './keyed-write';
import type { PlannedStep } from './planned-step';
import type { Step } from './step';
import type { TrackedAppointment } from './tracked-appointment';

const MAX_REPEATS = 3;

export interface OpenWritesOptions {
  readonly record: ChaosRecord;
  readonly reads: CheckedReads;
  /** The whole calendar, where an appointment has no id yet to look for. */
  readonly calendar: { readonly fromMs: number; readonly days: number };
}

export interface OpenWrites {
  all(): readonly KeyedWrite[];
  /** Nothing else is to be done with it before its end is known: the same key again would do the older wish over. */
  concerns(appointment: TrackedAppointment): boolean;
  /** Again with the same key, as a caller does who wants to know. */
  repeat(write: KeyedWrite): Promise<WriteOutcome>;
  /** What the caller does after the first answer. */
  followUp(write: KeyedWrite, outcome: WriteOutcome, planned: PlannedStep, step: Step): Promise<void>;
}

export const createOpenWrites = ({ record, reads, calendar }: OpenWritesOptions): OpenWrites => {
  const open = new Set<KeyedWrite>();

  const repeat = async (write: KeyedWrite): Promise<WriteOutcome> => {
    record.repeated();
    const outcome = await write.send();
    if (write.isOpen) open.add(write);
    else open.delete(write);
    return outcome;
  };

  const repeatAFewTimes = async (write: KeyedWrite): Promise<void> => {
    for (let tries = 1; tries <= MAX_REPEATS; tries++) {
      const outcome = await repeat(write);
      if (outcome === 'done' || outcome === 'refused') return;
    }
  };

  const look = async (write: KeyedWrite, step: Step): Promise<void> => {
    const { appointment } = write;
    if (appointment.id === undefined) await reads.list(step, calendar.fromMs, calendar.days);
    else await reads.refresh(step, appointment);
    if (appointment.candidates.length === 1) open.delete(write);
  };

  return {
    all: () => [...open],
    concerns: (wanted) => [...open].some(({ appointment }) => appointment === wanted),
    repeat,
    followUp: async (write, outcome, { ifOpen, manner }, step) => {
      if (write.isOpen) open.add(write);
      if (outcome === 'done') {
        if (manner === 'once-more') await repeat(write);
      } else if (ifOpen === 'look' && write.isOpen && !write.mayRun) {
        await look(write, step);
      } else if (ifOpen === 'repeat' && outcome !== 'refused') {
        await repeatAFewTimes(write);
      }
    },
  };
};
