/** Gives out ids: numbers that rise and are not given twice, also when the newest record is deleted. */
import type { ClioState } from './entities';

export type CountedKind = 'calendarEntry' | 'attendee' | 'externalProperty';

/** Real ids have ten digits and more, beyond 32 bits; the tables do not share them. */
const before: Readonly<Record<CountedKind, number>> = {
  calendarEntry: 3_402_117_000,
  attendee: 5_880_210_000,
  externalProperty: 71_400_000,
};

const counters = new WeakMap<ClioState, Map<CountedKind, number>>();

export function nextRecordId(state: ClioState, kind: CountedKind): number {
  const counter = counters.get(state) ?? new Map<CountedKind, number>();
  counters.set(state, counter);
  const id = (counter.get(kind) ?? before[kind]) + 1;
  counter.set(kind, id);
  return id;
}

/** Continues where the ids of `source` end, for a state that was filled from it. */
export function adoptRecordIds(state: ClioState, source: ClioState): void {
  counters.set(state, new Map(counters.get(source)));
}
