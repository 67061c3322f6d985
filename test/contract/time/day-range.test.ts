import {
  addDays,
  addMonths,
  defaultDayRange,
  isWithin,
  windowOfDays,
} from '../../../src/contract/time/day-range';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';

const HOUR_MS = 3_600_000;

describe('the usual range', () => {
  it('goes from one month back to three months ahead, in the days of the user', () => {
    const nowMs = Date.UTC(2026, 6, 20, 3);
    expect(defaultDayRange(nowMs, 'America/Los_Angeles', intlZoneClock)).toEqual({
      startDate: '2026-06-19',
      endDate: '2026-10-19',
    });
    expect(defaultDayRange(nowMs, 'Asia/Tokyo', intlZoneClock)).toEqual({
      startDate: '2026-06-20',
      endDate: '2026-10-20',
    });
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths(Date.UTC(2026, 0, 31), 1)).toBe(Date.UTC(2026, 1, 28));
    expect(addMonths(Date.UTC(2026, 0, 31), -2)).toBe(Date.UTC(2025, 10, 30));
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
});

describe('the window of a range of days', () => {
  it.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-07-20', 24],
  ])('is as long as the day %s is in Los Angeles: %i hours', (day, hours) => {
    const window = windowOfDays({ startDate: day, endDate: day }, 'America/Los_Angeles', intlZoneClock);
    expect((window.toMs - window.fromMs) / HOUR_MS).toBe(hours);
  });

  it('holds what overlaps it, and neither what ends as it begins nor what begins as it ends', () => {
    const window = { fromMs: 1000, toMs: 2000 };
    expect(isWithin(window, 500, 1000)).toBe(false);
    expect(isWithin(window, 500, 1001)).toBe(true);
    expect(isWithin(window, 500, 5000)).toBe(true);
    expect(isWithin(window, 1999, 5000)).toBe(true);
    expect(isWithin(window, 2000, 5000)).toBe(false);
  });

  it('holds an appointment without length where it starts', () => {
    const window = { fromMs: 1000, toMs: 2000 };
    expect(isWithin(window, 1000, 1000)).toBe(true);
    expect(isWithin(window, 2000, 2000)).toBe(false);
    expect(isWithin(window, 999, 999)).toBe(false);
  });
});
