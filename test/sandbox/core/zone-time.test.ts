import { fc } from '../../fast-check';
import { Temporal } from 'temporal-polyfill';

import { epochMsToWall, isTimeZone, wallToEpochMs, type WallTime } from '../../../sandbox/core/zone-time';

const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Phoenix',
  'Asia/Calcutta',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Cairo',
  'Pacific/Tongatapu',
  'Etc/GMT+12',
];

const wall = (text: string): WallTime => {
  const { year, month, day, hour, minute, second } = Temporal.PlainDateTime.from(text);
  return { year, month, day, hour, minute, second };
};

describe('wall time and instants', () => {
  it('reads a time shown twice as the first one', () => {
    const epochMs = wallToEpochMs(wall('2026-11-01T01:30:00'), 'America/New_York');
    expect(new Date(epochMs).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  it('moves a time that is skipped forward', () => {
    const epochMs = wallToEpochMs(wall('2026-03-08T02:30:00'), 'America/New_York');
    expect(new Date(epochMs).toISOString()).toBe('2026-03-08T07:30:00.000Z');
  });

  it('carries days and months that overflow', () => {
    const epochMs = wallToEpochMs({ ...wall('2026-12-31T09:00:00'), day: 33 }, 'Asia/Calcutta');
    expect(new Date(epochMs).toISOString()).toBe('2027-01-02T03:30:00.000Z');
  });

  it('agrees with Temporal for any wall time of any zone', () => {
    const minute = fc.integer({ min: 0, max: 40 * 365 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (timeZone, minutes) => {
        const plain = Temporal.PlainDateTime.from('1996-01-01T00:00').add({ minutes });
        const expected = plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
        expect(wallToEpochMs(wall(plain.toString()), timeZone)).toBe(expected.epochMilliseconds);
      }),
    );
  });

  it('agrees with Temporal in the hours around a change of the clock', () => {
    const quarter = fc.integer({ min: -30, max: 30 });
    const changes = ['2026-03-08T02:00', '2026-11-01T01:00', '2026-04-05T02:00', '2026-10-04T02:00'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        quarter,
        (timeZone, change, quarters) => {
          const plain = Temporal.PlainDateTime.from(change).add({ minutes: quarters * 15 });
          const expected = plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
          expect(wallToEpochMs(wall(plain.toString()), timeZone)).toBe(expected.epochMilliseconds);
        },
      ),
    );
  });

  it('gives back the wall time of an instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 4_000_000_000 }),
        (timeZone, seconds) => {
          const expected = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(
            timeZone,
          );
          expect(epochMsToWall(seconds * 1000 + 999, timeZone)).toEqual(
            wall(expected.toPlainDateTime().toString()),
          );
        },
      ),
    );
  });

  it('knows the zones of the host and no others', () => {
    expect(isTimeZone('Asia/Katmandu')).toBe(true);
    expect(isTimeZone('Eastern Standard Time')).toBe(false);
    expect(() => epochMsToWall(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
