/** The list as people read it: a heading for each day that has appointments. */
import type { PlacedAppointment } from './placed-appointment';
import { byStart } from './placed-appointment';

export interface DayGroup {
  /** `YYYY-MM-DD` in the viewer's zone. */
  readonly day: string;
  readonly appointments: readonly PlacedAppointment[];
}

export type DayOrder = 'ascending' | 'descending';

/** Under the day it starts; within a day always from morning to evening, whichever way the days go. */
export const groupByDay = (
  appointments: readonly PlacedAppointment[],
  order: DayOrder = 'ascending',
): readonly DayGroup[] => {
  const days = new Map<string, PlacedAppointment[]>();
  for (const placed of appointments.toSorted(byStart)) {
    const sameDay = days.get(placed.firstDay);
    if (sameDay) sameDay.push(placed);
    else days.set(placed.firstDay, [placed]);
  }
  const groups = [...days].map(([day, ofDay]) => ({
    day,
    appointments: ofDay.toSorted(
      (one, other) => Number(other.appointment.isAllDay) - Number(one.appointment.isAllDay),
    ),
  }));
  const sorted = groups.toSorted((one, other) => one.day.localeCompare(other.day));
  return order === 'ascending' ? sorted : sorted.toReversed();
};
