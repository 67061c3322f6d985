import { createNetSuiteAdapter } from '../../../../bridge/adapters/netsuite';
import { rowOf, startFakeNetSuite, type FakeNetSuite } from '../../fake-netsuite';
import type { Behaviour } from '../../fake-vendor-server';
import { createAdapterFor, failureOf, userContext } from './netsuite-fixture';

let fake: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite();
});
afterEach(() => fake.close());

const list = (range = {}, context = userContext) => createAdapterFor(fake).listAppointments(context, range);

const atHour = (id: string, hour: string) =>
  rowOf({ id, startTimeUtc: `2026-07-20T${hour}:00:00.000Z`, endTimeUtc: `2026-07-20T${hour}:30:00.000Z` });

describe('listing NetSuite events', () => {
  it('asks the RESTlet for the user’s own events of its default days, as JSON', async () => {
    await list();
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]).toMatchObject({
      method: 'GET',
      path: '/app/site/hosting/restlet.nl',
      query: {
        script: 'customscript_rcfetchcalendarevents',
        deploy: 'customdeploy_rcfetchcalendarevents',
        page: '0',
        pageSize: '1000',
        mineOnly: 'true',
      },
      headers: { authorization: 'Bearer SECRET-TOKEN', 'content-type': 'application/json' },
    });
    expect(fake.requests[0]?.query).not.toHaveProperty('startDate');
  });

  it('makes an appointment of a row', async () => {
    fake.rows[0] = rowOf({ message: '<b>Tom</b> &amp; Ann<br>Room 4', status: 'confirmed' });
    const { appointments } = await list();
    expect(appointments[0]).toMatchObject({
      id: '77',
      thirdPartyAppointmentId: '77',
      title: 'Quarterly review',
      description: 'Tom & Ann\nRoom 4',
      summary: 'Tom & Ann\nRoom 4',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      endTimeUtc: '2026-07-20T23:00:00.000Z',
      durationMinutes: 60,
      status: 'confirmed',
      participantName: 'Carl Contact',
      contactId: '31',
      contactType: 'contact',
      attendeeIds: ['5', '31'],
      organizer: { id: '5', name: 'Olga Organizer' },
    });
    expect(appointments[0]?.attendees[1]).toEqual({
      id: '31',
      name: 'Carl Contact',
      type: 'contact',
      status: 'no_response',
      email: 'carl@example.com',
    });
  });

  it('names a colleague where only colleagues meet, and nobody where the organizer is alone', async () => {
    const organizer = { id: '5', name: 'Olga', type: 'employee', status: 'ACCEPTED', email: '' } as const;
    const colleague = { ...organizer, id: '6', name: 'Cleo' };
    fake.rows.splice(
      0,
      1,
      rowOf({ id: '1', attendees: [organizer, colleague] }),
      rowOf({ id: '2', attendees: [organizer] }),
    );
    const { appointments } = await list();
    expect(appointments.map(({ contactId, participantName }) => [contactId, participantName])).toEqual([
      ['6', 'Cleo'],
      ['', ''],
    ]);
  });

  it('gives another version when anything of the event changes', async () => {
    const before = (await list()).appointments[0]?.version;
    expect((await list()).appointments[0]?.version).toBe(before);
    fake.rows[0] = rowOf({ lastModified: '7/2/2026 9:00 am' });
    expect((await list()).appointments[0]?.version).not.toBe(before);
  });

  it('shows an event of an unknown status as scheduled and logs its id', async () => {
    fake.rows[0] = rowOf({ status: 'POSTPONED' });
    const logged: unknown[] = [];
    const adapter = createNetSuiteAdapter({
      restletBaseUrl: fake.baseUrl,
      restBaseUrl: fake.baseUrl,
      recordTimeZone: 'user',
      log: { warn: (ids, title) => logged.push([ids, title]) },
    });
    const { appointments } = await adapter.listAppointments(userContext, {});
    expect(appointments[0]?.status).toBe('scheduled');
    expect(logged).toEqual([[{ eventId: '77' }, 'NetSuite event has an unknown status']]);
  });

  it('sorts by start, and backwards for the past', async () => {
    fake.rows.splice(0, 1, atHour('3', '17'), atHour('1', '09'), atHour('2', '13'));
    expect((await list({ range: 'upcoming' })).appointments.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect((await list({ range: 'past' })).appointments.map(({ id }) => id)).toEqual(['3', '2', '1']);
  });

  it('passes days, a contact and everybody’s events on', async () => {
    await list({ startDate: '2026-07-01', endDate: '2026-07-31', contactId: '31', mineOnly: false });
    expect(fake.requests[0]?.query).toMatchObject({
      startDate: '2026-07-01',
      endDate: '2026-07-31',
      contactId: '31',
      mineOnly: 'false',
    });
  });

  it('asks for the events of a person whose id is below zero, such as the first administrator', async () => {
    await list({ contactId: '-5' });
    expect(fake.requests[0]?.query['contactId']).toBe('-5');
  });

  it('sends nothing for a contact id that is none', async () => {
    const failure = await failureOf(list({ contactId: '31 OR 1=1' }));
    expect(failure).toMatchObject({ code: 'invalid_request' });
    expect(failure.details.issues?.[0]?.path).toBe('contactId');
    expect(fake.requests).toHaveLength(0);
  });

  it('cuts the days of another zone exactly', async () => {
    const from = (id: string, startTimeUtc: string, endTimeUtc: string) =>
      rowOf({ id, startTimeUtc, endTimeUtc });
    fake.rows.splice(
      0,
      1,
      // July 20 in Tokyo is from 15:00 UTC on the 19th to 15:00 UTC on the 20th.
      from('1', '2026-07-19T14:00:00.000Z', '2026-07-19T15:00:00.000Z'),
      from('2', '2026-07-19T14:30:00.000Z', '2026-07-19T15:30:00.000Z'),
      from('3', '2026-07-20T14:59:00.000Z', '2026-07-20T16:00:00.000Z'),
      from('4', '2026-07-20T15:00:00.000Z', '2026-07-20T16:00:00.000Z'),
    );
    const { appointments } = await list(
      { startDate: '2026-07-20', endDate: '2026-07-20' },
      { ...userContext, timeZone: 'Asia/Tokyo' },
    );
    expect(fake.requests[0]?.query).toMatchObject({ startDate: '2026-07-19', endDate: '2026-07-21' });
    expect(appointments.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('drops a bad row alone, and counts it with those that the RESTlet could not read', async () => {
    const body = {
      data: [
        rowOf({ id: '1' }),
        { id: '2', title: 'no times' },
        { ...rowOf(), id: undefined },
        'not even a row',
        { ...rowOf({ id: '3' }), endTimeUtc: '2026-07-20T21:00:00.000Z' },
      ],
      page: 0,
      pageSize: 1000,
      total: 6,
      hasMore: false,
      unreadable: [{ id: '9', reason: 'the date "x" is not in the user’s format' }],
    };
    fake.intercept = () => ({ body });
    const { appointments, skipped } = await list();
    expect(appointments.map(({ id }) => id)).toEqual(['1']);
    expect(skipped).toBe(5);
  });

  it('takes an attendee without a name by the id, not the row for bad', async () => {
    fake.rows[0] = { ...rowOf(), attendees: [{ id: 31, name: null, type: null }] };
    const { appointments } = await list();
    expect(appointments[0]?.attendees).toEqual([{ id: '31', name: '31', type: '' }]);
  });

  it.each<[string, unknown]>([
    ['no data', { page: 0 }],
    ['an error in a success', { error: { code: 'UNEXPECTED_ERROR', message: 'x' } }],
    ['a login page', '<html>login</html>'],
    ['nothing', ''],
  ])('never takes %s for an empty list', async (_what, body) => {
    fake.intercept = () => ({ body });
    expect((await failureOf(list())).code).toBe('upstream_invalid');
  });
});

/** Events with the ids from 1 on, some of which go, or come, while pages are read. */
const startMovingList = (ids: string[], moves: readonly (() => void)[]) => {
  const left = [...moves];
  fake.intercept = ({ query }) => {
    const [page, pageSize] = [Number(query['page']), Number(query['pageSize'])];
    // Before the second page of each reading.
    if (page === 1) left.shift()?.();
    const data = ids.slice(page * pageSize, (page + 1) * pageSize).map((id) => rowOf({ id }));
    const hasMore = (page + 1) * pageSize < ids.length;
    return { body: { data, page, pageSize, total: ids.length, hasMore, unreadable: [] } };
  };
};

const idsUpTo = (count: number) => Array.from({ length: count }, (_, index) => String(1 + index));

describe('a list of NetSuite events that changes while it is read', () => {
  const logged: unknown[] = [];
  const log = { warn: (ids: object, title: string) => void logged.push([ids, title]) };
  const listWith = async (context = userContext) => {
    const bases = { restletBaseUrl: fake.baseUrl, restBaseUrl: fake.baseUrl };
    const adapter = createNetSuiteAdapter({ ...bases, recordTimeZone: 'user', log });
    const { appointments } = await adapter.listAppointments(context, {});
    return new Set(appointments.map(({ id }) => id));
  };

  beforeEach(() => {
    logged.length = 0;
  });

  it('is read again, so that an event which moved to a page that was read already is not lost', async () => {
    const ids = idsUpTo(1500);
    startMovingList(ids, [() => ids.splice(5, 1)]);
    expect(await listWith()).toEqual(new Set(ids));
    expect(fake.requests).toHaveLength(4);
    expect(logged).toEqual([]);
  });

  it('is read once more where an event came, and where its pages are read in turn', async () => {
    const ids = idsUpTo(1500);
    startMovingList(ids, [() => ids.unshift('9001'), () => ids.splice(5, 1)]);
    const answer = fake.intercept;
    fake.intercept = async (request) => answer({ ...request, query: { ...request.query, pageSize: '500' } });
    expect(await listWith()).toEqual(new Set(ids));
    expect(logged).toEqual([]);
  });

  it('is given as it was read last where it never keeps still, which the log says', async () => {
    const ids = idsUpTo(1500);
    const lose = () => ids.splice(5, 1);
    startMovingList(ids, [lose, lose, lose, lose]);
    expect((await listWith()).size).toBe(1497);
    expect(fake.requests).toHaveLength(6);
    expect(logged).toEqual([
      [{ userId: '5' }, 'NetSuite events came or went all the while the list was read'],
    ]);
  });

  it('is not read again where the caller does not wait for as long again', async () => {
    const ids = idsUpTo(1500);
    let leftMs = 10_000;
    startMovingList(ids, [
      () => {
        ids.splice(5, 1);
        leftMs = 4_000;
      },
    ]);
    await listWith({ ...userContext, deadline: { remainingMs: () => leftMs } });
    expect(fake.requests).toHaveLength(2);
    expect(logged).toHaveLength(1);
  });
});

describe('paging through NetSuite events', () => {
  const pageOf = (ids: readonly string[], more: object): Behaviour => ({
    body: { data: ids.map((id) => rowOf({ id })), unreadable: [], total: 99, ...more },
  });

  it('goes on where a renumbered page ends, and takes an event that comes twice once', async () => {
    const pages: Record<string, Behaviour> = {
      '0/1000': pageOf(['1', '2'], { page: 0, pageSize: 500, hasMore: true }),
      '1/500': pageOf(['2', '3'], { page: 5, pageSize: 100, hasMore: true }),
      '6/100': pageOf(['4'], { page: 6, pageSize: 100, hasMore: false }),
    };
    fake.intercept = ({ query }) => pages[`${query['page']}/${query['pageSize']}`];
    const { appointments } = await list();
    expect(appointments.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    expect(fake.requests).toHaveLength(3);
  });

  const rowsOfPage = (page: number, count: number) =>
    Array.from({ length: count }, (_, index) => rowOf({ id: String(1 + page * 1000 + index) }));

  it('reads the other pages at the same time, three at a time, where the first tells how many there are', async () => {
    const arrived: (() => void)[] = [];
    fake.intercept = async ({ query }) => {
      const page = Number(query['page']);
      // The second to the fourth page are answered once all three of them are asked for.
      if (page >= 1 && page <= 3) {
        await new Promise<void>((resolve) => {
          arrived.push(resolve);
          if (arrived.length === 3) arrived.forEach((answer) => answer());
        });
      }
      const data = rowsOfPage(page, page === 5 ? 200 : 1000);
      return { body: { data, page, pageSize: 1000, total: 5200, hasMore: page < 5, unreadable: [] } };
    };
    const { appointments } = await list();
    expect(new Set(appointments.map(({ id }) => id)).size).toBe(5200);
    expect(fake.requests).toHaveLength(6);
  });

  it('reads on in turn where one of them comes back smaller than it was asked for', async () => {
    fake.intercept = ({ query }) => {
      const [page, pageSize] = [Number(query['page']), Number(query['pageSize'])];
      const isSmaller = page >= 2 && pageSize === 1000;
      const reply = isSmaller ? { page: page * 2, pageSize: 500 } : { page, pageSize };
      const start = reply.page * reply.pageSize;
      const count = Math.max(0, Math.min(reply.pageSize, 3000 - start));
      const data = Array.from({ length: count }, (_, index) => rowOf({ id: String(1 + start + index) }));
      return { body: { ...reply, data, total: 3000, hasMore: start + count < 3000, unreadable: [] } };
    };
    const { appointments } = await list();
    expect(new Set(appointments.map(({ id }) => id)).size).toBe(3000);
  });

  it('keeps the occurrences of one event apart', async () => {
    fake.rows.push(
      rowOf({ startTimeUtc: '2026-07-27T22:00:00.000Z', endTimeUtc: '2026-07-27T23:00:00.000Z' }),
    );
    expect((await list()).appointments).toHaveLength(2);
  });

  it('asks again for a page that came empty with more to come', async () => {
    let asked = 0;
    fake.intercept = () =>
      ++asked <= 2
        ? pageOf([], { page: 0, pageSize: 1000, hasMore: true })
        : pageOf(['1'], { page: 0, pageSize: 1000, hasMore: false });
    expect((await list()).appointments).toHaveLength(1);
  });

  it('gives up after the third such page rather than cut the list', async () => {
    fake.intercept = () => pageOf([], { page: 0, pageSize: 1000, hasMore: true });
    const failure = await failureOf(list());
    expect(failure).toMatchObject({ code: 'upstream_unavailable', retryable: true });
    expect(fake.requests).toHaveLength(3);
  });

  it('fails clearly when the list does not end', async () => {
    fake.intercept = ({ query }) =>
      pageOf([query['page'] ?? ''], { page: Number(query['page']), pageSize: 1000, hasMore: true });
    expect((await failureOf(list())).message).toContain('does not end after 100 pages');
    expect(fake.requests).toHaveLength(100);
  });
});
