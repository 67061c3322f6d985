import {
  isFiltering,
  noFilter,
  shownAppointments,
} from '../../../../../bridge/console/page/calendar/filter-appointments';
import { madeUpAppointment } from '../made-up-appointment';

const nowMs = Date.parse('2026-07-20T19:15:00Z');
const appointments = [
  madeUpAppointment('2026-07-20T16:00:00Z', 30, { id: 'over', title: 'Standup' }),
  madeUpAppointment('2026-07-20T19:00:00Z', 30, { id: 'running', status: 'confirmed' }),
  madeUpAppointment('2026-07-21T16:00:00Z', 30, { id: 'coming', location: 'Café Zürich', attendees: [] }),
];
const idsOf = (change: Partial<Parameters<typeof shownAppointments>[1]>) =>
  shownAppointments(appointments, { view: 'upcoming', filter: noFilter, nowMs, ...change }).map(
    ({ id }) => id,
  );

describe('what of a list is shown', () => {
  it('is upcoming until it is over, and past from then on', () => {
    expect(idsOf({})).toEqual(['running', 'coming']);
    expect(idsOf({ view: 'past' })).toEqual(['over']);
    expect(idsOf({ view: 'week' })).toHaveLength(3);
  });

  it('has all the words that were typed, in whatever case and field', () => {
    expect(idsOf({ view: 'week', filter: { ...noFilter, text: ' ZÜRICH strategy ' } })).toEqual(['coming']);
    expect(idsOf({ view: 'week', filter: { ...noFilter, text: 'byron' } })).toEqual(['over', 'running']);
    expect(idsOf({ view: 'week', filter: { ...noFilter, text: 'zürich standup' } })).toEqual([]);
  });

  it('has the status that was chosen', () => {
    expect(idsOf({ filter: { ...noFilter, status: 'confirmed' } })).toEqual(['running']);
  });

  it('is not filtered by spaces', () => {
    expect(isFiltering({ text: '  ', status: 'any' })).toBe(false);
    expect(isFiltering({ text: '', status: 'cancelled' })).toBe(true);
  });
});
