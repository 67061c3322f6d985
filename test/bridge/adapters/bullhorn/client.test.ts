/** What leaves for Bullhorn and where to, and what its answers mean; against a server that answers what a test says. */
import { createBullhornAdapter } from '../../../../bridge/adapters/bullhorn';
import { createBullhornClient } from '../../../../bridge/adapters/bullhorn/client';
import type { CalendarAdapter, CalendarContext } from '../../../../bridge/adapters/calendar-adapter';
import { systemClock } from '../../../../bridge/http/call-clock';
import { defaultCallPolicy } from '../../../../bridge/http/call-policy';
import { startFakeVendor, type Behaviour, type FakeVendorServer } from '../../fake-vendor-server';
import { failureOf, meeting, nowMs } from './bullhorn-account';

let vendor: FakeVendorServer;
let adapter: CalendarAdapter;
let answer: Behaviour = {};
/** Before it, one for each request. */
let answers: Behaviour[] = [];

beforeEach(async () => {
  vendor = await startFakeVendor(() => answers.shift() ?? answer);
  adapter = createBullhornAdapter({
    bullhornRestBaseUrl: `${vendor.baseUrl}/`,
    log: { warn: () => undefined },
  });
});
afterEach(() => vendor.close());

const contextWith = (changes: Partial<CalendarContext> = {}): CalendarContext => ({
  credential: 'Bearer token-1',
  hostname: '',
  restUrl: 'https://rest-west.bullhornstaffing.com/rest-services/4kxk4',
  userId: '11',
  nowMs,
  ...changes,
});

const list = async (changes: Partial<CalendarContext> = {}) =>
  adapter.listAppointments(contextWith(changes), {});
const create = async () => adapter.createAppointment(contextWith(), meeting, { idempotencyKey: 'one' });

const noRows = { body: { start: 0, count: 0, total: 0, data: [] } };
const apiError = (status: number, body: object): Behaviour => ({ status, body });

describe('A call to Bullhorn', () => {
  it('goes to the path of the REST URL, with the token in its header and nowhere else', async () => {
    answer = noRows;
    await list();
    expect(vendor.requests).toHaveLength(1);
    const [request] = vendor.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/rest-services/4kxk4/query/Appointment' });
    expect(request?.headers['bhresttoken']).toBe('token-1');
    expect(request?.headers.authorization).toBeUndefined();
    expect(JSON.stringify(request?.query)).not.toContain('token-1');
    expect(request?.query).toMatchObject({
      count: '500',
      start: '0',
      orderBy: 'id',
      showTotalMatched: 'true',
    });
  });

  it('asks for the user’s own by overlap, in epoch milliseconds', async () => {
    answer = noRows;
    await adapter.listAppointments(contextWith(), { startDate: '2026-07-20', endDate: '2026-07-20' });
    const from = Date.UTC(2026, 6, 20);
    const to = Date.UTC(2026, 6, 21);
    expect(vendor.requests[0]?.body).toEqual({
      where: expect.stringContaining(
        `isDeleted=false AND owner.id=11 AND ((dateBegin<${to} AND (dateEnd>${from} OR dateBegin>=${from}))`,
      ),
    });
  });

  it.each([
    undefined,
    '',
    'http://rest9.bullhornstaffing.com/rest-services/e999/',
    'https://rest9.bullhornstaffing.com.example.com/rest-services/e999/',
    'https://example.com/rest9.bullhornstaffing.com/rest-services/e999/',
    'https://user@rest9.bullhornstaffing.com/rest-services/e999/',
    'https://rest9.bullhornstaffing.com:8443/rest-services/e999/',
    'https://rest9.bullhornstaffing.com/rest-services/e999/../x',
    'https://rest9.bullhornstaffing.com/rest-services/e999/?x=1',
    'https://rest9.bullhornstaffing.com/',
    'https://auth.bullhornstaffing.com/rest-services/e999/',
  ])('does not leave for %s', async (restUrl) => {
    for (const operation of [
      async () => list({ restUrl }),
      async () => adapter.getAppointment(contextWith({ restUrl }), '5'),
      async () => adapter.createAppointment(contextWith({ restUrl }), meeting, { idempotencyKey: 'one' }),
      async () => adapter.updateAppointment(contextWith({ restUrl }), '5', { title: 'x' }),
      async () => adapter.cancelAppointment(contextWith({ restUrl }), '5'),
      async () => adapter.findContacts(contextWith({ restUrl }), 'Grace'),
    ]) {
      const failure = await failureOf(operation());
      expect(failure.code).toBe('invalid_request');
      expect(failure.message).toContain('x-crm-rest-url');
    }
    expect(vendor.requests).toEqual([]);
  });

  it.each(['', '0', '-1', '5.json', '5/../6', '1e3', '٣'])(
    'does not leave for the appointment id %j',
    async (id) => {
      for (const operation of [
        async () => adapter.getAppointment(contextWith(), id),
        async () => adapter.updateAppointment(contextWith(), id, { title: 'x' }),
        async () => adapter.cancelAppointment(contextWith(), id),
        async () => adapter.confirmAppointment(contextWith(), id),
      ]) {
        expect((await failureOf(operation())).code).toBe('invalid_request');
      }
      expect(vendor.requests).toEqual([]);
    },
  );

  it('ends when the caller is gone', async () => {
    answer = 'hang';
    const caller = new AbortController();
    const listed = failureOf(list({ signal: caller.signal }));
    caller.abort();
    expect((await listed).code).toBe('upstream_unavailable');
  });
});

