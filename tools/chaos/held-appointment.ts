/** An appointment as far as the chaos run judges it: what a CRM holds, what an answer shows, what may be true. Pure. */
import type { Appointment } from '../../src/contract/appointment.schema';
import type { AppointmentStatus } from '../../src/contract/appointment-status';

export interface HeldAppointment {
  readonly title: string;
  readonly summary: string;
  readonly startMs: number;
  readonly durationMinutes: number;
  /** Of the invited, sorted; without the organizer. */
  readonly attendeeIds: readonly string[];
  readonly status: AppointmentStatus;
}

/** Undefined: the CRM holds no such appointment. */
export type HeldState = HeldAppointment | undefined;

export const isSameState = (one: HeldState, other: HeldState): boolean =>
  describeState(one) === describeState(other);

export const includesState = (states: readonly HeldState[], wanted: HeldState): boolean =>
  states.some((state) => isSameState(state, wanted));

export const uniqueStates = (states: readonly HeldState[]): readonly HeldState[] =>
  states.filter((state, index) => states.findIndex((other) => isSameState(state, other)) === index);

/** For people and for comparisons. */
export const describeState = (state: HeldState): string =>
  state === undefined
    ? 'nothing'
    : [
        JSON.stringify(state.title),
        JSON.stringify(state.summary),
        new Date(state.startMs).toISOString(),
        `${state.durationMinutes} min`,
        state.status,
        `with ${state.attendeeIds.join(' ') || 'nobody'}`,
      ].join(', ');

/** @param people whom the run invites; anybody else in an answer is the organizer */
export const stateOfAnswer = (appointment: Appointment, people: readonly string[]): HeldAppointment => ({
  title: appointment.title,
  summary: appointment.description,
  startMs: Date.parse(appointment.startTimeUtc),
  durationMinutes: appointment.durationMinutes,
  attendeeIds: appointment.attendees
    .map(({ id }) => id)
    .filter((id) => people.includes(id))
    .sort(),
  status: appointment.status,
});
