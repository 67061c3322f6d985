import { fc } from '../../../fast-check';

import type { Reader } from '../../../../sandbox/clio/api/reader';
import { scheduleFrom, shownTimes } from '../../../../sandbox/clio/entries/entry-schedule';
import { seededCalendarIds, seededUserIds } from '../../../../sandbox/clio/seed/seed-firm';
import { seedEmptyFirm } from '../../../../sandbox/clio/seed/seed-month';
import { defaultSwitches, type ClioSwitches } from '../../../../sandbox/clio/switches';
import { ananya, mondayMorningMs, openClio, type ClioClient } from '../clio-client';

const dayMs = 86_400_000;

describe('all-day entries', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  async function createTwoDays(): Promise<string> {
    const json = {
      data: {
        summary: 'Trial',
        all_day: true,
        start_at: '2026-03-07T00:00:00-08:00',
        end_at: '2026-03-09T00:00:00-07:00',
        calendar_owner: { id: seededCalendarIds.maria },
      },
    };
    await clio.ask('calendar_entries.json', { method: 'POST', json });
    return `calendar_entries/${[...clio.sandbox.state.calendarEntries.keys()].join('')}.json?fields=start_at,end_at,all_day`;
  }

  it('reach from midnight to the midnight after, also over the change of the clocks', async () => {
    const path = await createTwoDays();
    expect(await clio.show(path)).toEqual({
      start_at: '2026-03-07T00:00:00-08:00',
      end_at: '2026-03-09T00:00:00-07:00',
      all_day: true,
    });
  });

  it.each([
    ['inclusive-midnight', '2026-03-08T00:00:00-08:00'],
    ['last-second', '2026-03-08T23:59:59-07:00'],
  ] as const)('end elsewhere with the switch %s', async (allDayEnd, end) => {
    const path = await createTwoDays();
    clio.sandbox.setSwitches({ allDayEnd });
    expect((await clio.show(path))['end_at']).toBe(end);
  });

  it('are the same dates for a reader in another zone; with midnights in UTC they only seem not to be', async () => {
    const path = await createTwoDays();
    const read = async () => (await clio.show(path, { as: ananya }))['start_at'];
    clio.sandbox.setSwitches({ limitedViewerSees: 'everything' });
    expect(await read()).toBe('2026-03-07T00:00:00+05:30');
    clio.sandbox.setSwitches({ allDayMidnightIn: 'utc' });
    expect(await read()).toBe('2026-03-07T05:30:00+05:30');
    expect((await clio.show(path))['start_at']).toBe('2026-03-06T16:00:00-08:00');
  });

  it('sent back as they were read stay the same, under every switch and in every zone', () => {
    const state = seedEmptyFirm({ nowMs: mondayMorningMs, region: 'us' });
    const users = Object.values(seededUserIds).flatMap((id) => state.users.get(id) ?? []);
    const ends: ClioSwitches['allDayEnd'][] = ['exclusive-midnight', 'inclusive-midnight', 'last-second'];
    const zones: ClioSwitches['allDayMidnightIn'][] = ['user-zone', 'utc'];
    fc.assert(
      fc.property(
        fc.constantFrom(...users),
        fc.constantFrom(...ends),
        fc.constantFrom(...zones),
        fc.integer({ min: 20_000, max: 21_000 }),
        fc.integer({ min: 0, max: 9 }),
        (user, allDayEnd, allDayMidnightIn, firstDay, extraDays) => {
          const switches = { ...defaultSwitches, allDayEnd, allDayMidnightIn };
          const reader: Reader = { state, switches, user, nowMs: mondayMorningMs };
          const firstDayMs = firstDay * dayMs;
          const schedule = {
            kind: 'all-day',
            firstDayMs,
            lastDayMs: firstDayMs + extraDays * dayMs,
          } as const;
          expect(scheduleFrom(shownTimes(schedule, reader), true, reader)).toEqual(schedule);
        },
      ),
    );
  });
});
