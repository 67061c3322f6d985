import { fc } from '../../../fast-check';
import { Temporal } from 'temporal-polyfill';

import { parseTime, showTime } from '../../../../sandbox/clio/api/api-time';
import type { Reader } from '../../../../sandbox/clio/api/reader';
import { seededUserIds } from '../../../../sandbox/clio/seed/seed-firm';
import { seedEmptyFirm } from '../../../../sandbox/clio/seed/seed-month';
import { defaultSwitches } from '../../../../sandbox/clio/switches';

const state = seedEmptyFirm({ nowMs: 0, region: 'us' });
const maria = state.users.get(seededUserIds.maria);
const zones = [
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
];
const instant = fc.integer({ min: 946_684_800, max: 2_208_988_800 }).map((seconds) => seconds * 1000);

function read(text: string): number | undefined {
  if (maria === undefined) throw new Error('The seed has no Maria.');
  const reader: Reader = { state, switches: defaultSwitches, user: maria, nowMs: 0 };
  return parseTime(text, reader);
}

describe('times of the API', () => {
  it('are shown as Temporal shows them, and read back as the same instant', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (epochMs, timeZone) => {
        const shown = showTime(epochMs, timeZone);
        const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
        expect(shown).toBe(zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }));
        expect(read(shown)).toBe(epochMs);
      }),
    );
  });

  it('are read with Z, with an offset, without one in the zone of the user, and as a date alone', () => {
    expect(read('2026-07-06T16:00:00Z')).toBe(Date.UTC(2026, 6, 6, 16));
    expect(read('2026-07-06T16:00:00.123+0200')).toBe(Date.UTC(2026, 6, 6, 14));
    expect(read('2026-07-06T09:00')).toBe(Date.UTC(2026, 6, 6, 16));
    expect(read('2026-07-06')).toBe(Date.UTC(2026, 6, 6, 7));
  });

  it.each([
    ['tomorrow'],
    ['2026-02-30'],
    ['2026-07-06T25:00:00Z'],
    ['2026-07-06T09:00:00 02:00'],
    ['1783353600'],
  ])('are not what %s says', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
