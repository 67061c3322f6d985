import { intlZoneClock } from '../../src/contract/time/intl-zone-clock';
import type { CalendarEventsReply } from '../../src/contract/restlets';
import { wallMsAt } from '../../src/contract/time/zone-arithmetic';
import { listCalendarEvents } from '../../src/restlet/list-calendar-events';
import type {
  AttendeeRecord,
  CalendarEventRepository,
  EventQuery,
  EventRecord,
} from '../../src/restlet/ports';
import { americanFormat, eventRecord } from './event-record';

const DAY_MS = 86_400_000;
const ZONE = 'America/Los_Angeles';
const NOW_MS = Date.UTC(2026, 6, 20, 19);

const shown = (wallMs: number): { startDate: string; startTime: string } => {
  const date = new Date(wallMs);
  const hour = date.getUTCHours();
  const minute = String(date.getUTCMinutes()).padStart(2, '0');
  return {
    startDate: `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`,
    startTime: `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`,
  };
};

/** An event of an hour at an instant, as a user in Los Angeles sees it. */
const eventAt = (id: number, epochMs: number): EventRecord => {
  const start = shown(wallMsAt(epochMs, ZONE, intlZoneClock));
  const end = shown(wallMsAt(epochMs + 3_600_000, ZONE, intlZoneClock));
  return eventRecord({ id: String(id), ...start, endTime: end.startTime });
};

const wallDay = (record: EventRecord): number => americanFormat.readDay(record.startDate) ?? NaN;
const wallTime = (record: EventRecord): number =>
  wallDay(record) + (americanFormat.readTime(record.startTime) ?? 0);

interface Account {
  readonly records: readonly EventRecord[];
  readonly attendees?: readonly AttendeeRecord[];
  /** Who attends which event; nobody attends the others. */
  readonly attendeesById?: Readonly<Record<string, readonly string[]>>;
  readonly units?: number;
}

/** An account in memory that charges for its searches as NetSuite does. */
const openAccount = ({ records, attendees = [], attendeesById = {}, units = 5000 }: Account) => {
  let left = units;
  const queries: EventQuery[] = [];
  const events: CalendarEventRepository = {
    search: (query, pageSize) => {
      left -= 5;
      queries.push(query);
      const { days, eventIds, person } = query;
      const matching = records
        .filter((record) => !days || (wallDay(record) >= days.first && wallDay(record) <= days.last))
        .filter((record) => !eventIds || eventIds.includes(record.id))
        .filter(
          ({ id, organizerId }) =>
            !person ||
            attendeesById[id]?.includes(person.id) ||
            (person.role === 'participant' && organizerId === person.id),
        )
        .sort((a, b) => wallTime(b) - wallTime(a) || Number(b.id) - Number(a.id));
      const fetched = new Set<number>();
      return {
        count: matching.length,
        read: (from, to) => {
          for (
            let page = Math.floor(from / pageSize);
            page * pageSize < Math.min(to, matching.length);
            page++
          ) {
            if (!fetched.has(page)) left -= 5;
            fetched.add(page);
          }
          return matching.slice(from, to);
        },
      };
    },
    attendeesOf: (ids, reserve) => {
      const perPage = Math.max(1, Math.floor(1000 / Math.max(1, attendees.length)));
      const pages = Math.max(0, Math.floor((left - reserve - 5) / 5));
      const known = ids.slice(0, pages * perPage);
      left -= 5 + 5 * Math.ceil(known.length / perPage);
      return {
        byEventId: new Map(known.map((id) => [id, attendees])),
        isComplete: known.length === ids.length,
        completeIds: new Set(known),
      };
    },
  };
  const list = (parameters: Record<string, unknown>): CalendarEventsReply =>
    listCalendarEvents(parameters, {
      events,
      people: { kindsOf: () => new Map() },
      session: {
        userId: '7',
        userName: 'Ann Able',
        timeZone: ZONE,
        dateFormat: '',
        timeFormat: '',
        eventTimesIn: 'reader-zone' as const,
        remainingUnits: () => left,
        unitsUsed: () => units - left,
      },
      format: americanFormat,
      clock: intlZoneClock,
      nowMs: NOW_MS,
    });
  return { list, queries, refill: () => void (left = units), unitsLeft: () => left };
};

