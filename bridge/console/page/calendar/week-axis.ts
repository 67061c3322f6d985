/**
 * The vertical axis of the week: the minutes of a day, and once more those that a day of the week has twice. A minute
 * that a day does not have is a place on the axis all the same, so that nine o'clock is at one height on every day.
 */
import { addDays, windowOfDays, type TimeWindow } from '../../../../src/contract/time/day-range';
import { readDay } from '../../../../src/contract/time/iso';
import { utcOffsetText, wallMsAt } from '../../../../src/contract/time/zone-arithmetic';
import type { ZoneClock } from '../../../../src/contract/time/zone-clock';
import { minuteText } from './shown-time';
import { clockChangeOf, type ClockChange } from './clock-change';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;
const HOUR_MINUTES = 60;

export interface WeekDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly window: TimeWindow;
  readonly change: ClockChange | undefined;
}

/** A stretch of one day's column that is not an ordinary time of that day. */
export interface AxisMark {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly kind: 'missing' | 'repeated' | 'elsewhere';
  readonly text: string;
}

export interface HourLine {
  readonly atMinute: number;
  /** `09:00`. */
  readonly text: string;
  readonly isRepeated: boolean;
}

export interface WeekAxis {
  readonly days: readonly WeekDay[];
  readonly totalMinutes: number;
  readonly hours: readonly HourLine[];
  /** Place of an instant on the axis of one of the days. */
  minuteAt(weekDay: WeekDay, epochMs: number): number;
  marksOf(weekDay: WeekDay): readonly AxisMark[];
}

export interface WeekAxisOptions {
  /** `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly timeZone: string;
  readonly clock: ZoneClock;
}

/** Monday of the week of a day. */
export const mondayOf = (day: string): string => {
  const weekday = (Math.floor((readDay(day) ?? NaN) / DAY_MS) + 3) % 7;
  return addDays(day, -weekday);
};

const repeatedStretch = (days: readonly WeekDay[]): { from: number; to: number; length: number } => {
  const change = days.find(({ change: found }) => found?.kind === 'repeated')?.change;
  return change
    ? { from: change.fromMinute, to: change.toMinute, length: change.toMinute - change.fromMinute }
    : { from: DAY_MINUTES, to: DAY_MINUTES, length: 0 };
};

const hourLines = (repeated: ReturnType<typeof repeatedStretch>): readonly HourLine[] => {
  const lines: HourLine[] = [];
  for (let minute = 0; minute < DAY_MINUTES; minute += HOUR_MINUTES) {
    const atMinute = minute >= repeated.to ? minute + repeated.length : minute;
    lines.push({ atMinute, text: minuteText(minute), isRepeated: false });
    const isTwice = minute >= repeated.from && minute < repeated.to;
    if (isTwice)
      lines.push({ atMinute: minute + repeated.length, text: minuteText(minute), isRepeated: true });
  }
  return lines.toSorted((one, other) => one.atMinute - other.atMinute);
};

const marksOfChange = (change: ClockChange): readonly AxisMark[] => {
  const { kind, fromMinute, toMinute, offsetBeforeMinutes, offsetAfterMinutes } = change;
  const stretch = `${minuteText(fromMinute)} to ${minuteText(toMinute)}`;
  if (kind === 'missing') return [{ fromMinute, toMinute, kind, text: `${stretch} does not exist` }];
  const again = toMinute - fromMinute;
  return [
    { fromMinute, toMinute, kind, text: `${stretch}, UTC${utcOffsetText(offsetBeforeMinutes)}` },
    {
      fromMinute: fromMinute + again,
      toMinute: toMinute + again,
      kind,
      text: `${stretch} again, UTC${utcOffsetText(offsetAfterMinutes)}`,
    },
  ];
};

/** A zone changes its offset at most once a week; of more than one repetition only the first would get its place. */
export const createWeekAxis = ({ firstDay, timeZone, clock }: WeekAxisOptions): WeekAxis => {
  const days = Array.from({ length: 7 }, (_, index): WeekDay => {
    const day = addDays(firstDay, index);
    const window = windowOfDays({ startDate: day, endDate: day }, timeZone, clock);
    return { day, window, change: clockChangeOf(day, window, timeZone, clock) };
  });
  const repeated = repeatedStretch(days);
  const totalMinutes = DAY_MINUTES + repeated.length;
  return {
    days,
    totalMinutes,
    hours: hourLines(repeated),
    minuteAt: ({ day, window, change }, epochMs) => {
      if (epochMs >= window.toMs) return totalMinutes;
      const minute = (wallMsAt(epochMs, timeZone, clock) - (readDay(day) ?? NaN)) / MINUTE_MS;
      const isAfter = change?.kind === 'repeated' ? epochMs >= change.atMs : minute >= repeated.to;
      return isAfter ? minute + repeated.length : minute;
    },
    marksOf: ({ change }) => {
      if (change) return marksOfChange(change);
      return repeated.length === 0
        ? []
        : [
            {
              fromMinute: repeated.to,
              toMinute: repeated.to + repeated.length,
              kind: 'elsewhere',
              text: 'Not on this day',
            },
          ];
    },
  };
};
