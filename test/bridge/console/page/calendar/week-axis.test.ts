import { createWeekAxis, mondayOf } from '../../../../../bridge/console/page/calendar/week-axis';
import { intlZoneClock } from '../../../../../src/contract/time/intl-zone-clock';

const axisOf = (firstDay: string, timeZone: string) =>
  createWeekAxis({ firstDay, timeZone, clock: intlZoneClock });

/** The day of a week, by its number from Monday. */
const dayOf = (axis: ReturnType<typeof axisOf>, index: number) => {
  const day = axis.days[index];
  if (!day) throw new Error('The week has seven days.');
  return day;
};

const HOUR_MS = 3_600_000;

describe('a week without a change of the clock', () => {
  const axis = axisOf('2026-07-20', 'America/Los_Angeles');

  it('has the minutes of a day and 24 hours', () => {
    expect(axis.totalMinutes).toBe(1440);
    expect(axis.hours).toHaveLength(24);
    expect(axis.days.map((day) => axis.marksOf(day))).toEqual(Array(7).fill([]));
  });

  it('has every instant at the minute that the wall shows', () => {
    expect(axis.minuteAt(dayOf(axis, 0), Date.parse('2026-07-20T19:30:00Z'))).toBe(12 * 60 + 30);
  });
});

describe('the week in which a clock is put back', () => {
  const axis = axisOf('2026-10-26', 'America/Los_Angeles');
  const [saturday, sunday] = [dayOf(axis, 5), dayOf(axis, 6)];

  it('has the repeated hour twice, with both offsets', () => {
    expect(axis.totalMinutes).toBe(1500);
    expect(axis.hours.filter(({ atMinute }) => atMinute >= 60 && atMinute <= 180)).toMatchObject([
      { atMinute: 60, isRepeated: false },
      { atMinute: 120, isRepeated: true },
      { atMinute: 180, isRepeated: false },
    ]);
    expect(axis.marksOf(sunday)).toMatchObject([
      { fromMinute: 60, toMinute: 120, kind: 'repeated', text: expect.stringContaining('UTC-07:00') },
      { fromMinute: 120, toMinute: 180, kind: 'repeated', text: expect.stringContaining('UTC-08:00') },
    ]);
  });

  it('says of the other days that they do not have it', () => {
    expect(axis.marksOf(saturday)).toMatchObject([{ fromMinute: 120, toMinute: 180, kind: 'elsewhere' }]);
  });

  it('has half past one at two places, and every hour of the 25 at its own', () => {
    expect(axis.minuteAt(sunday, Date.parse('2026-11-01T01:30:00-07:00'))).toBe(90);
    expect(axis.minuteAt(sunday, Date.parse('2026-11-01T01:30:00-08:00'))).toBe(150);
    const { fromMs, toMs } = sunday.window;
    const hours = Array.from({ length: (toMs - fromMs) / HOUR_MS }, (_, hour) =>
      axis.minuteAt(sunday, fromMs + hour * HOUR_MS),
    );
    expect(hours).toEqual(Array.from({ length: 25 }, (_, hour) => hour * 60));
  });

  it('has nine o’clock at the same height on every day', () => {
    expect(axis.minuteAt(saturday, Date.parse('2026-10-31T09:00:00-07:00'))).toBe(600);
    expect(axis.minuteAt(sunday, Date.parse('2026-11-01T09:00:00-08:00'))).toBe(600);
  });
});

describe('the week in which a clock is put forward', () => {
  const axis = axisOf('2026-03-02', 'America/Los_Angeles');
  const sunday = dayOf(axis, 6);

  it('marks the hour that does not exist', () => {
    expect(axis.totalMinutes).toBe(1440);
    expect(axis.marksOf(sunday)).toMatchObject([
      { fromMinute: 120, toMinute: 180, kind: 'missing', text: expect.stringContaining('does not exist') },
    ]);
  });

  it('has 23 hours, of which none lies in the gap', () => {
    const { fromMs, toMs } = sunday.window;
    expect((toMs - fromMs) / HOUR_MS).toBe(23);
    expect(axis.minuteAt(sunday, Date.parse('2026-03-08T01:59:00-08:00'))).toBe(119);
    expect(axis.minuteAt(sunday, Date.parse('2026-03-08T03:00:00-07:00'))).toBe(180);
  });
});

describe('clocks that change elsewhere and otherwise', () => {
  it('marks a gap at midnight on the day that lacks it', () => {
    const axis = axisOf('2026-04-20', 'Africa/Cairo');
    expect(axis.marksOf(dayOf(axis, 4))).toMatchObject([{ fromMinute: 0, toMinute: 60, kind: 'missing' }]);
    expect(axis.marksOf(dayOf(axis, 3))).toEqual([]);
  });

  it('repeats the hour before midnight on the day that has it twice', () => {
    const axis = axisOf('2026-10-26', 'Africa/Cairo');
    expect(axis.marksOf(dayOf(axis, 3))).toMatchObject([
      { fromMinute: 1380, toMinute: 1440 },
      { fromMinute: 1440, toMinute: 1500 },
    ]);
  });

  it('repeats half an hour where the clock is put back by that', () => {
    const axis = axisOf('2026-03-30', 'Australia/Lord_Howe');
    expect(axis.totalMinutes).toBe(1470);
    expect(axis.marksOf(dayOf(axis, 6))).toMatchObject([
      { fromMinute: 90, toMinute: 120 },
      { fromMinute: 120, toMinute: 150 },
    ]);
  });
});

describe('the Monday of a day', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2027-01-01', '2026-12-28'],
    ['1969-12-31', '1969-12-29'],
  ])('of %s is %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});