const hourly = (count: number, firstMs: number): readonly EventRecord[] =>
  Array.from({ length: count }, (_, index) => eventAt(index + 1, firstMs + index * 3_600_000));

const idsOf = ({ data }: CalendarEventsReply): readonly number[] => data.map(({ id }) => Number(id));

describe('a page of calendar events', () => {
  it('has the upcoming first, ascending, and then the past, descending', () => {
    const account = openAccount({ records: hourly(6, NOW_MS - 3 * 3_600_000) });
    expect(idsOf(account.list({}))).toEqual([4, 5, 6, 3, 2, 1]);
  });

  it('is found newest first, so that a cut drops the oldest', () => {
    const account = openAccount({ records: hourly(12, NOW_MS) });
    const reply = account.list({ pageSize: '5' });
    expect(idsOf(reply)).toEqual([8, 9, 10, 11, 12]);
    expect(reply).toMatchObject({ total: 12, hasMore: true, page: 0, pageSize: 5 });
    expect(idsOf(account.list({ pageSize: '5', page: '2' }))).toEqual([1, 2]);
    expect(account.list({ pageSize: '5', page: '3' })).toMatchObject({ data: [], hasMore: false });
  });

  it('covers one month back to three months ahead when no day is named, in the days of the user', () => {
    const account = openAccount({ records: [] });
    account.list({});
    expect(account.queries[0]?.days).toEqual({ first: Date.UTC(2026, 5, 20), last: Date.UTC(2026, 9, 20) });
  });

  it('keeps to what the caller calls a day, in another zone, with the exact total on every page', () => {
    const records = hourly(72, Date.UTC(2026, 6, 20));
    const account = openAccount({ records });
    const day = { startDate: '2026-07-21', endDate: '2026-07-21' };
    const expected = { Tokyo: [-9, 15], '-03:00': [3, 27], UTC: [0, 24] } as const;
    const parameters = {
      Tokyo: { timeZone: 'Asia/Tokyo' },
      '-03:00': { utcOffset: '-03:00' },
      UTC: { timeZone: 'UTC' },
    };
    for (const [name, [from, to]] of Object.entries(expected)) {
      const firstId = 24 + from + 1;
      const wanted = Array.from({ length: to - from }, (_, index) => firstId + index);
      // An event that is still running when the day begins belongs to it: the hour before touches it only at its end.
      const zone = parameters[name as keyof typeof parameters];
      const pages = [0, 1, 2].map((page) =>
        account.list({ ...day, ...zone, pageSize: '10', page: String(page) }),
      );
      expect(pages.map(({ total }) => total)).toEqual([24, 24, 24]);
      expect(pages.flatMap(idsOf).sort((a, b) => a - b)).toEqual(wanted);
    }
  });

  it('holds what began days ago and is still going on', () => {
    const fair = eventRecord({
      id: '9',
      startDate: '7/17/2026',
      instanceStart: '7/17/2026 9:00 am',
      instanceEnd: '7/23/2026 5:00 pm',
    });
    const over = eventRecord({ id: '8', startDate: '7/16/2026' });
    const account = openAccount({ records: [fair, over, ...hourly(2, NOW_MS)] });
    const reply = account.list({ startDate: '2026-07-20', endDate: '2026-07-20' });
    expect(idsOf(reply)).toEqual([1, 2, 9]);
    expect(reply.total).toBe(3);
  });

  it('leaves out what cannot be read and says so, instead of dying of it', () => {
    const account = openAccount({
      records: [eventRecord({ id: '1' }), eventRecord({ id: '2', startTime: 'noon-ish' })],
    });
    const reply = account.list({});
    expect(idsOf(reply)).toEqual([1]);
    expect(reply.unreadable).toEqual([{ id: '2', reason: expect.stringContaining('noon-ish') }]);
  });

  it('finds one event by its id whatever its day', () => {
    const account = openAccount({ records: [eventRecord({ id: '5', startDate: '1/2/1999' })] });
    expect(idsOf(account.list({ id: '5' }))).toEqual([5]);
    expect(account.queries[0]).toEqual({ eventIds: ['5'], titleWords: [] });
  });
});

