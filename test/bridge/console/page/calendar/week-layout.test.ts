import { placeAppointment } from '../../../../../bridge/console/page/calendar/placed-appointment';
import { createWeekAxis } from '../../../../../bridge/console/page/calendar/week-axis';
import { barsOfWeek, blocksOfDay } from '../../../../../bridge/console/page/calendar/week-layout';
import { intlZoneClock } from '../../../../../src/contract/time/intl-zone-clock';
import { madeUpAppointment } from '../made-up-appointment';

const ZONE = 'America/Los_Angeles';
const axis = createWeekAxis({ firstDay: '2026-07-20', timeZone: ZONE, clock: intlZoneClock });
const DAY_MINUTES = 1440;

const blocksOf = (index: number, ...appointments: ReturnType<typeof madeUpAppointment>[]) => {
  const day = axis.days[index];
  if (!day) throw new Error('The week has seven days.');
  const placed = appointments.map((appointment) => placeAppointment(appointment, ZONE));
  return blocksOfDay(axis, day, placed).map(({ from, to, column, columns }) => ({
    from,
    to,
    column,
    columns,
  }));
};

const barsOf = (...appointments: ReturnType<typeof madeUpAppointment>[]) =>
  barsOfWeek(
    axis,
    appointments.map((appointment) => placeAppointment(appointment, ZONE)),
  );

const allDay = (day: string, days: number, id: string) =>
  madeUpAppointment(`${day}T00:00:00-07:00`, days * DAY_MINUTES, { isAllDay: true, id });

describe('the blocks of a day', () => {
  it('are where their times are, overlaps side by side', () => {
    const one = madeUpAppointment('2026-07-20T09:00:00-07:00', 60);
    const other = madeUpAppointment('2026-07-20T09:30:00-07:00', 60, { id: '78' });
    expect(blocksOf(0, one, other)).toEqual([
      { from: 540, to: 600, column: 0, columns: 2 },
      { from: 570, to: 630, column: 1, columns: 2 },
    ]);
  });

  it('are cut at midnight, and go on on the next day', () => {
    const late = madeUpAppointment('2026-07-20T23:00:00-07:00', 120);
    expect(blocksOf(0, late)).toMatchObject([{ from: 1380, to: 1440 }]);
    expect(blocksOf(1, late)).toMatchObject([{ from: 0, to: 60 }]);
    expect(blocksOf(2, late)).toEqual([]);
  });

  it('are high enough for a line of text, also at the end of the day and without any length', () => {
    expect(blocksOf(0, madeUpAppointment('2026-07-20T23:55:00-07:00', 5))).toMatchObject([
      { from: 1410, to: 1440 },
    ]);
    expect(blocksOf(0, madeUpAppointment('2026-07-20T09:00:00-07:00', 0))).toMatchObject([
      { from: 540, to: 570 },
    ]);
  });

  it('belong to no day before the one at whose first moment they start', () => {
    const atMidnight = madeUpAppointment('2026-07-21T00:00:00-07:00', 30);
    expect(blocksOf(0, atMidnight)).toEqual([]);
    expect(blocksOf(1, atMidnight)).toMatchObject([{ from: 0, to: 30 }]);
  });

  it('leave out what takes whole days', () => {
    expect(blocksOf(0, allDay('2026-07-20', 1, '1'))).toEqual([]);
  });
});

describe('the bars of a week', () => {
  it('span their days, and end before the midnight at which they end', () => {
    expect(barsOf(allDay('2026-07-21', 2, '1'))).toMatchObject([{ firstColumn: 1, lastColumn: 2, lane: 0 }]);
  });

  it('share a lane only where no day is shared', () => {
    const bars = barsOf(
      allDay('2026-07-20', 3, 'a'),
      allDay('2026-07-22', 1, 'b'),
      allDay('2026-07-23', 1, 'c'),
    );
    expect(bars.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  it('say where they begin before the week, and end after it', () => {
    expect(barsOf(allDay('2026-07-18', 14, '1'))).toMatchObject([
      { firstColumn: 0, lastColumn: 6, startsEarlier: true, endsLater: true },
    ]);
  });

  it('leave out those of other weeks', () => {
    expect(barsOf(allDay('2026-07-13', 7, '1'), allDay('2026-07-27', 1, '2'))).toEqual([]);
  });

  it('hold what is a day long or longer, too', () => {
    expect(barsOf(madeUpAppointment('2026-07-20T12:00:00-07:00', DAY_MINUTES))).toMatchObject([
      { firstColumn: 0, lastColumn: 1 },
    ]);
  });

  it('keep an all-day appointment on its own day, from wherever it is looked at', () => {
    const day = allDay('2026-07-20', 1, '1');
    expect(placeAppointment(day, 'Asia/Tokyo')).toMatchObject({
      firstDay: '2026-07-20',
      lastDay: '2026-07-20',
    });
    expect(placeAppointment(day, 'Pacific/Honolulu')).toMatchObject({ firstDay: '2026-07-20' });
  });
});
