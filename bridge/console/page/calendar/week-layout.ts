/** The appointments of a week as what is drawn of them: blocks in the columns of days, bars across whole days. */
import { overlapColumns, type InColumn } from './overlap-columns';
import { byStart, type PlacedAppointment } from './placed-appointment';
import type { WeekAxis, WeekDay } from './week-axis';

/** Nothing is drawn lower than this: a line of text has to fit. */
const SHORTEST_MINUTES = 30;

interface Block {
  readonly placed: PlacedAppointment;
  /** Minutes of the axis. */
  readonly from: number;
  readonly to: number;
}

export type PlacedBlock = InColumn<Block>;

export interface Bar {
  readonly placed: PlacedAppointment;
  /** Days of the week from 0, both inclusive. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** From 0, downwards. */
  readonly lane: number;
  readonly startsEarlier: boolean;
  readonly endsLater: boolean;
}

const blockOn = (axis: WeekAxis, weekDay: WeekDay, placed: PlacedAppointment): Block | undefined => {
  const { fromMs, toMs } = weekDay.window;
  const { startMs, endMs } = placed;
  const isOnDay = startMs < toMs && (endMs > fromMs || (endMs === startMs && startMs >= fromMs));
  if (!isOnDay) return undefined;
  const end = axis.minuteAt(weekDay, Math.min(endMs, toMs));
  const from = Math.min(
    axis.minuteAt(weekDay, Math.max(startMs, fromMs)),
    axis.totalMinutes - SHORTEST_MINUTES,
  );
  return { placed, from, to: Math.max(end, from + SHORTEST_MINUTES) };
};

/** Blocks of one day, overlaps side by side. */
export const blocksOfDay = (
  axis: WeekAxis,
  weekDay: WeekDay,
  appointments: readonly PlacedAppointment[],
): readonly PlacedBlock[] =>
  overlapColumns(
    appointments
      .filter(({ takesWholeDays }) => !takesWholeDays)
      .flatMap((placed) => blockOn(axis, weekDay, placed) ?? []),
  );

/** What takes whole days, each in the first lane that is free across its days. */
export const barsOfWeek = (axis: WeekAxis, appointments: readonly PlacedAppointment[]): readonly Bar[] => {
  const days = axis.days.map(({ day }) => day);
  const [monday = ''] = days;
  const sunday = days.at(-1) ?? '';
  const lastOfLane: number[] = [];
  return appointments
    .filter(
      ({ takesWholeDays, firstDay, lastDay }) => takesWholeDays && firstDay <= sunday && lastDay >= monday,
    )
    .toSorted(byStart)
    .map((placed) => {
      const startsEarlier = placed.firstDay < monday;
      const endsLater = placed.lastDay > sunday;
      const firstColumn = startsEarlier ? 0 : days.indexOf(placed.firstDay);
      const lastColumn = endsLater ? days.length - 1 : days.indexOf(placed.lastDay);
      const free = lastOfLane.findIndex((last) => last < firstColumn);
      const lane = free === -1 ? lastOfLane.length : free;
      lastOfLane[lane] = lastColumn;
      return { placed, firstColumn, lastColumn, lane, startsEarlier, endsLater };
    });
};