describe('the events of one contact', () => {
  /** Every third organized by the user, every third by another with the user invited, every third without the user. */
  const shared = (count: number): Account => {
    const records = hourly(count, NOW_MS).map((record, index) => ({
      ...record,
      organizerId: index % 3 === 0 ? '7' : '8',
    }));
    const attendeesById = Object.fromEntries(
      records.map(({ id }, index) => [id, index % 3 === 1 ? ['7', '41'] : ['41']]),
    );
    return { records, attendeesById };
  };
  const isMine = (id: number): boolean => (id - 1) % 3 !== 2;
  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

  it('are those that the user organizes or attends, and all of them when everybody’s are asked for', () => {
    const account = openAccount(shared(9));
    expect(idsOf(account.list({ contactId: '41' }))).toEqual([1, 2, 4, 5, 7, 8]);
    expect(idsOf(account.list({ contactId: '41', mineOnly: 'false' }))).toEqual(upTo(9));
    expect(idsOf(account.list({ contactId: '42' }))).toEqual([]);
  });

  it('come in pages with the exact total, newest page first', () => {
    const account = openAccount(shared(24));
    const pages = [0, 1, 2, 3].map((page) =>
      account.list({ contactId: '41', page: String(page), pageSize: '5' }),
    );
    expect(pages.map(({ total, hasMore }) => [total, hasMore])).toEqual([
      [16, true],
      [16, true],
      [16, true],
      [16, false],
    ]);
    expect(pages.map(idsOf)).toEqual([[17, 19, 20, 22, 23], [10, 11, 13, 14, 16], [2, 4, 5, 7, 8], [1]]);
  });

  it('are looked for a thousand at a time, and none is lost on the way', () => {
    const days = { startDate: '2026-07-20', endDate: '2027-12-31' };
    const account = openAccount(shared(3600));
    const seen = [0, 1, 2].flatMap((page) =>
      idsOf(account.list({ ...days, contactId: '41', page: String(page) })),
    );
    expect(seen.toSorted((a, b) => a - b)).toEqual(upTo(3600).filter(isMine));
    const lengths = account.queries.flatMap(({ eventIds }) => (eventIds ? [eventIds.length] : []));
    expect(Math.max(...lengths)).toBe(1000);
  });

  it('are refused, not cut, where they are more than can be held', () => {
    const days = { startDate: '2026-07-20', endDate: '2027-12-31' };
    const account = openAccount(shared(10_001));
    expect(() => account.list({ ...days, contactId: '41' })).toThrow(/^contactId: .*fewer days/);
  });

  it('hold what still runs when the first day begins, and what another zone calls that day', () => {
    const fair = eventRecord({
      id: '90',
      startDate: '7/17/2026',
      instanceStart: '7/17/2026 9:00 am',
      instanceEnd: '7/23/2026 5:00 pm',
      organizerId: '8',
    });
    const over = eventRecord({ id: '91', startDate: '7/16/2026', organizerId: '8' });
    const attendeesById = { '90': ['41', '7'], '91': ['41', '7'] };
    const account = openAccount({ records: [fair, over, ...hourly(2, NOW_MS)], attendeesById });
    const day = { startDate: '2026-07-21', endDate: '2026-07-21', timeZone: 'Asia/Tokyo' };
    expect(account.list({ ...day, contactId: '41' })).toMatchObject({ data: [{ id: '90' }], total: 1 });
  });

  it('are none that end before the first day of another zone begins, whatever else still runs by then', () => {
    const at = (id: string, startTime: string, endTime: string): EventRecord =>
      eventRecord({ id, startDate: '7/9/2026', startTime, endTime });
    const records = [
      at('1', '1:00 am', '12:00 pm'),
      at('2', '2:00 am', '3:00 am'),
      at('3', '9:00 am', '10:00 am'),
    ];
    const day = { startDate: '2026-07-10', endDate: '2026-07-10', timeZone: 'Asia/Tokyo' };
    expect([...idsOf(openAccount({ records }).list(day))].sort()).toEqual([1, 3]);
  });

  it('of a repeating event are all its occurrences', () => {
    const occurrences = ['7/20/2026', '7/27/2026'].map((startDate) =>
      eventRecord({ id: '5', startDate, organizerId: '8' }),
    );
    const account = openAccount({ records: occurrences, attendeesById: { '5': ['41', '7'] } });
    const { data, total } = account.list({ contactId: '41' });
    expect(data.map(({ startDate }) => startDate)).toEqual(['2026-07-20', '2026-07-27']);
    expect(total).toBe(2);
    expect(account.queries.flatMap(({ eventIds }) => eventIds ?? [])).toEqual(['5']);
  });

  it('that cannot be read are told', () => {
    const records = [eventRecord({ id: '5', startTime: 'noon-ish' })];
    const account = openAccount({ records, attendeesById: { '5': ['41'] } });
    expect(account.list({ contactId: '41' })).toMatchObject({ data: [], unreadable: [{ id: '5' }] });
  });

  it('are those the user attends, where the contact is the user', () => {
    const account = openAccount(shared(9));
    expect(idsOf(account.list({ contactId: '7' }))).toEqual([2, 5, 8]);
  });

  it('come with the next call where units run short, which then says that there is more', () => {
    const account = openAccount({ ...shared(300), units: 40 });
    expect(account.list({ contactId: '41' })).toMatchObject({ data: [], total: 200, hasMore: true });
    expect(account.unitsLeft()).toBeGreaterThanOrEqual(0);
  });
});