describe('An answer of Bullhorn', () => {
  const invalidToken = "Bad 'BhRestToken' or timed-out.";
  it.each([
    [
      401,
      { errorMessage: invalidToken, errorMessageKey: 'errors.authentication.invalidRestToken' },
      'unauthenticated',
    ],
    [401, { message: invalidToken }, 'unauthenticated'],
    [412, {}, 'unauthenticated'],
    [307, {}, 'unauthenticated'],
    [400, { errorMessage: 'Update Failed: You do not have permission for Appointment.' }, 'forbidden'],
    [403, {}, 'forbidden'],
    [429, { errorMessage: 'Rate Limited' }, 'rate_limited'],
    [500, { errorMessageKey: 'errors.internalError' }, 'upstream_unavailable'],
    [503, '<html>down</html>', 'upstream_unavailable'],
  ] as const)('with status %i and %j is told as a failure', async (status, body, code) => {
    answer = { status, body };
    expect((await failureOf(list())).code).toBe(code);
  });

  it('that asks to wait is told with the time it asks for, else with a second', async () => {
    answer = apiError(429, {});
    expect((await failureOf(list())).details.retryAfterMs).toBe(1000);
    answer = { status: 429, headers: { 'retry-after': '7' }, body: {} };
    expect((await failureOf(list())).details.retryAfterMs).toBe(7000);
  });

  it('that refuses a field is told by the field’s name, without what was entered', async () => {
    answer = apiError(400, {
      errorMessage: 'error persisting an entity of type: Appointment',
      errors: [
        {
          propertyName: 'subject',
          severity: 'ERROR',
          type: 'TOO_LONG',
          detailMessage: 'Secret dinner with Bo',
        },
      ],
    });
    const failure = await failureOf(list());
    expect(failure.code).toBe('invalid_request');
    expect(failure.message).toContain('subject');
    expect(failure.details.upstream?.code).toBe('TOO_LONG');
    expect(JSON.stringify([failure.message, failure.details])).not.toContain('Secret');
  });

  it.each([{}, { data: null }, { data: {} }, [], 'ok', ''])(
    'to a read that holds no rows but %j is no empty list',
    async (body) => {
      answer = { body };
      expect((await failureOf(list())).code).toBe('upstream_invalid');
      expect((await failureOf(adapter.findContacts(contextWith(), 'Grace'))).code).toBe('upstream_invalid');
    },
  );

  it('to a write that does not say what was changed is an open question', async () => {
    await vendor.close();
    vendor = await startFakeVendor(({ method }) => (method === 'POST' ? noRows : { body: {} }));
    adapter = createBullhornAdapter({ bullhornRestBaseUrl: vendor.baseUrl, log: { warn: () => undefined } });
    expect((await failureOf(create())).code).toBe('ambiguous_write');
  });
});

