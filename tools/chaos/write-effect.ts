/** What a write makes of an appointment in a CRM: done, not done, or, where it takes several steps, in between. Pure. */
import type { AppointmentStatus } from '../../src/contract/appointment-status';
import type { CrmRules } from './chaos-crm';
import { uniqueStates, type HeldAppointment, type HeldState } from './held-appointment';

export interface WriteEffect {
  /** The CRM has no place for it: nothing but a refusal is a true answer. */
  readonly isUnsupported: boolean;
  /** Twice is the same as once. */
  after(state: HeldState): HeldState;
}

export const creating = (wanted: HeldAppointment): WriteEffect => ({
  isUnsupported: false,
  after: () => wanted,
});

export const editing = (changes: Partial<HeldAppointment>): WriteEffect => ({
  isUnsupported: false,
  after: (state) => state && { ...state, ...changes },
});

export const settingStatus = (status: AppointmentStatus, rules: CrmRules): WriteEffect => ({
  isUnsupported: !rules.statuses.includes(status),
  after: (state) => {
    if (status === 'cancelled' && rules.cancelled === 'gone') return undefined;
    return state && rules.statuses.includes(status) ? { ...state, status } : state;
  },
});

const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.reduce<readonly (readonly string[])[]>(
    (sets, id) => [...sets, ...sets.map((set) => [...set, id])],
    [[]],
  );

/** First the fields, then the invited one by one, in any order. */
const stepsBetween = (before: HeldState, after: HeldState): readonly HeldState[] => {
  if (after === undefined) return [];
  const here = before?.attendeeIds ?? [];
  const stay = here.filter((id) => after.attendeeIds.includes(id));
  const changing = [...here, ...after.attendeeIds].filter((id) => !stay.includes(id));
  return subsets(changing).map((some) => ({ ...after, attendeeIds: [...stay, ...some].sort() }));
};

/** Everything that may be true once the write was asked for and nobody knows what became of it. */
export const possibleStates = (
  candidates: readonly HeldState[],
  effect: WriteEffect,
  rules: CrmRules,
): readonly HeldState[] =>
  uniqueStates(
    candidates.flatMap((before) => {
      const after = effect.after(before);
      return [before, after, ...(rules.isWrittenInSteps ? stepsBetween(before, after) : [])];
    }),
  );
