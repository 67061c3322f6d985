import { isoUtc } from '../../src/contract/time/iso';
import { intlZoneClock } from '../../src/contract/time/intl-zone-clock';
import { eventTimes, UnreadableTimes } from '../../src/restlet/event-times';
import type { EventRecord } from '../../src/restlet/ports';
import { americanFormat, eventRecord } from './event-record';

const timesOf = (changes: Partial<EventRecord>, timeZone = 'America/Los_Angeles') => {
  const { startMs, endMs, isAllDay } = eventTimes(
    eventRecord(changes),
    americanFormat,
    timeZone,
    intlZoneClock,
  );
  return { start: isoUtc(startMs), end: isoUtc(endMs), minutes: (endMs - startMs) / 60_000, isAllDay };
};

describe('the times of a calendar event', () => {
  it('use the offset of their own day, not of today', () => {
    expect(timesOf({}).start).toBe('2026-07-20T22:00:00.000Z');
    expect(timesOf({ startDate: '1/20/2026' }).start).toBe('2026-01-20T23:00:00.000Z');
    expect(timesOf({}, 'Asia/Calcutta').start).toBe('2026-07-20T09:30:00.000Z');
    expect(timesOf({}, 'America/Phoenix').start).toBe('2026-07-20T22:00:00.000Z');
  });

  it('run past midnight when the end is before the start', () => {
    expect(timesOf({ startTime: '11:30 pm', endTime: '1:00 am' })).toMatchObject({
      start: '2026-07-21T06:30:00.000Z',
      minutes: 90,
    });
  });

  it('have no length when the end is the start, or there is none', () => {
    expect(timesOf({ endTime: '3:00 pm' }).minutes).toBe(0);
    expect(timesOf({ endTime: '' }).minutes).toBe(0);
  });

  it.each([
    ['3/8/2026', 23],
    ['11/1/2026', 25],
    ['7/20/2026', 24],
  ])('fill the whole of %s when the event has no times: %i hours', (startDate, hours) => {
    const times = timesOf({ startDate, startTime: '', endTime: '' });
    expect(times.minutes).toBe(hours * 60);
    expect(times.isAllDay).toBe(true);
  });

  it('are those of the occurrence, which may last for days', () => {
    expect(timesOf({ instanceStart: '7/22/2026 9:00 am', instanceEnd: '7/24/2026 5:00 pm' })).toEqual({
      start: '2026-07-22T16:00:00.000Z',
      end: '2026-07-25T00:00:00.000Z',
      minutes: 56 * 60,
      isAllDay: false,
    });
  });

  it('are right on both days on which the clock changes', () => {
    expect(timesOf({ startDate: '3/8/2026', startTime: '1:30 am', endTime: '3:30 am' }).minutes).toBe(60);
    expect(timesOf({ startDate: '11/1/2026', startTime: '12:30 am', endTime: '2:30 am' }).minutes).toBe(180);
    expect(timesOf({ startDate: '11/1/2026', startTime: '1:30 am', endTime: '3:00 am' }).start).toBe(
      '2026-11-01T08:30:00.000Z',
    );
  });

  it('keep their length when the clock skips the hour they begin in', () => {
    expect(timesOf({ startDate: '3/8/2026', startTime: '2:30 am', endTime: '3:00 am' })).toMatchObject({
      start: '2026-03-08T10:30:00.000Z',
      minutes: 30,
    });
  });

  it.each([
    [{ startDate: '20.07.2026' }, /the date "20\.07\.2026"/],
    [{ startTime: '15h00' }, /the time "15h00"/],
    [{ endTime: 'late' }, /the time "late"/],
  ])('are never guessed: %j', (changes, message) => {
    expect(() => timesOf(changes)).toThrow(UnreadableTimes);
    expect(() => timesOf(changes)).toThrow(message);
  });
});
