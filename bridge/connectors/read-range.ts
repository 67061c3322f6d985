/** Reads which appointments a caller wants: days, as App Connect's server sends them, or instants, as its documentation has it. */
import type { Appointment } from '../../src/contract/appointment.schema';
import { AppointmentError } from '../../src/contract/failure';
import { rangeSchema, type AppointmentRange } from '../../src/contract/range.schema';
import { addDays, isWithin, type TimeWindow } from '../../src/contract/time/day-range';
import { dayText, readDay } from '../../src/contract/time/iso';
import { readInstant } from '../../src/contract/time/read-instant';
import { readInput } from './read-input';

export interface RequestedRange {
  /** Whole days; where instants were given, all days that these can fall on in any zone. */
  readonly range: AppointmentRange;
  /** Cuts the days to the instants. An end that was given as a day is not cut. */
  readonly window: TimeWindow;
}

const record = (input: unknown): Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null ? { ...input } : {};

interface Edge {
  /** What to hold against the range's schema. */
  readonly day: unknown;
  readonly instantMs?: number;
}

/** The days of one instant differ by zone, from the day before in UTC to the day after. */
const edgeOf = (given: unknown, spareDays: 1 | -1): Edge => {
  const instantMs = typeof given === 'string' ? readInstant(given.trim()) : undefined;
  const day = instantMs === undefined ? '' : dayText(instantMs);
  // An offset can lead out of the years of the calendar: such an instant is on no day.
  return instantMs === undefined || readDay(day) === undefined
    ? { day: given }
    : { day: addDays(day, spareDays), instantMs };
};

/**
 * The App Connect client sends a tab, `forceSync`, and always `mineOnly=false` with them: a constant and no choice of
 * the user (app-connect.md §1.5). Taken at its word, the tab would show the calendars of the whole company.
 */
const withoutClientConstant = (range: AppointmentRange): AppointmentRange =>
  range.range !== undefined && range.forceSync !== undefined ? { ...range, mineOnly: true } : range;

const refuseReversed = ({ fromMs, toMs }: TimeWindow): void => {
  if (fromMs <= toMs) return;
  const message = 'endTime must be at or after startTime';
  throw new AppointmentError('invalid_request', `${message}.`, {
    details: { issues: [{ path: 'endTime', message }] },
  });
};

/** @throws AppointmentError invalid_request naming what is wrong with it */
export const readRange = (input: unknown): RequestedRange => {
  const { startTime, endTime, ...given } = record(input);
  const start = edgeOf(startTime ?? given['startDate'], -1);
  const end = edgeOf(endTime ?? given['endDate'], 1);
  const range = readInput(rangeSchema, {
    ...given,
    startDate: start.day ?? undefined,
    endDate: end.day ?? undefined,
  });
  const window = { fromMs: start.instantMs ?? -Infinity, toMs: end.instantMs ?? Infinity };
  refuseReversed(window);
  return { range: withoutClientConstant(range), window };
};

/** Days alone cut nothing: reading the times of a long list again would be for nothing. */
export const isRequested = ({ window }: RequestedRange): ((appointment: Appointment) => boolean) => {
  if (window.fromMs === -Infinity && window.toMs === Infinity) return () => true;
  return ({ startTimeUtc, endTimeUtc }) => isWithin(window, Date.parse(startTimeUtc), Date.parse(endTimeUtc));
};
