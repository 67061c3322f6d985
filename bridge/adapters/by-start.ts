/** The order of every list: by start, the latest first where it is about the past. Pure. */
import type { Appointment } from '../../src/contract/appointment.schema';
import type { AppointmentRange } from '../../src/contract/range.schema';

type Compare = (one: Appointment, other: Appointment) => number;

/** Instants in UTC are all written alike: their texts are in the order of their times. */
const compareStarts: Compare = ({ startTimeUtc: one }, { startTimeUtc: other }) => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** @param compareIds for those that start together */
export const byStart = (range: AppointmentRange['range'], compareIds: Compare): Compare => {
  const direction = range === 'past' ? -1 : 1;
  return (one, other) => direction * (compareStarts(one, other) || compareIds(one, other));
};

/** Of a CRM whose ids are numbers. */
export const compareNumericIds: Compare = (one, other) => Number(one.id) - Number(other.id);
