import { groupByDay } from '../../../../../bridge/console/page/calendar/group-by-day';
import { placeAppointment } from '../../../../../bridge/console/page/calendar/placed-appointment';
import { madeUpAppointment } from '../made-up-appointment';

const appointments = [
  madeUpAppointment('2026-07-21T16:00:00Z', 30, { id: 'tuesday' }),
  madeUpAppointment('2026-07-20T23:30:00Z', 60, { id: 'late' }),
  madeUpAppointment('2026-07-20T16:00:00Z', 30, { id: 'monday' }),
  madeUpAppointment('2026-07-20T07:00:00Z', 1440, { id: 'all day', isAllDay: true }),
];

const groupsIn = (timeZone: string, order?: 'ascending' | 'descending') =>
  groupByDay(
    appointments.map((appointment) => placeAppointment(appointment, timeZone)),
    order,
  ).map(({ day, appointments: ofDay }) => [day, ...ofDay.map(({ appointment }) => appointment.id)]);

describe('the list by days', () => {
  it('has a group for each day in the viewer’s zone, all-day ones first', () => {
    expect(groupsIn('America/Los_Angeles')).toEqual([
      ['2026-07-20', 'all day', 'monday', 'late'],
      ['2026-07-21', 'tuesday'],
    ]);
  });

  it('groups otherwise where midnight is at another time', () => {
    expect(groupsIn('Europe/Berlin')).toEqual([
      ['2026-07-20', 'all day', 'monday'],
      ['2026-07-21', 'late', 'tuesday'],
    ]);
  });

  it('turns the days round, and leaves each day from morning to evening', () => {
    expect(groupsIn('America/Los_Angeles', 'descending')).toEqual([
      ['2026-07-21', 'tuesday'],
      ['2026-07-20', 'all day', 'monday', 'late'],
    ]);
  });
});
