import { fc } from '../../../../fast-check';
import {
  formatUserDate,
  parseUserDate,
} from '../../../../../sandbox/netsuite/runtime/format/user-date-format';
import { dateFormats } from '../../../../../tools/engine/date-and-time-formats';

const days = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));

describe('Dates in the format of a user', () => {
  it.each([
    ['M/D/YYYY', '3/7/2026'],
    ['DD/MM/YYYY', '07/03/2026'],
    ['D-Mon-YYYY', '7-Mar-2026'],
    ['D.M.YYYY', '7.3.2026'],
    ['DD-MONTH-YYYY', '07-March-2026'],
    ['D MONTH, YYYY', '7 March, 2026'],
    ['YYYY/M/D', '2026/3/7'],
    ['YYYY-MM-DD', '2026-03-07'],
  ])('%s writes %s', (dateFormat, text) => {
    expect(formatUserDate({ year: 2026, month: 3, day: 7 }, dateFormat)).toBe(text);
  });

  it.each(dateFormats)('%s reads every day that it writes', (dateFormat) => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseUserDate(formatUserDate(day, dateFormat), dateFormat)).toEqual(day);
      }),
    );
  });

  it.each([
    ['M/D/YYYY', '2026-03-07'],
    ['M/D/YYYY', '13/1/2026'],
    ['M/D/YYYY', '2/29/2026'],
    ['M/D/YYYY', '3/7/26'],
    ['D.M.YYYY', '7/3/2026'],
    ['D-Mon-YYYY', '7-Foo-2026'],
    ['M/D/YYYY', ''],
  ])('%s does not read "%s"', (dateFormat, text) => {
    expect(parseUserDate(text, dateFormat)).toBeUndefined();
  });
});
