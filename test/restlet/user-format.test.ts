import { fc } from '../fast-check';
import { createUserFormat, englishWords, monthNameIn } from '../../src/restlet/user-format';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const two = (value: number): string => String(value).padStart(2, '0');

/** How NetSuite shows a day in each DATEFORMAT of Home > Set Preferences. */
const dateFormats: Readonly<Record<string, (year: number, month: number, day: number) => string>> = {
  'M/D/YYYY': (y, m, d) => `${m}/${d}/${y}`,
  'D/M/YYYY': (y, m, d) => `${d}/${m}/${y}`,
  'D-Mon-YYYY': (y, m, d) => `${d}-${MONTHS[m - 1]?.slice(0, 3)}-${y}`,
  'D.M.YYYY': (y, m, d) => `${d}.${m}.${y}`,
  'D-MONTH-YYYY': (y, m, d) => `${d}-${MONTHS[m - 1]?.toUpperCase()}-${y}`,
  'D MONTH, YYYY': (y, m, d) => `${d} ${MONTHS[m - 1]?.toUpperCase()}, ${y}`,
  'YYYY/M/D': (y, m, d) => `${y}/${m}/${d}`,
  'YYYY-M-D': (y, m, d) => `${y}-${m}-${d}`,
  'DD/MM/YYYY': (y, m, d) => `${two(d)}/${two(m)}/${y}`,
  'DD-Mon-YYYY': (y, m, d) => `${two(d)}-${MONTHS[m - 1]?.slice(0, 3)}-${y}`,
  'DD.MM.YYYY': (y, m, d) => `${two(d)}.${two(m)}.${y}`,
  'DD-MONTH-YYYY': (y, m, d) => `${two(d)}-${MONTHS[m - 1]?.toUpperCase()}-${y}`,
  'DD MONTH, YYYY': (y, m, d) => `${two(d)} ${MONTHS[m - 1]?.toUpperCase()}, ${y}`,
  'MM/DD/YYYY': (y, m, d) => `${two(m)}/${two(d)}/${y}`,
  'YYYY/MM/DD': (y, m, d) => `${y}/${two(m)}/${two(d)}`,
  'YYYY-MM-DD': (y, m, d) => `${y}-${two(m)}-${two(d)}`,
};

const timeFormats: Readonly<Record<string, (hour: number, minute: number) => string>> = {
  'h:mm a': (h, m) => `${h % 12 || 12}:${two(m)} ${h < 12 ? 'am' : 'pm'}`,
  'H:mm': (h, m) => `${h}:${two(m)}`,
  'h-mm a': (h, m) => `${h % 12 || 12}-${two(m)} ${h < 12 ? 'am' : 'pm'}`,
  'H-mm': (h, m) => `${h}-${two(m)}`,
};

const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe.each(Object.keys(dateFormats))('DATEFORMAT %s', (dateFormat) => {
  it.each(Object.keys(timeFormats))(
    'with TIMEFORMAT %s reads every day and minute as it is shown',
    (timeFormat) => {
      const format = createUserFormat({ dateFormat, timeFormat, words: englishWords });
      fc.assert(
        fc.property(day, minuteOfDay, (date, minute) => {
          const [year, month, dayOfMonth] = [
            date.getUTCFullYear(),
            date.getUTCMonth() + 1,
            date.getUTCDate(),
          ];
          const [hour, minutes] = [Math.floor(minute / 60), minute % 60];
          const shownDay = dateFormats[dateFormat]?.(year, month, dayOfMonth) ?? '';
          const shownTime = timeFormats[timeFormat]?.(hour, minutes) ?? '';
          const midnight = Date.UTC(year, month - 1, dayOfMonth);
          expect(format.readDay(shownDay)).toBe(midnight);
          expect(format.readTime(shownTime)).toBe(minute * 60_000);
          expect(format.readDateTime(`${shownDay} ${shownTime}`)).toBe(midnight + minute * 60_000);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('a user format', () => {
  it('reads seconds where they are shown', () => {
    const format = createUserFormat({ dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a', words: englishWords });
    expect(format.readDateTime('7/20/2026 3:04:05 pm')).toBe(Date.UTC(2026, 6, 20, 15, 4, 5));
  });

  it('reads months and halves of the day in the words it is given', () => {
    const months = [
      'janv.',
      'févr.',
      'mars',
      'avr.',
      'mai',
      'juin',
      'juil.',
      'août',
      'sept.',
      'oct.',
      'nov.',
      'déc.',
    ];
    const format = createUserFormat({
      dateFormat: 'D-Mon-YYYY',
      timeFormat: 'h:mm a',
      words: { months, am: '午前', pm: '午後' },
    });
    expect(format.readDay('3-août-2026')).toBe(Date.UTC(2026, 7, 3));
    expect(format.readDay('3-déc.-2026')).toBe(Date.UTC(2026, 11, 3));
    expect(format.readTime('3:00 午後')).toBe(15 * 3_600_000);
    expect(format.readTime('12:30 午前')).toBe(30 * 60_000);
  });

  it.each([
    ['ก.ค.', 'D-Mon-YYYY', '3-ก.ค.-2026'],
    ['7月', 'D-Mon-YYYY', '3-7月-2026'],
    ['thg 7', 'D MONTH, YYYY', '3 thg 7, 2026'],
    ['juil.', 'D.MON.YYYY', '3.juil..2026'],
  ])('reads a month that is called %s', (july, dateFormat, shown) => {
    const months = englishWords.months.map((month, index) => (index === 6 ? july : month));
    const format = createUserFormat({ dateFormat, timeFormat: 'H:mm', words: { ...englishWords, months } });
    expect(format.readDay(shown)).toBe(Date.UTC(2026, 6, 3));
    expect(format.readDateTime(`${shown} 14:05`)).toBe(Date.UTC(2026, 6, 3, 14, 5));
    expect(monthNameIn(shown, dateFormat)).toBe(july);
  });

  it.each(['2/30/2026', '13/1/2026', '2026-07-20', '', '7/20/26'])('does not read the day %j', (text) => {
    const format = createUserFormat({ dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a', words: englishWords });
    expect(format.readDay(text)).toBeUndefined();
  });

  it.each(['15:00 pm', '0:30 am', '3:00', '3:60 pm', '24:00', ''])('does not read the time %j', (text) => {
    const format = createUserFormat({ dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a', words: englishWords });
    expect(format.readTime(text)).toBeUndefined();
  });
});
