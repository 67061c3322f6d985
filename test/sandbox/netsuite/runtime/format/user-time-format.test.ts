import { fc } from '../../../../fast-check';
import {
  formatUserTime,
  parseUserTime,
} from '../../../../../sandbox/netsuite/runtime/format/user-time-format';
import { timeFormats } from '../../../../../tools/engine/date-and-time-formats';

describe('Times in the format of a user', () => {
  it.each([
    ['h:mm a', '12:05 am', '12:05:09 am'],
    ['H:mm', '0:05', '0:05:09'],
    ['h-mm a', '12-05 am', '12-05-09 am'],
    ['H-mm', '0-05', '0-05-09'],
  ])('%s writes %s, and %s with seconds', (timeFormat, short, long) => {
    const time = { hour: 0, minute: 5, second: 9 };
    expect(formatUserTime(time, timeFormat, { seconds: false })).toBe(short);
    expect(formatUserTime(time, timeFormat, { seconds: true })).toBe(long);
  });

  it.each(timeFormats)('%s reads every time that it writes', (timeFormat) => {
    const times = fc.record({ hour: fc.nat(23), minute: fc.nat(59), second: fc.nat(59) });
    fc.assert(
      fc.property(times, fc.boolean(), (time, seconds) => {
        const text = formatUserTime(time, timeFormat, { seconds });
        const second = seconds ? time.second : 0;
        expect(parseUserTime(text, timeFormat)).toEqual({ ...time, second, hasSeconds: seconds });
      }),
    );
  });

  it.each([
    ['h:mm a', '13:00 pm'],
    ['h:mm a', '0:30 am'],
    ['h:mm a', '9:00'],
    ['H:mm', '24:00'],
    ['H:mm', '9:00 am'],
    ['H-mm', '9:00'],
    ['H:mm', '9:60'],
  ])('%s does not read "%s"', (timeFormat, text) => {
    expect(parseUserTime(text, timeFormat)).toBeUndefined();
  });

  it('names the formats there are for a seed with another one', () => {
    expect(() => parseUserTime('9:00', 'HH:mm')).toThrow('h:mm a, H:mm, h-mm a, H-mm');
  });
});
