import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSwitches, type NetSuiteSwitches } from '../../sandbox/netsuite/switches';
import { dateFormats, timeFormats } from '../../tools/engine/date-and-time-formats';
import { person, type Account } from '../../tools/netsuite-account';
import { callRestlet, listEvents, unitsOfLastCall } from './call-restlet';
import { event, openNetSuite, user } from './netsuite-account';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.parse('2026-07-20T19:00:00Z');
const american = { timeZone: 'America/Los_Angeles', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' };

const withNetSuite = async <T>(
  account: Account,
  use: (netSuite: Awaited<ReturnType<typeof openNetSuite>>) => Promise<T>,
  switches: Partial<NetSuiteSwitches> = {},
): Promise<T> => {
  const netSuite = await openNetSuite(account, { frozenAtMs: NOW_MS, switches });
  try {
    return await use(netSuite);
  } finally {
    await netSuite.close();
  }
};

const invited = (personId: string) =>
  ({ personId, response: 'NO_RESPONSE', attendance: 'REQUIRED' }) as const;

describe('the built files', () => {
  const folder = path.join(__dirname, '../../dist/suiteapp/FileCabinet/SuiteApps/com.ringcentral.appconnect');

  it.each(readdirSync(folder))(
    '%s begins with its header, has one define and stays readable within 60 KB',
    (file) => {
      const script = readFileSync(path.join(folder, file), 'utf8');
      expect(script).toMatch(/^\/\*\*(?:\n \*.*)*\n \* @NApiVersion 2\.1\n \* @NScriptType Restlet\n/);
      expect(script.match(/\bdefine\(/g)).toHaveLength(1);
      expect(script).not.toMatch(/\bIntl\b\.|setTimeout|require\(/);
      expect(Buffer.byteLength(script)).toBeLessThanOrEqual(60 * 1024);
    },
  );
});

describe('the calendar events RESTlet', () => {
  it('reads every combination of date and time format', async () => {
    const preferences = dateFormats.flatMap((dateFormat) =>
      timeFormats.map((timeFormat) => ({ timeZone: 'America/New_York', dateFormat, timeFormat })),
    );
    const users = preferences.map((one, index) => user(String(100 + index), one));
    const starts = ['2026-07-05T04:00:00Z', '2026-07-21T16:05:00Z', '2026-08-11T03:30:00Z'].map(Date.parse);
    const events = users.flatMap(({ employeeId }, index) =>
      starts.map((startMs, number) => event(String(1000 + index * 10 + number), employeeId, startMs, 30)),
    );
    await withNetSuite({ users, events }, async (netSuite) => {
      for (const { employeeId } of users) {
        const { data } = await listEvents(netSuite, employeeId);
        const seen = data.map(({ startTimeUtc, durationMinutes }) => [startTimeUtc, durationMinutes]).sort();
        expect(seen).toEqual(starts.map((startMs) => [new Date(startMs).toISOString(), 30]));
      }
    });
  });

  it('costs at most 60 units for a page of 1,000 events with 3 attendees, however many events there are', async () => {
    const people = [
      person('41', 'contact', 'Contact'),
      person('42', 'customer', 'Customer'),
      person('43', 'vendor', 'Vendor'),
    ];
    const attendees = ['42', '43', '12'].map(invited);
    for (const count of [1000, 10_000]) {
      const events = Array.from({ length: count }, (_, index) =>
        event(String(1000 + index), '11', NOW_MS - 20 * DAY_MS + index * 0.01 * HOUR_MS, 5, { attendees }),
      );
      await withNetSuite(
        { users: [user('11', american), user('12', american)], people, events },
        async (netSuite) => {
          const reply = await listEvents(netSuite, '11', { page: '0', pageSize: '1000' });
          expect(reply).toMatchObject({ total: count, hasMore: count > 1000 });
          expect(reply.data).toHaveLength(1000);
          expect(new Set(reply.data.flatMap((row) => row.attendees.map(({ type }) => type)))).toEqual(
            new Set(['custjob', 'vendor', 'employee']),
          );
          expect(new Set(reply.data.map((row) => row.attendees.length))).toEqual(new Set([3]));
          expect(unitsOfLastCall(netSuite)).toBeLessThanOrEqual(60);
        },
      );
    }
  });

  it('gives few events all of their attendees, too, when these fill more than a page', async () => {
    const attendees = Array.from({ length: 45 }, (_, index) => String(100 + index)).map(invited);
    const users = [11, ...Array.from({ length: 45 }, (_, index) => 100 + index)];
    const events = Array.from({ length: 60 }, (_, index) =>
      event(String(1000 + index), '11', NOW_MS + index * HOUR_MS, 30, { attendees }),
    );
    await withNetSuite({ users: users.map((id) => user(String(id), american)), events }, async (netSuite) => {
      const reply = await listEvents(netSuite, '11');
      expect(reply.data).toHaveLength(60);
      expect(new Set(reply.data.map((row) => new Set(row.attendees.map(({ id }) => id)).size))).toEqual(
        new Set([45]),
      );
    });
  });

  it('costs as much for a page of one contact’s events, of which the user organizes every other one', async () => {
    const people = [person('41', 'contact', 'Contact'), person('43', 'vendor', 'Vendor')];
    const attendees = ['11', '41', '43'].map(invited);
    const ofContact = Array.from({ length: 1000 }, (_, index) =>
      event(String(20_000 + index), index % 2 === 0 ? '11' : '12', NOW_MS + index * 0.01 * HOUR_MS, 5, {
        attendees,
      }),
    );
    for (const count of [0, 5000]) {
      const others = Array.from({ length: count }, (_, index) =>
        event(String(1000 + index), '11', NOW_MS + index * 0.01 * HOUR_MS, 5, { attendees: [invited('43')] }),
      );
      await withNetSuite(
        { users: [user('11', american), user('12', american)], people, events: [...others, ...ofContact] },
        async (netSuite) => {
          const reply = await listEvents(netSuite, '11', { contactId: '41' });
          expect(reply).toMatchObject({ total: 1000, hasMore: false });
          expect(reply.data).toHaveLength(1000);
          expect(unitsOfLastCall(netSuite)).toBeLessThanOrEqual(60);
        },
      );
    }
  });

  it.each([
    {},
    { attendeeFilterMultipliesRows: true },
    { formulaSeesAllDay: false },
    { recurringRows: 'series' },
  ] as const)(
    'finds every event of a contact that the user attends but does not organize, with %j',
    async (switches) => {
      const people = [person('41', 'contact', 'Contact'), person('42', 'customer', 'Customer')];
      const users = [user('11', american), user('12', american)];
      const startsMs = Array.from({ length: 30 }, (_, index) => NOW_MS + (index - 10) * DAY_MS);
      const occurrence = (fromDay: number, days: number) => ({
        startMs: NOW_MS + fromDay * DAY_MS,
        endMs: NOW_MS + (fromDay + days) * DAY_MS,
      });
      const events = [
        ...startsMs.map((startMs, index) =>
          event(String(100 + index), '12', startMs, 30, {
            attendees: ['41', ...(index % 3 === 0 ? ['42'] : ['11', '42'])].map(invited),
          }),
        ),
        event('200', '12', NOW_MS, 30, {
          attendees: ['11', '41'].map(invited),
          occurrences: [occurrence(1, 1 / 24), occurrence(8, 1 / 24)],
        }),
        // Still runs on the first of the days that are listed when none are named.
        event('201', '12', NOW_MS, 30, {
          attendees: ['11', '41'].map(invited),
          occurrences: [occurrence(-32, 3), occurrence(200, 3)],
        }),
      ];
      await withNetSuite(
        { users, people, events },
        async (netSuite) => {
          const pages = await Promise.all(
            [0, 1, 2].map(async (page) =>
              listEvents(netSuite, '11', { contactId: '41', page: String(page), pageSize: '10' }),
            ),
          );
          const ids = pages.flatMap(({ data }) => data.map(({ id }) => Number(id)));
          const invitedTo = startsMs.flatMap((_, index) => (index % 3 === 0 ? [] : [100 + index]));
          const repeated = 'recurringRows' in switches ? [200] : [200, 200];
          expect(ids.toSorted((a, b) => a - b)).toEqual([...invitedTo, ...repeated, 201]);
          expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([ids.length]));
          const own = await listEvents(netSuite, '11', { contactId: '11' });
          expect(own.data.map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual(
            ids.toSorted((a, b) => a - b),
          );
        },
        switches,
      );
    },
  );

  it.each([
    ['startDate', { startDate: '20.07.2026' }],
    ['endDate', { startDate: '2026-07-20', endDate: '2026-07-19' }],
    ['page', { page: '-1' }],
    ['pageSize', { pageSize: '0' }],
    ['id', { id: 'abc' }],
    ['contactId', { contactId: '1 OR 1=1' }],
    ['mineOnly', { mineOnly: '?' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['utcOffset', { utcOffset: 'seven' }],
  ])('answers a wrong %s with HTTP 400 and an error that names it', async (name, parameters) => {
    await withNetSuite({ users: [user('11', american)], events: [] }, async (netSuite) => {
      const { status, body } = await callRestlet(netSuite, '11', 'rcfetchcalendarevents', parameters);
      expect(status).toBe(400);
      expect(body).toEqual({
        error: { code: 'RC_INVALID_REQUEST', message: expect.stringMatching(new RegExp(`^${name}: `)) },
      });
    });
  });

  it('finds by contact, by words of the title, by id, and for everybody when asked', async () => {
    const people = [person('41', 'contact', 'Contact')];
    const events = [
      event('1', '11', NOW_MS + HOUR_MS, 30, {
        title: 'Quarterly review with Ann',
        attendees: [invited('41')],
      }),
      event('2', '11', NOW_MS + 2 * HOUR_MS, 30, { title: 'Review' }),
      event('3', '12', NOW_MS + 3 * HOUR_MS, 30, { title: 'Others', attendees: [invited('41')] }),
      event('4', '12', NOW_MS + 400 * DAY_MS, 30, { title: 'Far away', accessLevel: 'PRIVATE' }),
    ];
    const users = [user('11', american), user('12', american)];
    await withNetSuite({ users, people, events }, async (netSuite) => {
      const ids = async (parameters: Record<string, string>) =>
        (await listEvents(netSuite, '11', parameters)).data.map(({ id }) => id);
      expect(await ids({})).toEqual(['1', '2']);
      expect(await ids({ q: 'review ann' })).toEqual(['1']);
      expect(await ids({ q: "re%v_iew') or (1=1" })).toEqual([]);
      expect(await ids({ contactId: '41' })).toEqual(['1']);
      expect(await ids({ contactId: '41', mineOnly: 'false' })).toEqual(['1', '3']);
      expect(await ids({ mineOnly: 'false' })).toEqual(['1', '2', '3']);
      expect(await ids({ id: '3' })).toEqual(['3']);
      expect(await ids({ id: '4' })).toEqual([]);
      expect(await ids({ id: '999' })).toEqual([]);
    });
  });
});

/** Switches whose other side must not show in a list: where NetSuite is otherwise than assumed, the rows are the same. */
const harmless = [
  { attendeeJoinNames: 'lower' },
  { attendeeFilterMultipliesRows: true },
  { noResponse: 'NORESPONSE' },
  { restletReceivesScriptParameters: true },
  { dateOnlySearchShowsInvitations: false },
  { instanceColumns: 'always' },
  { instanceColumns: 'never' },
  { formatParsesTimeOfDay: false },
  { attendeePatch: 'append' },
  { createInvitesOrganizer: false },
  { intl: 'present' },
  { thrownErrorMessage: 'json' },
] as const satisfies readonly Partial<NetSuiteSwitches>[];

describe('where NetSuite is otherwise than assumed', () => {
  const people = [
    person('41', 'contact', 'Contact'),
    person('42', 'customer', 'C'),
    person('43', 'vendor', 'V'),
  ];
  const attendees = ['41', '42', '43', '11', '12'].map(invited);
  const account: Account = {
    users: [user('11', american), user('12', { ...american, timeZone: 'Asia/Calcutta' })],
    people,
    events: [
      event('1', '11', NOW_MS + HOUR_MS, 30, { attendees }),
      event('2', '12', NOW_MS - DAY_MS, 45, { attendees }),
    ],
  };

  it.each(harmless)('%j, the rows are the same', async (switches) => {
    const rows = async (changes: Partial<NetSuiteSwitches>) =>
      withNetSuite(
        account,
        async (netSuite) => [
          (await listEvents(netSuite, '11')).data,
          (await listEvents(netSuite, '11', { contactId: '41' })).data,
        ],
        changes,
      );
    expect(await rows(switches)).toEqual(await rows(defaultSwitches));
  });

  it.each([
    [{}, '2026-07-22T15:00:00.000Z', 600, true],
    [{ formulaSeesAllDay: false }, '2026-07-22T15:00:00.000Z', 600, false],
    [{ allDayTimes: 'empty' }, '2026-07-22T07:00:00.000Z', 1440, true],
  ] as const)(
    'an all-day event with %j begins at %s',
    async (switches, startTimeUtc, durationMinutes, isAllDay) => {
      const midnight = Date.parse('2026-07-22T07:00:00Z');
      const events = [event('1', '11', midnight, 24 * 60, { allDay: true })];
      await withNetSuite(
        { ...account, events },
        async (netSuite) => {
          const [row] = (await listEvents(netSuite, '11')).data;
          expect(row).toMatchObject({ startTimeUtc, durationMinutes, isAllDay });
        },
        switches,
      );
    },
  );
});

describe('the time zone RESTlet', () => {
  it.each([
    ['M/D/YYYY', '-07:00'],
    ['YYYY.DD', ''],
  ])('tells the zone of a user whose dates are %s, and the offset %j', async (dateFormat, utcOffset) => {
    await withNetSuite({ users: [user('11', { ...american, dateFormat })] }, async (netSuite) => {
      const { status, body } = await callRestlet(netSuite, '11', 'gettimezone');
      expect(status).toBe(200);
      expect(body).toMatchObject({ userTimezone: 'America/Los_Angeles', utcOffset });
    });
  });
});

describe('the attendee search RESTlet', () => {
  it('finds people of all four kinds by every word of their name, with their e-mail, in one call of few units', async () => {
    const people = [
      person('41', 'contact', 'Ann Miller'),
      person('42', 'customer', 'Miller & Ann Ltd'),
      person('43', 'vendor', 'Miller Supplies'),
      { ...person('44', 'contact', 'Ann Miller-Gone'), isInactive: true },
    ];
    await withNetSuite({ users: [user('11', american)], people, events: [] }, async (netSuite) => {
      const search = async (name: string) =>
        (await callRestlet(netSuite, '11', 'rcsearchattendees', { name })).body;
      expect(await search('mill ann')).toMatchObject({
        data: [
          { id: '41', name: 'Ann Miller', type: 'contact', email: 'p41@example.com', phone: '+1 555 0100' },
          { id: '42', name: 'Miller & Ann Ltd', type: 'custjob' },
        ],
        hasMore: false,
      });
      expect(unitsOfLastCall(netSuite)).toBeLessThanOrEqual(40);
      expect(await search('Employee 11')).toMatchObject({ data: [{ id: '11', type: 'employee' }] });
      expect(await search('nobody')).toMatchObject({ data: [], hasMore: false, unitsUsed: 20 });
      expect(await search(' ')).toMatchObject({ error: { code: 'RC_INVALID_REQUEST' } });
    });
  });

  it('leaves out the kinds that the role may not see, and fails when it may see none', async () => {
    const people = [person('41', 'contact', 'Ann Miller'), person('42', 'customer', 'Ann & Co')];
    const withRole = (permissions: Account['users'][number]['permissions']) => ({
      ...user('11', american),
      permissions,
    });
    const search = async (permissions: Account['users'][number]['permissions']) =>
      withNetSuite({ users: [withRole(permissions)], people, events: [] }, async (netSuite) =>
        callRestlet(netSuite, '11', 'rcsearchattendees', { name: 'ann' }),
      );
    const some = await search({ LIST_CONTACT: 'VIEW', LIST_FIND: 'FULL' });
    expect(some.body).toMatchObject({ data: [{ id: '41' }], hasMore: false });
    const none = await search({ LIST_FIND: 'FULL' });
    expect(none).toMatchObject({ status: 400, body: { error: { code: 'INSUFFICIENT_PERMISSION' } } });
  });
});
