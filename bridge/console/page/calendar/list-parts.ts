/** How a long list is asked for: in parts, what is nearest first, so that something is there to read at once. */
import { addDays, type DayRange } from '../../../../src/contract/time/day-range';

export type CalendarView = 'upcoming' | 'past' | 'week' | 'timeline';

/** Days from today, both inclusive. A day more at each end, because the CRM user's today may be another. */
const stretches = {
  upcoming: [
    [-1, 6],
    [7, 30],
    [31, 60],
    [61, 92],
  ],
  past: [
    [-6, 1],
    [-31, -7],
    [-62, -32],
    [-93, -63],
  ],
  timeline: [
    [-31, 31],
    [32, 92],
    [-92, -32],
    [-366, -93],
    [93, 366],
  ],
} as const satisfies Record<Exclude<CalendarView, 'week'>, readonly (readonly [number, number])[]>;

export interface PartsOptions {
  readonly view: CalendarView;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** First day of the week that is shown. */
  readonly weekStart: string;
}

export const listParts = ({ view, today, weekStart }: PartsOptions): readonly DayRange[] =>
  view === 'week'
    ? [{ startDate: addDays(weekStart, -1), endDate: addDays(weekStart, 7) }]
    : stretches[view].map(([from, to]) => ({ startDate: addDays(today, from), endDate: addDays(today, to) }));

const FURTHER_DAYS = 31;

/** From the first day of all parts to the last. */
export const daysOfParts = (parts: readonly DayRange[]): DayRange => ({
  startDate: parts.map(({ startDate }) => startDate).toSorted()[0] ?? '',
  endDate:
    parts
      .map(({ endDate }) => endDate)
      .toSorted()
      .at(-1) ?? '',
});

/** The month after the last part; before the first one, where the view looks back. */
export const furtherPart = (parts: readonly DayRange[], view: CalendarView): DayRange => {
  const { startDate, endDate } = daysOfParts(parts);
  return view === 'past'
    ? { startDate: addDays(startDate, -FURTHER_DAYS), endDate: addDays(startDate, -1) }
    : { startDate: addDays(endDate, 1), endDate: addDays(endDate, FURTHER_DAYS) };
};
