/** What a worker is to do next, drawn from its seed: every step draws the same number of choices, whatever was answered. */
import type { SeededRandom } from '../../sandbox/core/seeded-random';
import type { AppointmentStatus } from '../../src/contract/appointment-status';
import type { OperationName } from '../../src/contract/operations';
import type { KnownPerson } from './chaos-crm';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The calendar of the run: so many days, from tomorrow on. */
const DAYS = 60;
/** From 17:00 to 20:30 UTC an hour lies within one day in every zone of the run. */
const FIRST_HOUR = 17;
const HALF_HOURS = 7;

export interface PlannedStep {
  readonly operation: OperationName;
  /** From 0 to 1: which of the appointments there are. */
  readonly choice: number;
  readonly startMs: number;
  readonly durationMinutes: number;
  readonly people: readonly KnownPerson[];
  readonly status: AppointmentStatus;
  /** Which fields an edit names. */
  readonly edits: {
    readonly title: boolean;
    readonly summary: boolean;
    readonly times: boolean;
    readonly people: boolean;
  };
  /** How the caller takes it: waits, goes after so many milliseconds, asks twice at once, or once more after a success. */
  readonly manner: 'patient' | 'leaves' | 'twice' | 'once-more';
  readonly patienceMs: number;
  /** After an answer that leaves open what was done: ask again, look, or leave it for later. */
  readonly ifOpen: 'repeat' | 'look' | 'later';
  /** First something that was left for later, where there is any. */
  readonly repeatsFirst: boolean;
}

/** An operation is as likely as it is often named. */
const operationsByShare: readonly [OperationName, ...OperationName[]] = [
  'createAppointment',
  ...Array.from({ length: 5 }, () => 'createAppointment' as const),
  ...Array.from({ length: 6 }, () => 'updateAppointment' as const),
  ...Array.from({ length: 2 }, () => 'cancelAppointment' as const),
  ...Array.from({ length: 2 }, () => 'setAppointmentStatus' as const),
  'confirmAppointment',
  ...Array.from({ length: 3 }, () => 'listAppointments' as const),
  ...Array.from({ length: 3 }, () => 'refreshAppointment' as const),
  ...Array.from({ length: 2 }, () => 'findContactWithName' as const),
];

const mannersByShare = [
  ...Array.from({ length: 16 }, () => 'patient' as const),
  'leaves' as const,
  'twice' as const,
  'once-more' as const,
] as const;

const MAX_PATIENCE_MS = 400;

/** @param firstDayMs midnight in UTC of the first day */
export const planStep = (
  random: SeededRandom,
  people: readonly KnownPerson[],
  firstDayMs: number,
): PlannedStep => ({
  operation: random.pick(operationsByShare),
  choice: random.integer(0, 999_999) / 1_000_000,
  startMs:
    firstDayMs +
    random.integer(0, DAYS - 1) * DAY_MS +
    (FIRST_HOUR * 60 + random.integer(0, HALF_HOURS) * 30) * MINUTE_MS,
  durationMinutes: random.pick([15, 30, 45, 60]),
  people: random.shuffle(people).slice(0, random.integer(0, 3)),
  status: random.pick(['scheduled', 'confirmed', 'completed', 'cancelled']),
  edits: {
    title: random.chance(0.6),
    summary: random.chance(0.3),
    times: random.chance(0.4),
    people: random.chance(0.4),
  },
  manner: random.pick(['patient', ...mannersByShare]),
  patienceMs: random.integer(5, MAX_PATIENCE_MS),
  ifOpen: random.pick(['repeat', 'look', 'later']),
  repeatsFirst: random.chance(0.4),
});

/** Tomorrow's midnight in UTC. */
export const firstDayAfter = (nowMs: number): number => (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
