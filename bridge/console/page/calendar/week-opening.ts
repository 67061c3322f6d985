/** At which hour a week is opened. */
import type { PlacedAppointment } from './placed-appointment';
import type { WeekAxis } from './week-axis';
import { blocksOfDay } from './week-layout';

const MORNING_MINUTE = 7 * 60;
const BEFORE_MINUTES = 30;

/**
 * In the morning; where nothing of the week would be seen then, at its first appointment.
 * @param fittingMinutes how much of the axis is seen at a time
 */
export const firstMinuteToShow = (
  axis: WeekAxis,
  shown: readonly PlacedAppointment[],
  fittingMinutes: number,
): number => {
  const blocks = axis.days.flatMap((weekDay) => blocksOfDay(axis, weekDay, shown));
  const isSeen = blocks.some(({ from, to }) => to > MORNING_MINUTE && from < MORNING_MINUTE + fittingMinutes);
  if (isSeen || blocks.length === 0) return MORNING_MINUTE;
  return Math.max(0, Math.min(...blocks.map(({ from }) => from)) - BEFORE_MINUTES);
};
