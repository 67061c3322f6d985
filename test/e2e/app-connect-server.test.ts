import type { CalendarEvent } from '../../sandbox/netsuite/entities';
import { person } from '../../tools/netsuite-account';
import { event, openNetSuite, user } from './netsuite-account';
import { editAsAppConnect, listAsAppConnect, timeZoneAsAppConnect } from './unmodified-app-connect';

const HOUR_MS = 3_600_000;

/** Los Angeles, New York, no DST, and half-hour zones with and without DST: of those that NetSuite knows. */
const people = [
  { id: '11', timeZone: 'America/Los_Angeles', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' },
  { id: '12', timeZone: 'America/New_York', dateFormat: 'D-Mon-YYYY', timeFormat: 'h-mm a' },
  { id: '13', timeZone: 'Asia/Calcutta', dateFormat: 'DD/MM/YYYY', timeFormat: 'H:mm' },
  { id: '14', timeZone: 'Australia/Adelaide', dateFormat: 'D.M.YYYY', timeFormat: 'H-mm' },
  { id: '15', timeZone: 'America/Phoenix', dateFormat: 'D MONTH, YYYY', timeFormat: 'h:mm a' },
  { id: '17', timeZone: 'America/St_Johns', dateFormat: 'MM/DD/YYYY', timeFormat: 'h:mm a' },
] as const;

const users = people.map(({ id, ...preferences }) => user(id, preferences));

const days = [
  ['a day in January', '2026-01-20'],
  ['a day in July', '2026-07-20'],
  ['the day American clocks go forward', '2026-03-08'],
  ['the day American clocks go back', '2026-11-01'],
  ['the day Australian clocks go back', '2026-04-05'],
  ['the day Australian clocks go forward', '2026-10-04'],
] as const;

const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * HOUR_MS).toISOString().slice(0, 10);

/** Every hour of the days around, except where a wall time occurs twice: there NetSuite itself knows only one of them. */
const hoursAround = (day: string, timeZone: string): readonly number[] => {
  const first = Date.parse(`${day}T00:00:00Z`) - 16 * HOUR_MS;
  const shown = (epochMs: number): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(epochMs);
  const hours = Array.from({ length: 48 }, (_, index) => first + index * HOUR_MS);
  const isTwice = (epochMs: number): boolean =>
    [-HOUR_MS, -HOUR_MS / 2, HOUR_MS / 2, HOUR_MS].some((other) => shown(epochMs) === shown(epochMs + other));
  return hours.filter((epochMs) => !isTwice(epochMs) && !isTwice(epochMs + 45 * 60_000));
};

describe.each(people)(
  'an App Connect server that nobody has changed, for a user in $timeZone',
  ({ id, timeZone }) => {
    it.each(days)('shows the true instants and lengths on %s', async (_name, day) => {
      const starts = hoursAround(day, timeZone);
      const events = starts.map((startMs, index) => event(String(1000 + index), id, startMs, 45));
      const netSuite = await openNetSuite({ users, events });
      try {
        const range = { startDate: addDays(day, -3), endDate: addDays(day, 3) };
        const listed = await listAsAppConnect(netSuite.signedIn(id), range);
        const seen = listed.map((one) => [one.startTimeUtc, one.durationMinutes]).sort();
        expect(seen).toEqual(starts.map((startMs) => [new Date(startMs).toISOString(), 45]).sort());
      } finally {
        await netSuite.close();
      }
    });

    it('moves nothing when only a title is edited, with the start it was shown', async () => {
      const starts = days.map(([, day]) => Date.parse(`${day}T20:15:00Z`));
      const events = starts.map((startMs, index) => event(String(1 + index), id, startMs, 30));
      const netSuite = await openNetSuite({ users, events });
      const year = { startDate: '2026-01-01', endDate: '2026-12-31' };
      try {
        const before = await listAsAppConnect(netSuite.signedIn(id), year);
        for (const appointment of before) {
          expect(
            await editAsAppConnect(netSuite.signedIn(id), appointment, `${appointment.title}, edited`),
          ).toBe(204);
        }
        const after = await listAsAppConnect(netSuite.signedIn(id), year);
        expect(after).toEqual(before.map((one) => ({ ...one, title: `${one.title}, edited` })));
        expect(after).toHaveLength(days.length);
      } finally {
        await netSuite.close();
      }
    });

    it('is told the zone', async () => {
      const netSuite = await openNetSuite({ users, events: [] });
      try {
        expect(await timeZoneAsAppConnect(netSuite.signedIn(id))).toBe(timeZone);
      } finally {
        await netSuite.close();
      }
    });
  },
);

describe('an App Connect server that nobody has changed', () => {
  const startMs = Date.parse('2026-07-20T17:00:00Z');
  const july = { startDate: '2026-07-01', endDate: '2026-07-31' };
  const invited = (personId: string) => ({ personId, response: 'ACCEPTED', attendance: 'REQUIRED' }) as const;

  const lastingDays = (from: number) => ({ startMs: from, endMs: from + 56 * HOUR_MS });

  const listOf = async (events: readonly CalendarEvent[], token = '11') => {
    const others = [
      person('41', 'contact', 'Zoë Núñez'),
      person('42', 'customer', '株式会社 漢字'),
      person('43', 'vendor', 'شركة المورد'),
    ];
    const netSuite = await openNetSuite({ users, people: others, events });
    try {
      return await listAsAppConnect(netSuite.signedIn(token), july);
    } finally {
      await netSuite.close();
    }
  };

  it('names attendees of all four kinds, by the type that its contact pages need', async () => {
    const attendees = ['41', '42', '43', '12'].map(invited);
    const [listed] = await listOf([event('1', '11', startMs, 30, { attendees })]);
    expect(listed?.attendees).toEqual([
      { id: '41', name: 'Zoë Núñez', type: 'contact' },
      { id: '42', name: '株式会社 漢字', type: 'custjob' },
      { id: '43', name: 'شركة المورد', type: 'vendor' },
      { id: '12', name: 'Employee 12', type: 'employee' },
    ]);
  });

  it('shows titles in any script and messages without their HTML', async () => {
    const message = '<p>Fragen &amp; Antworten</p><p>if x &lt; 5</p><ul><li>一</li></ul>';
    const [listed] = await listOf([event('1', '11', startMs, 30, { title: 'Ünïcödé 漢字 😀', message })]);
    expect(listed?.title).toBe('Ünïcödé 漢字 😀');
    expect(listed?.description).toBe('Fragen & Antworten\nif x < 5\n一');
  });

  it('shows an event without length, one of a whole day, and one that lasts for days by what its contract can say', async () => {
    const listed = await listOf([
      event('1', '11', startMs, 0),
      event('2', '11', Date.parse('2026-07-21T07:00:00Z'), 24 * 60, { allDay: true }),
      event('3', '11', startMs, 0, {
        occurrences: [lastingDays(startMs), lastingDays(startMs + 30 * 24 * HOUR_MS)],
      }),
    ]);
    const minutes = new Map(listed.map((one) => [one.id, one.durationMinutes]));
    expect(minutes.get('1')).toBe(0);
    expect(minutes.get('3')).toBe(24 * 60);
    expect(listed.every(({ startTimeUtc }) => startTimeUtc !== null)).toBe(true);
  });

  it('sees the events a user organises or attends, and no one else’s', async () => {
    const listed = await listOf([
      event('1', '11', startMs, 30),
      event('2', '12', startMs, 30, { attendees: [invited('11')] }),
      event('3', '12', startMs, 30),
    ]);
    expect(listed.map(({ id }) => id).sort()).toEqual(['1', '2']);
  });
});