describe('a row', () => {
  const rowOf = (changes: Partial<EventRecord>) =>
    openAccount({ records: [eventRecord(changes)] }).list({}).data[0];

  it('carries UTC wall time as App Connect reads it, and the exact times beside it', () => {
    expect(rowOf({})).toMatchObject({
      startDate: '2026-07-20',
      startTime: '22:00:00',
      endTime: '23:00:00',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      endTimeUtc: '2026-07-20T23:00:00.000Z',
      durationMinutes: 60,
      timeZone: ZONE,
      utcOffset: '-07:00',
    });
  });

  it('has an empty end for no length, and an end equal to the start for a day or more', () => {
    expect(rowOf({ endTime: '3:00 pm' })).toMatchObject({ endTime: '', durationMinutes: 0 });
    const days = { instanceStart: '7/20/2026 9:00 am', instanceEnd: '7/22/2026 5:00 pm' };
    expect(rowOf(days)).toMatchObject({
      startTime: '16:00:00',
      endTime: '16:00:00',
      durationMinutes: 56 * 60,
    });
    const longDay = { startDate: '11/1/2026', startTime: '', endTime: '' };
    const account = openAccount({ records: [eventRecord(longDay)] });
    expect(account.list({ startDate: '2026-11-01', endDate: '2026-11-01' }).data[0]).toMatchObject({
      startTime: '07:00:00',
      endTime: '07:00:00',
      durationMinutes: 25 * 60,
      isAllDay: true,
    });
  });
});

describe('a run short of units', () => {
  const person: AttendeeRecord = { id: '3', name: 'Bo', response: 'ACCEPTED', type: 'contact', email: '' };

  it('stops with hasMore before it begins what it cannot finish', () => {
    const account = openAccount({ records: hourly(10, NOW_MS), units: 30 });
    expect(account.list({})).toMatchObject({ data: [], hasMore: true });
  });

  it('gives a smaller page, renumbered so that nothing is lost or doubled', () => {
    const records = hourly(1000, NOW_MS);
    const account = openAccount({ records, attendees: [person, person, person], units: 60 });
    const seen: number[] = [];
    let next: Record<string, string> = { page: '0', pageSize: '1000' };
    for (let call = 0; call < 50; call++) {
      account.refill();
      const reply = account.list({ startDate: '2026-07-20', endDate: '2026-12-31', ...next });
      expect(account.unitsLeft()).toBeGreaterThanOrEqual(0);
      expect(reply.data.every(({ attendees }) => attendees.length === 3)).toBe(true);
      seen.push(...idsOf(reply));
      if (!reply.hasMore) break;
      next = { page: String(reply.page + 1), pageSize: String(reply.pageSize) };
    }
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
  });
});

it('takes an event that lasts for days into account for no longer than a month', () => {
  const account = openAccount({ records: [] });
  account.list({ startDate: '2026-07-20', endDate: '2026-07-20' });
  const [first, lookBack] = account.queries;
  expect((first?.days?.first ?? 0) - (lookBack?.days?.first ?? 0)).toBe(31 * DAY_MS);
});
