/** The calendars that the bench lists: one size to a year, so that a year chooses a size. */

export const calendarSizes = [200, 2000, 10_000] as const;

export type CalendarSize = (typeof calendarSizes)[number];

const yearOf = { 200: 2030, 2000: 2031, 10000: 2032 } as const satisfies Record<CalendarSize, number>;

/** Days of a year that are filled: all appointments stay within it, in any zone. */
const FILLED_DAYS = 360;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = 1_800_000;

/** Query of the list that has every appointment of a size, and no other. */
export const queryOf = (size: CalendarSize): string =>
  `startDate=${yearOf[size]}-01-01&endDate=${yearOf[size]}-12-31`;

export interface BenchAppointment {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly startMs: number;
  /** Half an hour later, within the same day of Los Angeles. */
  readonly endMs: number;
}

/** By start; from midnight of Los Angeles in winter on. */
export const appointmentsOf = (size: CalendarSize): readonly BenchAppointment[] => {
  const firstMs = Date.UTC(yearOf[size], 0, 2) + 9 * HOUR_MS;
  const perDay = Math.ceil(size / FILLED_DAYS);
  return Array.from({ length: size }, (_, index) => {
    const startMs = firstMs + Math.floor(index / perDay) * DAY_MS + (index % perDay) * HALF_HOUR_MS;
    return {
      title: `Quarterly review ${index + 1} with the purchasing department`,
      description: `Agenda ${index + 1}: figures of the last quarter, open offers, delivery times & prices; what we do until the next meeting.`,
      location: 'Conference room 4, second floor',
      startMs,
      endMs: startMs + HALF_HOUR_MS,
    };
  });
};

/** When the bench creates appointments: on a day without others. */
export const newStartMs = Date.UTC(2033, 5, 1, 17);
