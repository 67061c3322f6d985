import { placeAppointment } from '../../../../../bridge/console/page/calendar/placed-appointment';
import {
  dayHeading,
  durationText,
  offsetText,
  showsOtherTime,
  spanText,
  zoneName,
} from '../../../../../bridge/console/page/calendar/shown-time';
import { madeUpAppointment } from '../made-up-appointment';

const ZONE = 'America/Los_Angeles';

/** With plain spaces: Intl sets narrow ones. */
const spanOf = (...given: Parameters<typeof madeUpAppointment>): string =>
  spanText(placeAppointment(madeUpAppointment(...given), ZONE), ZONE).replace(/\s/g, ' ');

describe('the times of an appointment in words', () => {
  it('are its start and its end', () => {
    expect(spanOf('2026-07-20T09:00:00-07:00', 30)).toMatch(/^0?9:00( AM)? – 0?9:30( AM)?$/);
  });

  it('have the day of an end on another one', () => {
    expect(spanOf('2026-07-20T23:00:00-07:00', 120)).toMatch(/Tue.*21|21.*Tue/);
  });

  it('have the offset of a time that occurs twice, and of no other', () => {
    expect(spanOf('2026-11-01T01:30:00-07:00', 45)).toMatch(/1:30.*UTC−07:00.* – .*1:15.*UTC−08:00/);
    expect(spanOf('2026-11-01T02:30:00-08:00', 45)).not.toContain('UTC');
  });

  it('are a single time where there is no length, and none at all for whole days', () => {
    expect(spanOf('2026-07-20T09:00:00-07:00', 0)).not.toContain('–');
    expect(spanOf('2026-07-20T00:00:00-07:00', 1440, { isAllDay: true })).toBe('All day');
    expect(spanOf('2026-07-20T00:00:00-07:00', 2880, { isAllDay: true })).toMatch(/^All day, to .*21/);
  });
});

describe('days, zones and lengths in words', () => {
  it.each([
    ['2026-11-20', /^Yesterday, Fri/],
    ['2026-11-21', /^Today, Sat/],
    ['2026-11-22', /^Tomorrow, Sun/],
    ['2026-11-23', /^Monday/],
    ['2027-01-04', /2027/],
  ])('%s is said as %s', (day, words) => {
    expect(dayHeading(day, '2026-11-21')).toMatch(words);
  });

  it('has the last part of a zone’s name, and its offset of that day', () => {
    expect(zoneName(ZONE)).toBe('Los Angeles');
    expect(offsetText(Date.parse('2026-07-20T12:00:00Z'), ZONE)).toBe('UTC−07:00');
  });

  it('knows zones that show the same time by other names', () => {
    const atMs = Date.parse('2026-07-20T12:00:00Z');
    expect(showsOtherTime(atMs, 'Europe/Berlin', 'Europe/Paris')).toBe(false);
    expect(showsOtherTime(atMs, 'Europe/Berlin', 'Europe/London')).toBe(true);
  });

  it.each([
    [45, '45 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(durationText(minutes)).toBe(words);
  });
});
