import { fc } from '../../../fast-check';
import type { CalendarContext } from '../../../../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../../../../bridge/adapters/clio';
import { startFakeVendor, type Behaviour, type RecordedRequest } from '../../fake-vendor-server';
import {
  ADA,
  ADAS_CALENDAR,
  BOBS_CALENDAR,
  failureOf,
  FIRM_CALENDAR,
  invited,
  JANE,
  NAMESAKE,
  openFirm,
  timed,
  userContext,
  type Firm,
} from './clio-firm';

const JULY = { startDate: '2026-07-01', endDate: '2026-07-31' };

describe('listing from the sandbox', () => {
  let firm: Firm;
  beforeEach(async () => {
    firm = await openFirm();
  });
  afterEach(async () => firm.close());

  const listed = async (range: object, context: Partial<CalendarContext> = {}) => {
    const { appointments } = await firm.adapter().listAppointments({ ...userContext, ...context }, range);
    return appointments.map(({ id }) => id);
  };

  it('gives one month back to three ahead when nobody names days', async () => {
    firm.add({ id: 1, schedule: timed('2026-06-15T06:30:00Z', 15) });
    firm.add({ id: 2, schedule: timed('2026-06-15T07:00:00Z', 15) });
    firm.add({ id: 3, schedule: timed('2026-10-16T06:45:00Z', 15) });
    firm.add({ id: 4, schedule: timed('2026-10-16T07:00:00Z', 15) });
    expect(await listed({})).toEqual(['2', '3']);
  });

  it('takes days in the caller’s zone before the Clio user’s', async () => {
    firm.add({ id: 1, schedule: timed('2026-07-20T01:00:00Z', 60) });
    const day = { startDate: '2026-07-20', endDate: '2026-07-20' };
    expect(await listed(day)).toEqual([]);
    expect(await listed(day, { timeZone: 'Europe/Berlin' })).toEqual(['1']);
  });

  it('reads the zone also where Clio names it as Rails does', async () => {
    firm.sandbox.setSwitches({ timeZoneNames: 'rails' });
    firm.add({ id: 1, schedule: timed('2026-07-21T01:00:00Z', 60) });
    expect(await listed({ startDate: '2026-07-20', endDate: '2026-07-20' })).toEqual(['1']);
    const appointment = await firm.adapter().getAppointment(userContext, '1');
    expect(appointment.timeZone).toBe('America/Los_Angeles');
  });

  it('comes by start, latest first for the past', async () => {
    firm.add({ id: 1, schedule: timed('2026-07-12T10:00:00Z', 60) });
    firm.add({ id: 2, schedule: timed('2026-07-10T10:00:00Z', 60) });
    firm.add({ id: 3, schedule: timed('2026-07-11T10:00:00Z', 60) });
    expect(await listed(JULY)).toEqual(['2', '3', '1']);
    expect(await listed({ ...JULY, range: 'past' })).toEqual(['1', '3', '2']);
  });

  it('gives the appointments of one contact, in the own calendar or in all', async () => {
    firm.add({ id: 1, attendees: [invited('Contact', JANE)] });
    firm.add({ id: 2, attendees: [invited('Contact', NAMESAKE)] });
    firm.add({ id: 3, attendees: [invited('Calendar', NAMESAKE)] });
    firm.add({ id: 4, calendarOwnerId: BOBS_CALENDAR, attendees: [invited('Contact', JANE)] });
    expect(await listed({ ...JULY, contactId: String(JANE) })).toEqual(['1']);
    expect(await listed({ ...JULY, contactId: String(JANE), mineOnly: false })).toEqual(['1', '4']);
    expect(await listed({ ...JULY, contactId: String(NAMESAKE) })).toEqual(['2']);
  });

  it('lists entries of which the user may see no more than the times', async () => {
    const firmCalendar = firm.sandbox.state.calendars.get(FIRM_CALENDAR);
    if (!firmCalendar) throw new Error('the firm has a calendar');
    firm.sandbox.state.calendars.set(FIRM_CALENDAR, {
      ...firmCalendar,
      permissions: new Map([[ADA, 'limited_viewer']]),
    });
    firm.add({ id: 1, calendarOwnerId: FIRM_CALENDAR, attendees: [invited('Contact', JANE)] });
    const range = { ...JULY, mineOnly: false };
    expect(await firm.adapter().listAppointments(userContext, range)).toMatchObject({
      appointments: [{ id: '1', title: 'Busy', attendees: [], startTimeUtc: '2026-07-20T22:00:00.000Z' }],
      skipped: 0,
    });
  });

  it('refuses a contact id that is none, and says so where Clio does not name the contacts', async () => {
    const list = async (contactId: string, attendeeIds: 'record' | 'row') =>
      failureOf(
        firm.adapter({ assumptions: { attendeeIds } }).listAppointments(userContext, { ...JULY, contactId }),
      );
    expect((await list('5 OR 1', 'record')).code).toBe('invalid_request');
    expect((await list('501', 'row')).code).toBe('unsupported');
    expect(firm.calls()).toEqual([]);
  });

  it('asks only for what Clio documents', async () => {
    await listed({ ...JULY, contactId: String(JANE) });
    const [, list] = firm.sandbox.journal.entries();
    expect([...(list?.queryKeys ?? [])].sort()).toEqual([
      'calendar_id',
      'expanded',
      'fields',
      'from',
      'limit',
      'to',
    ]);
  });

  it('asks for the last days there are by a time that Clio can read', async () => {
    const clio = await startFakeVendor(({ path }) => ({
      body: path.endsWith('who_am_i.json')
        ? { data: { default_calendar_id: ADAS_CALENDAR, time_zone: 'America/Los_Angeles' } }
        : { data: [], meta: { paging: {} } },
    }));
    const adapter = createClioAdapter({ clioBaseUrl: clio.baseUrl, timeoutMs: 2000 });
    await adapter.listAppointments(userContext, { startDate: '2026-07-01', endDate: '9999-12-31' });
    await clio.close();
    const list = clio.requests.find(({ path }) => path.includes('calendar_entries'));
    expect(list?.query['to']).toBe('9999-12-31T23:59:59.000Z');
  });

  it('is not to be had where invitations would be missing from it', () => {
    const assumptions = { attendeeIds: 'row', ownCalendarMatches: 'owner' } as const;
    expect(() => firm.adapter({ assumptions })).toThrow(RangeError);
  });

  it('lists what the user is invited to also where calendar_id finds only what a calendar owns', async () => {
    firm.sandbox.setSwitches({ calendarIdMatches: 'owner' });
    firm.add({ id: 1 });
    firm.add({ id: 2, calendarOwnerId: BOBS_CALENDAR, attendees: [invited('Calendar', ADAS_CALENDAR)] });
    firm.add({ id: 3, calendarOwnerId: FIRM_CALENDAR });
    expect(await listed(JULY)).toEqual(['1']);
    const adapter = firm.adapter({ assumptions: { ownCalendarMatches: 'owner' } });
    const { appointments } = await adapter.listAppointments(userContext, JULY);
    expect(appointments.map(({ id }) => id)).toEqual(['1', '2']);
    const everybodys = await adapter.listAppointments(userContext, { ...JULY, mineOnly: false });
    expect(everybodys.appointments.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it.each([200, 201, 400])('lists %i entries, though pages of 200 end there', async (count) => {
    for (let id = 1; id <= count; id++) firm.add({ id });
    expect(await listed(JULY)).toHaveLength(count);
  });

  it('lists all-day entries whatever Clio takes for their end', async () => {
    const schedule = {
      kind: 'all-day',
      firstDayMs: Date.UTC(2026, 6, 20),
      lastDayMs: Date.UTC(2026, 6, 20),
    } as const;
    for (const [allDayEnd, assumed] of [
      ['exclusive-midnight', 'exclusive'],
      ['inclusive-midnight', 'inclusive'],
      ['last-second', 'exclusive'],
    ] as const) {
      for (const allDayMidnightIn of ['user-zone', 'utc'] as const) {
        firm.sandbox.setSwitches({ allDayEnd, allDayMidnightIn });
        firm.add({ id: 1, schedule });
        const adapter = firm.adapter({ assumptions: { allDayEnd: assumed, allDayMidnightIn } });
        const day = { startDate: '2026-07-20', endDate: '2026-07-20' };
        expect((await adapter.listAppointments(userContext, day)).appointments).toMatchObject([
          { startTimeUtc: '2026-07-20T07:00:00.000Z', endTimeUtc: '2026-07-21T07:00:00.000Z' },
        ]);
        const next = { startDate: '2026-07-21', endDate: '2026-07-21' };
        expect((await adapter.listAppointments(userContext, next)).appointments).toEqual([]);
      }
    }
  });

  it('lists exactly what overlaps the days, for any entries', async () => {
    const fromMs = Date.parse('2026-07-20T07:00:00Z');
    const toMs = Date.parse('2026-07-21T07:00:00Z');
    const entry = fc.record({
      offset: fc.integer({ min: -3000, max: 3000 }),
      minutes: fc.integer({ min: 0, max: 3000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
        firm.sandbox.state.calendarEntries.clear();
        const expected = entries.flatMap(({ offset, minutes }, index) => {
          const startMs = fromMs + offset * 60_000;
          const endMs = startMs + minutes * 60_000;
          firm.add({ id: index + 1, schedule: timed(new Date(startMs).toISOString(), minutes) });
          const isIn = startMs < toMs && (endMs > fromMs || (minutes === 0 && startMs >= fromMs));
          return isIn ? [String(index + 1)] : [];
        });
        const got = await listed({ startDate: '2026-07-20', endDate: '2026-07-20' });
        expect([...got].sort()).toEqual(expected.sort());
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['429', 'rate_limited'],
    ['500', 'upstream_unavailable'],
    ['502', 'upstream_unavailable'],
    ['drop', 'upstream_unavailable'],
    ['truncatedJson', 'upstream_invalid'],
    ['emptyBody', 'upstream_invalid'],
    ['okWithErrorBody', 'upstream_invalid'],
    ['expireToken', 'unauthenticated'],
  ] as const)(
    'fails on a second page with fault %s, and is never a part of the list',
    async (fault, code) => {
      for (let id = 1; id <= 250; id++) firm.add({ id });
      const adapter = firm.adapter();
      await adapter.listAppointments(userContext, JULY);
      firm.sandbox.faults.add({ fault, path: '*calendar_entries.json?*page_token*', times: 'always' });
      expect((await failureOf(adapter.listAppointments(userContext, JULY))).code).toBe(code);
    },
  );

  it('passes on how long Clio asks to wait', async () => {
    firm.sandbox.faults.add({ fault: '429', retryAfterSeconds: 17, path: '*calendar_entries*' });
    const failure = await failureOf(firm.adapter().listAppointments(userContext, JULY));
    expect(failure).toMatchObject({
      code: 'rate_limited',
      retryable: true,
      details: { retryAfterMs: 17_000 },
    });
  });
});

describe('listing from a Clio that answers oddly', () => {
  const row = (id: number, wrong: object = {}) => ({
    id: String(id),
    start_at: '2026-07-20T10:00:00Z',
    end_at: '2026-07-20T11:00:00Z',
    attendees: [],
    ...wrong,
  });

  const listFrom = async (answer: (request: RecordedRequest, baseUrl: string) => Behaviour, path = '') => {
    const clio = await startFakeVendor((request) =>
      request.path.endsWith('who_am_i.json')
        ? { body: { data: { id: 5, default_calendar_id: ADAS_CALENDAR, time_zone: 'America/Los_Angeles' } } }
        : answer(request, clio.baseUrl),
    );
    const adapter = createClioAdapter({ clioBaseUrl: clio.baseUrl + path, timeoutMs: 2000 });
    const result = await adapter.listAppointments(userContext, JULY).catch((error: unknown) => error);
    await clio.close();
    return { result, requests: clio.requests };
  };

  it('drops and counts rows that cannot be read', async () => {
    const { result } = await listFrom(() => ({
      body: {
        data: [row(1), row(2, { start_at: null }), null, row(3, { attendees: [{ id: 9 }] })],
        meta: { records: 4, paging: {} },
      },
    }));
    expect(result).toMatchObject({ appointments: [{ id: '1' }], skipped: 3 });
  });

  it('leaves out an attendee without an id, and nobody and nothing else', async () => {
    const attendees = [
      { id: null, type: 'Contact', name: 'Nobody' },
      { id: 501, type: 'Contact', name: 'Jane Roe' },
    ];
    const { result } = await listFrom(() => ({ body: { data: [row(1, { attendees })] } }));
    expect(result).toMatchObject({ appointments: [{ attendeeIds: ['501'] }], skipped: 0 });
  });

  it('shows an attendee without a name by the id', async () => {
    const attendees = [{ id: 501, type: 'Contact', name: null, email: null }];
    const { result } = await listFrom(() => ({ body: { data: [row(1, { attendees })] } }));
    expect(result).toMatchObject({ appointments: [{ attendees: [{ id: '501', name: '501' }] }] });
  });

  it.each([
    ['no data', {}],
    ['null', { data: null }],
    ['an object', { data: {} }],
    ['an error in a success', { error: { type: 'X', message: '' } }],
    ['a page that is named otherwise', { data: [], meta: { paging: { next: 7 } } }],
  ])('takes %s for no list at all', async (_name, body) => {
    const { result } = await listFrom(() => ({ body }));
    expect(result).toMatchObject({ code: 'upstream_invalid' });
  });

  it.each([
    'https://evil.example/api/v4/calendar_entries.json?page_token=x',
    '//evil.example/api/v4/calendar_entries.json',
    'http://127.0.0.1:1/api/v4/calendar_entries.json',
    'javascript:alert(1)',
  ])('does not follow a next page to %s', async (next) => {
    const { result, requests } = await listFrom(() => ({ body: { data: [], meta: { paging: { next } } } }));
    expect(result).toMatchObject({ code: 'upstream_invalid' });
    expect(requests).toHaveLength(2);
  });

  it('follows the next page by the whole address that Clio gave', async () => {
    const { result, requests } = await listFrom(({ query }, baseUrl) =>
      query['page_token'] === undefined
        ? {
            body: {
              data: [row(1)],
              meta: { paging: { next: `${baseUrl}/api/v4/calendar_entries.json?page_token=a%2Bb&odd=1` } },
            },
          }
        : { body: { data: [row(2)], meta: { paging: {} } } },
    );
    expect(result).toMatchObject({ appointments: [{ id: '1' }, { id: '2' }] });
    expect(requests[2]?.query).toEqual({ page_token: 'a+b', odd: '1' });
    expect(requests[2]?.headers.authorization).toBe(userContext.credential);
  });

  it('notices a list that goes round in circles, or never ends', async () => {
    const circle = await listFrom((_request, baseUrl) => ({
      body: {
        data: [row(1)],
        meta: { paging: { next: `${baseUrl}/api/v4/calendar_entries.json?page_token=1` } },
      },
    }));
    expect(circle.result).toMatchObject({ code: 'upstream_invalid' });
    let page = 0;
    const endless = await listFrom((_request, baseUrl) => ({
      body: {
        data: [row(page)],
        meta: { paging: { next: `${baseUrl}/api/v4/calendar_entries.json?page_token=${(page += 1)}` } },
      },
    }));
    expect(endless.result).toMatchObject({ code: 'upstream_invalid' });
    expect(endless.requests.length).toBeLessThan(110);
  });

  it('does not take a full page without a word about the next for the last one', async () => {
    const data = Array.from({ length: 200 }, (_none, index) => row(index + 1));
    expect((await listFrom(() => ({ body: { data } }))).result).toMatchObject({ code: 'upstream_invalid' });
    const cut = await listFrom(() => ({ body: { data, meta: { records: 321, paging: {} } } }));
    expect(cut.result).toMatchObject({ code: 'upstream_invalid' });
  });

  it('sends nothing to a host that is not Clio’s, though another base URL is set', async () => {
    const clio = await startFakeVendor(() => ({ body: {} }));
    const adapter = createClioAdapter({ clioBaseUrl: clio.baseUrl });
    const context = { ...userContext, hostname: 'app.clio.com.evil.example' };
    const failures = await Promise.all([
      failureOf(adapter.listAppointments(context, JULY)),
      failureOf(adapter.getAppointment(context, '1')),
      failureOf(adapter.updateAppointment(context, '1', { title: 'x' })),
      failureOf(adapter.cancelAppointment(context, '1')),
      failureOf(adapter.findContacts(context, 'Jane')),
    ]);
    await clio.close();
    expect(failures.map(({ code }) => code)).toEqual(Array(5).fill('invalid_request'));
    expect(clio.requests).toEqual([]);
  });

  it('tells how an abandoned read ends', async () => {
    const clio = await startFakeVendor(() => 'hang');
    const abandoned = new AbortController();
    const list = failureOf(
      createClioAdapter({ clioBaseUrl: clio.baseUrl }).listAppointments(
        { ...userContext, signal: abandoned.signal },
        JULY,
      ),
    );
    abandoned.abort();
    expect((await list).code).toBe('upstream_unavailable');
    await clio.close();
  });
});
