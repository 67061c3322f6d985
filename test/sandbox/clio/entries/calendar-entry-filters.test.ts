import { addCalendarEntry, addManyEntries } from '../../../../sandbox/clio/seed/add-calendar-entry';
import { seededCalendarIds } from '../../../../sandbox/clio/seed/seed-firm';
import {
  ananya,
  daniel,
  errorOf,
  hourMs,
  mondayMorningMs,
  openClio,
  type ClioClient,
  type Row,
} from '../clio-client';

const { maria: mariaCalendar, daniel: danielCalendar, ananya: ananyaCalendar } = seededCalendarIds;

const summaries = (rows: readonly Row[]): unknown[] => rows.map((row) => row['summary']);

describe('the list of calendar entries', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  function add(summary: string, startHour: number, hours: number, calendarOwnerId: number = mariaCalendar) {
    const startAtMs = mondayMorningMs + startHour * hourMs;
    const schedule = { kind: 'timed', startAtMs, endAtMs: startAtMs + hours * hourMs } as const;
    return addCalendarEntry(clio.sandbox.state, { calendarOwnerId, summary, schedule });
  }

  describe('from and to', () => {
    it('keep what overlaps the window, both ends included, also what began before it', async () => {
      add('over', -1, 1);
      add('ends at from', 1, 1);
      add('began before', 1, 2);
      add('begins at to', 4, 1);
      add('later', 5, 1);
      add('all around', 0, 9);
      const page = await clio.list(
        'calendar_entries.json?fields=summary&from=2026-03-02T20:00:00Z&to=2026-03-02T14:00:00-08:00',
      );
      expect(summaries(page.data)).toEqual(['ends at from', 'began before', 'begins at to', 'all around']);
    });

    it('refuse an offset whose plus sign was not encoded', async () => {
      const reply = await clio.ask('calendar_entries.json?from=2026-03-02T20:00:00+02:00');
      expect(errorOf(reply)).toMatchObject({ status: 400, type: 'ArgumentError' });
    });

    it('read a time without an offset in the zone of the user, or in UTC by switch', async () => {
      add('at ten', 0, 1);
      const path = 'calendar_entries.json?fields=summary&from=2026-03-02T11:30:00&to=2026-03-02T18:10:00';
      expect((await clio.list(path)).data).toEqual([]);
      clio.sandbox.setSwitches({ offsetlessTimesIn: 'utc' });
      expect(summaries((await clio.list(path)).data)).toEqual(['at ten']);
    });
  });

  describe('parameters', () => {
    it('that are not documented change nothing', async () => {
      add('a', 0, 1);
      add('b', 48, 1);
      const page = await clio.list(
        'calendar_entries.json?start_date=2026-03-04&start_at_gte=2026-03-04&calendar_owner_id=5&order=id(desc)&fields=summary',
      );
      expect(summaries(page.data)).toEqual(['a', 'b']);
    });

    it('filter by external property, which needs its name', async () => {
      const { state } = clio.sandbox;
      const entry = add('plain', 0, 1);
      addCalendarEntry(state, {
        calendarOwnerId: mariaCalendar,
        summary: 'keyed',
        schedule: entry.schedule,
        externalProperties: [{ name: 'rc-key', value: 'abc' }],
      });
      const keyed = await clio.list(
        'calendar_entries?external_property_name=rc-key&external_property_value=abc',
      );
      const other = await clio.list(
        'calendar_entries?external_property_name=rc-key&external_property_value=abd',
      );
      const nameless = await clio.ask('calendar_entries?external_property_value=abc');
      expect([keyed.data.length, other.data.length, nameless.status]).toEqual([1, 0, 400]);
    });

    it('filter by calendar, ids, text, all-day and time of the last change', async () => {
      const first = add('Lease talk', 0, 1);
      const second = add('Lunch', 2, 1, ananyaCalendar);
      addCalendarEntry(clio.sandbox.state, {
        calendarOwnerId: mariaCalendar,
        summary: 'Holiday',
        schedule: { kind: 'all-day', firstDayMs: Date.UTC(2026, 2, 9), lastDayMs: Date.UTC(2026, 2, 9) },
      });
      const found = async (query: string) =>
        summaries((await clio.list(`calendar_entries.json?fields=summary&${query}`)).data);
      expect(await found(`calendar_id=${ananyaCalendar}`)).toEqual(['Lunch']);
      expect(await found(`ids[]=${first.id}&ids[]=${second.id}`)).toEqual(['Lease talk', 'Lunch']);
      expect(await found('query=LEASE')).toEqual(['Lease talk']);
      expect(await found('is_all_day=true')).toEqual(['Holiday']);
      expect(await found('is_all_day=false')).toEqual(['Lease talk', 'Lunch']);
      expect(await found('updated_since=2026-03-02T19:00:00Z')).toEqual(['Lunch', 'Holiday']);
      expect(await found('calendar_id=358001')).toEqual([]);
    });

    it('know entries that a calendar only attends, unless the switch says otherwise', async () => {
      const { schedule } = add('hers', 0, 1);
      addCalendarEntry(clio.sandbox.state, {
        calendarOwnerId: ananyaCalendar,
        summary: 'invited',
        schedule,
        attendees: [{ type: 'Calendar', recordId: mariaCalendar }],
      });
      const path = `calendar_entries?fields=summary&calendar_id=${mariaCalendar}`;
      expect(summaries((await clio.list(path)).data)).toEqual(['hers', 'invited']);
      clio.sandbox.setSwitches({ calendarIdMatches: 'owner' });
      expect(summaries((await clio.list(path)).data)).toEqual(['hers']);
    });
  });

  describe('pages', () => {
    it('are oldest id first, 200 long, and linked by whole URLs of this host that carry the filters', async () => {
      addManyEntries(clio.sandbox.state, {
        calendarOwnerId: mariaCalendar,
        count: 450,
        firstStartMs: mondayMorningMs,
      });
      const first = await clio.list('calendar_entries.json?fields=summary&from=2026-03-02T20:00:00Z');
      expect(first.data).toHaveLength(200);
      expect(first.data[0]).toEqual({ summary: 'Entry 3' });
      expect(first.meta.records).toBe(448);
      const next = new URL(first.meta.paging.next ?? '');
      expect(next.origin).toBe(clio.baseUrl);
      expect(next.searchParams.get('from')).toBe('2026-03-02T20:00:00Z');
      const rows = await clio.listAll('calendar_entries.json?fields=summary&from=2026-03-02T20:00:00Z');
      expect(new Set(summaries(rows)).size).toBe(448);
    });

    it('neither repeat nor skip when an entry of an earlier page is deleted in between', async () => {
      const [gone] = addManyEntries(clio.sandbox.state, {
        calendarOwnerId: mariaCalendar,
        count: 5,
        firstStartMs: mondayMorningMs,
      });
      const first = await clio.list('calendar_entries.json?fields=summary&limit=2');
      expect((await clio.ask(`calendar_entries/${gone?.id}.json`, { method: 'DELETE' })).status).toBe(204);
      const second = await clio.list(first.meta.paging.next ?? '');
      expect(summaries(second.data)).toEqual(['Entry 3', 'Entry 4']);
      const back = await clio.list(second.meta.paging.previous ?? '');
      expect(summaries(back.data)).toEqual(['Entry 2']);
    });

    it('have no next on the last one, even when it is full', async () => {
      addManyEntries(clio.sandbox.state, {
        calendarOwnerId: mariaCalendar,
        count: 4,
        firstStartMs: mondayMorningMs,
      });
      const first = await clio.list('calendar_entries.json?limit=2');
      const second = await clio.list(first.meta.paging.next ?? '');
      expect([second.data.length, second.meta.paging.next]).toEqual([2, undefined]);
    });

    it('refuse a mangled token and a limit beyond 200', async () => {
      addManyEntries(clio.sandbox.state, {
        calendarOwnerId: mariaCalendar,
        count: 3,
        firstStartMs: mondayMorningMs,
      });
      const { meta } = await clio.list('calendar_entries.json?limit=2');
      const mangled = await clio.ask(`${meta.paging.next ?? ''}x`);
      expect(errorOf(mangled)).toMatchObject({ status: 400, type: 'ArgumentError' });
      expect(errorOf(mangled).message).toContain('page_token is invalid');
      expect((await clio.ask('calendar_entries.json?limit=500')).status).toBe(400);
      clio.sandbox.setSwitches({ limitOutOfRange: 'clamp' });
      expect((await clio.list('calendar_entries.json?limit=500')).data).toHaveLength(3);
    });
  });

  describe('whose entries', () => {
    it('are those on calendars the user can view; a limited viewer sees when, not what', async () => {
      add('secret of Maria', 0, 1);
      add('of Daniel', 1, 1, danielCalendar);
      const path = 'calendar_entries.json?fields=summary,permission,description';
      expect((await clio.list(path, { as: ananya })).data).toEqual([
        { summary: 'Busy', permission: 'limited_viewer', description: null },
      ]);
      expect((await clio.list(path)).data.map((row) => row['permission'])).toEqual(['owner', 'viewer']);
      expect((await clio.list(path, { as: daniel })).data.map((row) => row['permission'])).toEqual([
        'editor',
        'owner',
      ]);
    });

    it.each([
      ['cannot see at all', danielCalendar],
      ['sees as a limited viewer', mariaCalendar],
    ])('an attendee is a viewer of an entry on a calendar that she %s', async (_how, calendarOwnerId) => {
      const { schedule } = add('with nobody', 0, 1, danielCalendar);
      addCalendarEntry(clio.sandbox.state, {
        calendarOwnerId,
        summary: 'with Ananya',
        schedule,
        attendees: [{ type: 'Calendar', recordId: ananyaCalendar }],
      });
      const { data } = await clio.list('calendar_entries.json?fields=summary,permission', { as: ananya });
      expect(data).toEqual([{ summary: 'with Ananya', permission: 'viewer' }]);
    });
  });
});