describe('Rows of Bullhorn', () => {
  const row = { id: 5, subject: 'Screening', dateBegin: nowMs, dateEnd: nowMs + 1_800_000 };
  const listOf = async (rows: readonly unknown[]) => {
    await vendor.close();
    vendor = await startFakeVendor(({ path }) => ({
      body: {
        data: path.endsWith('/query/Appointment') ? rows : [],
        total: path.endsWith('/query/Appointment') ? rows.length : 0,
      },
    }));
    adapter = createBullhornAdapter({ bullhornRestBaseUrl: vendor.baseUrl, log: { warn: () => undefined } });
    return list();
  };

  it('may lack everything but what and when', async () => {
    const { appointments, skipped } = await listOf([
      { ...row, owner: 'x', isAllDay: null, location: 7, lead: [] },
    ]);
    expect(skipped).toBe(0);
    expect(appointments).toEqual([
      expect.objectContaining({
        id: '5',
        title: 'Screening',
        location: '',
        organizer: null,
        version: '',
        durationMinutes: 30,
      }),
    ]);
  });

  it.each([
    { ...row, id: 'five' },
    { ...row, dateBegin: null },
    { ...row, dateBegin: '2026-07-20' },
    { ...row, dateEnd: nowMs - 1 },
    { ...row, dateEnd: 1e18 },
    null,
  ])('are dropped and counted where that cannot be read: %j', async (bad) => {
    const { appointments, skipped } = await listOf([row, bad]);
    expect(appointments.map(({ id }) => id)).toEqual(['5']);
    expect(skipped).toBe(1);
  });

  it('give a copy no version where the tenant does not tell that of its parent', async () => {
    await vendor.close();
    vendor = await startFakeVendor(({ path, query }) => {
      if (!path.endsWith('/query/Appointment')) return noRows;
      if (query['fields']?.includes('parentAppointment(id,'))
        return apiError(400, { errorMessage: 'unknown' });
      const copy = { ...row, dateLastModified: 7000, parentAppointment: { id: 4 } };
      return { body: { data: [copy], total: 1 } };
    });
    adapter = createBullhornAdapter({ bullhornRestBaseUrl: vendor.baseUrl, log: { warn: () => undefined } });
    const { appointments } = await list();
    expect(appointments.map(({ id, version }) => [id, version])).toEqual([['4', '']]);
  });

  describe('of an attendee who cannot be read', () => {
    const appointment = { ...row, id: 5 };
    const links = [
      { id: 91, appointment, attendee: { id: 501, firstName: 'Olivia', lastName: 'Hart' } },
      { id: 92, appointment, attendee: null },
      { id: 93, appointment, attendee: { id: null } },
    ];
    beforeEach(async () => {
      await vendor.close();
      vendor = await startFakeVendor(({ path }) => {
        if (!path.includes('/query/')) return { body: { changedEntityId: 94 } };
        const data = path.endsWith('/query/Appointment') ? [row] : links;
        return { body: { data, total: data.length } };
      });
      adapter = createBullhornAdapter({
        bullhornRestBaseUrl: vendor.baseUrl,
        log: { warn: () => undefined },
      });
    });

    it('are counted, and cost the list no appointment', async () => {
      const { appointments, skipped } = await list();
      expect(appointments.map(({ attendeeIds }) => attendeeIds)).toEqual([['501']]);
      expect(skipped).toBe(2);
    });

    it.each([
      ['changes nothing', {}],
      [
        'removes nobody of them',
        {
          contacts: [
            { id: '501', type: 'Candidate' },
            { id: '502', type: 'Candidate' },
          ],
        },
      ],
    ])('make an edit say so, which %s', async (_what, patch) => {
      const { appointment, warning } = await adapter.updateAppointment(contextWith(), '5', patch);
      expect(appointment.attendeeIds).toContain('501');
      expect(warning).toContain('somebody is missing here');
      expect(vendor.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
    });
  });
});

describe('A write of an attendee whose answer was lost', () => {
  const client = () =>
    createBullhornClient({
      bullhornRestBaseUrl: vendor.baseUrl,
      callPolicy: { ...defaultCallPolicy, clock: { ...systemClock, random: () => 0 } },
      log: { warn: () => undefined },
    });

  it('is not sent again where it adds: Bullhorn would add the person twice', async () => {
    answer = 'drop';
    const failure = await failureOf(client().addAttendee(contextWith(), '5', '501'));
    expect(failure.code).toBe('ambiguous_write');
    expect(vendor.requests).toHaveLength(1);
  });

  it('is sent again where it removes, and is not known to be done by a 404 alone', async () => {
    answers = ['drop', apiError(404, { errorMessage: 'gone' })];
    expect((await failureOf(client().removeAttendee(contextWith(), '77'))).code).toBe('ambiguous_write');
    expect(vendor.requests.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
  });
});
