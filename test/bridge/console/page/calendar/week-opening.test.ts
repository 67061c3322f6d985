import { placeAppointment } from '../../../../../bridge/console/page/calendar/placed-appointment';
import { createWeekAxis } from '../../../../../bridge/console/page/calendar/week-axis';
import { firstMinuteToShow } from '../../../../../bridge/console/page/calendar/week-opening';
import { intlZoneClock } from '../../../../../src/contract/time/intl-zone-clock';
import { madeUpAppointment } from '../made-up-appointment';

const ZONE = 'America/Los_Angeles';
const HOUR = 60;
const axis = createWeekAxis({ firstDay: '2026-07-20', timeZone: ZONE, clock: intlZoneClock });

/** With ten hours in sight. */
const openingWith = (...starts: readonly string[]): number =>
  firstMinuteToShow(
    axis,
    starts.map((start) => placeAppointment(madeUpAppointment(`${start}:00-07:00`, 30), ZONE)),
    10 * HOUR,
  );

describe('the hour at which a week is opened', () => {
  it.each([
    ['without an appointment', []],
    ['with one at noon', ['2026-07-21T12:00']],
    ['with one at night beside one by day', ['2026-07-21T03:00', '2026-07-24T16:00']],
  ])('is seven %s', (_what, starts) => {
    expect(openingWith(...starts)).toBe(7 * HOUR);
  });

  it.each([
    ['evening', '2026-07-21T19:00', 18.5 * HOUR],
    ['night', '2026-07-21T02:00', 1.5 * HOUR],
    ['first half hour of a day', '2026-07-21T00:10', 0],
  ])('is right before an appointment in the %s where there is no other', (_when, start, minute) => {
    expect(openingWith(start)).toBe(minute);
  });
});
