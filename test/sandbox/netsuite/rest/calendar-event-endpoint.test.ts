import { nowMs, startAccount, type Reply, type RunningAccount } from '../small-account';

const events = '/services/rest/record/v1/calendarEvent';
const meeting = {
  title: 'Demo',
  startDate: '2026-03-17',
  startTime: '09:00:00',
  endTime: '09:45:00',
} as const;

const errorOf = (code: string, place: object = {}): object => ({
  'o:errorDetails': [expect.objectContaining({ 'o:errorCode': code, detail: expect.any(String), ...place })],
});

describe('the REST Record API for calendarEvent', () => {
  let account: RunningAccount;

  beforeEach(async () => {
    account = await startAccount();
  });

  afterEach(() => account.close());

  const post = (body: object, as = '1'): Promise<Reply> => account.call('POST', events, { body, as });

  async function create(body: object = {}, as = '1'): Promise<string> {
    const reply = await post({ ...meeting, ...body }, as);
    expect(reply.status).toBe(204);
    return reply.headers.get('location')?.split('/').pop() ?? '';
  }

  async function read(id: string, query = '', as = '1'): Promise<unknown> {
    return (await account.call('GET', `${events}/${id}${query}`, { as })).json;
  }

  describe('creating', () => {
    it('answers 204 with the place of the new record and no body', async () => {
      const reply = await post(meeting);
      expect(reply.status).toBe(204);
      expect(reply.text).toBe('');
      const location = reply.headers.get('location') ?? '';
      expect(location).toMatch(new RegExp(`^${account.baseUrl}${events}/\\d+$`));
      expect((await account.call('GET', new URL(location).pathname)).status).toBe(200);
    });

    it('takes times in the zone of the user and gives them back as HH:mm', async () => {
      const id = await create();
      expect(account.sandbox.state.events.get(id)?.occurrences).toEqual([
        { startMs: Date.UTC(2026, 2, 17, 16), endMs: Date.UTC(2026, 2, 17, 16, 45) },
      ]);
      expect(await read(id)).toMatchObject({
        id,
        title: 'Demo',
        startDate: '2026-03-17',
        startTime: '09:00',
        endTime: '09:45',
        timezone: 'America/Los_Angeles',
        allDayEvent: false,
        status: { id: 'CONFIRMED', refName: 'Confirmed' },
        accessLevel: { id: 'PUBLIC' },
        organizer: { id: '1', refName: 'Maya' },
        createdDate: '2026-03-10T12:00:00Z',
      });
      expect(await read(id, '', '2')).toMatchObject({ startTime: '12:00', endTime: '12:45' });
    });

    it.each([
      ['company', Date.UTC(2026, 2, 17, 8)],
      ['pacific', Date.UTC(2026, 2, 17, 16)],
    ] as const)('takes times in the zone that the switch names: %s', async (restTimesIn, startMs) => {
      account.sandbox.setSwitches({ restTimesIn });
      const id = await create({}, '2');
      expect(account.sandbox.state.events.get(id)?.occurrences[0].startMs).toBe(startMs);
      expect(await read(id, '', '3')).toMatchObject({ startTime: '09:00' });
    });

    it('has an all-day event from 8 to 6 on its date, for readers everywhere', async () => {
      const id = await create({ allDayEvent: true, startTime: undefined, endTime: undefined });
      const allDay = { allDayEvent: true, startDate: '2026-03-17', startTime: '08:00', endTime: '18:00' };
      expect(await read(id)).toMatchObject(allDay);
      expect(await read(id, '', '3')).toMatchObject(allDay);
    });

    it('understands all three ways to write a choice', async () => {
      for (const status of ['TENTATIVE', { id: 'TENTATIVE' }, { refName: 'Tentative' }]) {
        expect(await read(await create({ status }))).toMatchObject({ status: { id: 'TENTATIVE' } });
      }
    });

    it('moves a time that the clock skips forward, with its length', async () => {
      const id = await create({ startDate: '2026-03-08', startTime: '02:30', endTime: '03:00' });
      expect(await read(id)).toMatchObject({ startTime: '03:30', endTime: '04:00' });
    });

    it.each([
      ['title', { title: '' }],
      ['title', { title: undefined }],
      ['title', { title: 7 }],
      ['startDate', { startDate: undefined }],
      ['startDate', { startDate: '3/17/2026' }],
      ['startDate', { startDate: '2026-02-30' }],
      ['startTime', { startTime: undefined }],
      ['startTime', { startTime: '9:00 am' }],
      ['startTime', { startTime: '24:00' }],
      ['endTime', { endTime: undefined }],
      ['endTime', { endTime: '09:45:61' }],
      ['endTime', { endTime: '09:00:00' }],
      ['endTime', { startTime: '23:30', endTime: '00:30' }],
      ['status', { status: 'MAYBE' }],
      ['status', { status: { id: 'maybe' } }],
      ['status', { status: 'constructor' }],
      ['accessLevel', { accessLevel: 'BUSY' }],
      ['reminderMinutes', { reminderMinutes: '7' }],
      ['allDayEvent', { allDayEvent: 'yes' }],
      ['organizer', { organizer: 1 }],
      ['attendee', { attendee: [{ id: '5' }] }],
      ['attendee.items[0].attendee', { attendee: { items: [{ attendee: '5' }] } }],
      ['attendee.items[0].response', { attendee: { items: [{ attendee: { id: '5' }, response: 'YES' }] } }],
    ])('refuses a wrong %s: %j', async (path, body) => {
      const reply = await post({ ...meeting, ...body });
      expect(reply.status).toBe(400);
      expect(reply.headers.get('content-type')).toContain('application/vnd.oracle.resource+json; type=error');
      expect(reply.json).toMatchObject({
        type: expect.stringContaining('section-15.5.1'),
        title: 'Bad Request',
        status: 400,
        ...errorOf('INVALID_CONTENT', { 'o:errorPath': path }),
      });
      expect(account.sandbox.state.events.size).toBe(0);
    });

    it('says that an event cannot extend past midnight', async () => {
      const reply = await post({ ...meeting, startTime: '23:00', endTime: '01:00' });
      expect(reply.json).toMatchObject(
        errorOf('INVALID_CONTENT', { detail: expect.stringContaining('midnight') }),
      );
    });

    it.each([
      [
        'attendee.items[1].attendee',
        { attendee: { items: [{ attendee: { id: '5' } }, { attendee: { id: 99 } }] } },
      ],
      ['organizer', { organizer: { id: '5' } }],
    ])('refuses a reference that names nobody in %s', async (path, body) => {
      const reply = await post({ ...meeting, ...body });
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject(errorOf('INVALID_KEY_OR_REF', { 'o:errorPath': path }));
    });

    it.each([
      ['{', { 'content-type': 'application/json' }, 400, 'INVALID_CONTENT'],
      ['[]', { 'content-type': 'application/json' }, 400, 'INVALID_CONTENT'],
      ['title=Demo', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'INVALID_HEADER'],
    ])('refuses the body %s', async (body, headers, status, code) => {
      const reply = await account.call('POST', events, { body, headers });
      expect(reply.status).toBe(status);
      expect(reply.json).toMatchObject(errorOf(code));
    });
  });

  describe('property names it does not know', () => {
    const body = { ...meeting, startdate: '2026-01-01' };

    it('are reported in a warning by default', async () => {
      const reply = await post(body);
      expect(reply.status).toBe(204);
      expect(reply.headers.get('warning')).toContain('startdate');
    });

    it('are refused or passed over when the header says so', async () => {
      const name = 'X-NetSuite-PropertyNameValidation';
      const refused = await account.call('POST', events, { body, headers: { [name]: 'Error' } });
      expect(refused.json).toMatchObject(errorOf('INVALID_CONTENT', { 'o:errorPath': 'startdate' }));
      const passed = await account.call('POST', events, { body, headers: { [name]: 'Ignore' } });
      expect(passed.status).toBe(204);
      expect(passed.headers.has('warning')).toBe(false);
      expect((await account.call('POST', events, { body, headers: { [name]: 'Loud' } })).status).toBe(400);
    });
  });

  describe('attendees', () => {
    const attendee = (...ids: string[]): object => ({
      attendee: { items: ids.map((id) => ({ attendee: { id } })) },
    });
    const idsOf = (id: string): string[] =>
      account.sandbox.state.events.get(id)?.attendees.map(({ personId }) => personId) ?? [];

    it('include the organizer who creates, unless the switch says otherwise', async () => {
      expect(idsOf(await create(attendee('5')))).toEqual(['1', '5']);
      account.sandbox.setSwitches({ createInvitesOrganizer: false });
      expect(idsOf(await create(attendee('5')))).toEqual(['5']);
    });

    it('are a link until they are expanded', async () => {
      const id = await create(attendee('5', '6', '7'));
      const href = `${account.baseUrl}${events}/${id}/attendee`;
      expect(await read(id)).toHaveProperty('attendee', { links: [{ rel: 'self', href }] });
      expect(await read(id, '?expandSubResources=true')).toMatchObject({
        attendee: {
          totalResults: 4,
          items: [
            { attendee: { id: '1', refName: 'Maya' }, response: { id: 'ACCEPTED' } },
            {
              attendee: { id: '5', refName: 'Zoë Lefèvre' },
              attendance: { id: 'REQUIRED', refName: 'Required' },
              response: { id: 'NO_RESPONSE', refName: 'No Response' },
            },
            { attendee: { id: '6' } },
            { attendee: { id: '7' } },
          ],
        },
      });
    });

    it('can be read as a sub-resource, line by line', async () => {
      const id = await create(attendee('5'));
      const links = (await account.call('GET', `${events}/${id}/attendee`)).json;
      const line = { rel: 'self', href: `${account.baseUrl}${events}/${id}/attendee/2` };
      expect(links).toMatchObject({ totalResults: 2, items: [{}, { links: [line] }] });
      expect(await read(id, '/attendee?expandSubResources=true')).toMatchObject({
        items: [{ attendee: { id: '1' } }, { attendee: { id: '5' } }],
      });
      expect(await read(id, '/attendee/2')).toMatchObject({ attendee: { id: '5' } });
      expect((await account.call('GET', `${events}/${id}/attendee/3`)).status).toBe(404);
    });

    it('are merged by a PATCH: a known one changes, a new one is added', async () => {
      const id = await create(attendee('5'));
      const items = [{ attendee: { id: '5' }, response: 'ACCEPTED' }, { attendee: { id: '6' } }];
      await account.call('PATCH', `${events}/${id}`, { body: { attendee: { items } } });
      expect(idsOf(id)).toEqual(['1', '5', '6']);
      expect(account.sandbox.state.events.get(id)?.attendees[1]?.response).toBe('ACCEPTED');
    });

    it('are appended by a PATCH when the switch says so', async () => {
      account.sandbox.setSwitches({ attendeePatch: 'append' });
      const id = await create(attendee('5'));
      await account.call('PATCH', `${events}/${id}`, { body: attendee('5') });
      expect(idsOf(id)).toEqual(['1', '5', '5']);
    });

    it('are replaced with ?replace=attendee, and left alone by a PATCH without them', async () => {
      const id = await create(attendee('5'));
      await account.call('PATCH', `${events}/${id}?replace=attendee`, { body: attendee('6', '7') });
      expect(idsOf(id)).toEqual(['6', '7']);
      await account.call('PATCH', `${events}/${id}?replace=attendee`, { body: { title: 'New' } });
      expect(idsOf(id)).toEqual(['6', '7']);
      const wrong = await account.call('PATCH', `${events}/${id}?replace=guests`, { body: {} });
      expect(wrong.json).toMatchObject(errorOf('INVALID_REQUEST', { 'o:errorQueryParam': 'replace' }));
    });
  });

  describe('reading', () => {
    it('ignores the case of the record type', async () => {
      const id = await create();
      expect((await account.call('GET', `/services/rest/record/v1/calendarevent/${id}`)).status).toBe(200);
    });

    it('gives only the fields asked for, and choices as plain ids', async () => {
      const id = await create({ status: 'TENTATIVE' });
      expect(await read(id, '?fields=status,title&simpleEnumFormat=true')).toEqual({
        links: [{ rel: 'self', href: `${account.baseUrl}${events}/${id}` }],
        status: 'TENTATIVE',
        title: 'Demo',
      });
    });

    it('has the content type of a single resource', async () => {
      const reply = await account.call('GET', `${events}/${await create()}`);
      expect(reply.headers.get('content-type')).toContain(
        'application/vnd.oracle.resource+json; type=singular',
      );
    });

    it('does not know a record that is not there', async () => {
      const reply = await account.call('GET', `${events}/404`);
      expect(reply.status).toBe(404);
      expect(reply.json).toMatchObject({ title: 'Not Found', ...errorOf('NONEXISTENT_ID') });
    });

    it('shows a private event to its owner and the invited only', async () => {
      const id = await create({ accessLevel: 'PRIVATE', attendee: { items: [{ attendee: { id: '3' } }] } });
      const statusFor = async (as: string): Promise<number> =>
        (await account.call('GET', `${events}/${id}`, { as })).status;
      expect([await statusFor('1'), await statusFor('2'), await statusFor('3')]).toEqual([200, 404, 200]);
      expect((await account.call('DELETE', `${events}/${id}`, { as: '2' })).status).toBe(404);
    });
  });

  describe('changing', () => {
    it('changes what is given, keeps the rest and says when', async () => {
      const id = await create({ message: 'Hello', location: 'Zoom' });
      account.sandbox.clock.advance(60_000);
      const reply = await account.call('PATCH', `${events}/${id}`, { body: { status: { id: 'CANCELLED' } } });
      expect(reply.status).toBe(204);
      expect(reply.headers.get('location')).toMatch(new RegExp(`/calendarEvent/${id}$`));
      expect(await read(id)).toMatchObject({
        status: { id: 'CANCELLED' },
        title: 'Demo',
        message: 'Hello',
        location: 'Zoom',
        startTime: '09:00',
        lastModifiedDate: '2026-03-10T12:01:00Z',
      });
    });

    it('empties a text with null', async () => {
      const id = await create({ message: 'Hello' });
      await account.call('PATCH', `${events}/${id}`, { body: { message: null } });
      expect(await read(id)).not.toHaveProperty('message');
    });

    it('combines new times with the ones that stay', async () => {
      const id = await create();
      await account.call('PATCH', `${events}/${id}`, { body: { startDate: '2026-11-03' } });
      expect(await read(id)).toMatchObject({ startDate: '2026-11-03', startTime: '09:00', endTime: '09:45' });
      const refused = await account.call('PATCH', `${events}/${id}`, { body: { startTime: '10:00' } });
      expect(refused.json).toMatchObject(errorOf('INVALID_CONTENT', { 'o:errorPath': 'endTime' }));
      expect(await read(id)).toMatchObject({ startTime: '09:00' });
    });

    it('moves the occurrences of a series by the clock, across a change of the clock too', async () => {
      const id = await create({ startDate: '2026-03-01', startTime: '09:00', endTime: '09:45' });
      const event = account.sandbox.state.events.get(id);
      if (event === undefined) throw new Error('the event is gone');
      const weekLater = { startMs: Date.UTC(2026, 2, 8, 16), endMs: Date.UTC(2026, 2, 8, 16, 45) };
      account.sandbox.state.events.set(id, { ...event, occurrences: [event.occurrences[0], weekLater] });
      await account.call('PATCH', `${events}/${id}`, { body: { startTime: '10:00', endTime: '11:00' } });
      expect(account.sandbox.state.events.get(id)?.occurrences).toEqual([
        { startMs: Date.UTC(2026, 2, 1, 18), endMs: Date.UTC(2026, 2, 1, 19) },
        { startMs: Date.UTC(2026, 2, 8, 17), endMs: Date.UTC(2026, 2, 8, 18) },
      ]);
    });

    it('deletes with 204, once', async () => {
      const id = await create();
      expect((await account.call('DELETE', `${events}/${id}`)).status).toBe(204);
      expect((await account.call('DELETE', `${events}/${id}`)).status).toBe(404);
      expect(await create()).not.toBe(id);
    });
  });

  describe('external ids', () => {
    it('are refused when they are in use', async () => {
      await create({ externalId: 'a-1' });
      const reply = await post({ ...meeting, externalId: 'a-1' });
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject(errorOf('INVALID_CONTENT', { 'o:errorPath': 'externalId' }));
    });

    it('create a record with PUT the first time and change it the second', async () => {
      const put = (body: object): Promise<Reply> => account.call('PUT', `${events}/eid:a-1`, { body });
      const first = await put(meeting);
      const second = await put({ title: 'Changed' });
      expect([first.status, second.status]).toEqual([204, 204]);
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect(await read('eid:a-1')).toMatchObject({
        externalId: 'a-1',
        title: 'Changed',
        startTime: '09:00',
      });
      expect(account.sandbox.state.events.size).toBe(1);
    });
  });

  describe('listing', () => {
    beforeEach(async () => {
      await create({ title: 'Demo for Zoë', startDate: '2026-03-15', status: 'TENTATIVE' });
      await create({ title: 'Lunch', startDate: '2026-03-16', externalId: 'x-1' });
      await create({ title: 'Demo "two"', startDate: '2026-03-17', status: 'CANCELLED' });
    });

    const list = (query: string): Promise<Reply> => account.call('GET', `${events}?${query}`);
    const found = async (...queries: string[]): Promise<unknown> => {
      const { json } = await list(queries.map((q) => `q=${encodeURIComponent(q)}`).join('&'));
      return json;
    };
    const items = (...ids: string[]): object => ({ items: ids.map((id) => expect.objectContaining({ id })) });

    it.each([
      ['status IS "CONFIRMED"', ['2']],
      ['status ANY_OF ["CONFIRMED", CANCELLED]', ['2', '3']],
      ['title CONTAIN demo', ['1', '3']],
      ['title CONTAIN_NOT demo', ['2']],
      ['title IS "Demo \\"two\\""', ['3']],
      ['title START_WITH "Demo for"', ['1']],
      ['startdate AFTER "3/15/26"', ['2', '3']],
      ['startDate BEFORE "2026-03-16"', ['1']],
      ['startDate ON_OR_AFTER "3/16/2026" AND startDate ON_OR_BEFORE "3/16/2026"', ['2']],
      ['startDate ON "3/16/2026" OR status IS TENTATIVE', ['1', '2']],
      ['(status IS TENTATIVE OR status IS CANCELLED) AND title CONTAIN two', ['3']],
      ['externalId IS "x-1"', ['2']],
      ['externalId EMPTY', ['1', '3']],
    ])('finds by %s', async (query, ids) => {
      expect(await found(query)).toMatchObject(items(...ids));
    });

    it('takes several q as conditions that must all hold', async () => {
      expect(await found('status IS_NOT "CONFIRMED"', 'startdate AFTER "3/15/26"')).toMatchObject(items('3'));
    });

    it.each([
      'q=title',
      'q=title+SOUNDS+x',
      'q=colour+IS+red',
      'q=constructor+IS+red',
      'q=(title+IS+x',
      'q=title+IS+x+y',
      'q=startDate+ON+tomorrow',
      'limit=0',
      'limit=1001',
      'limit=x',
      'limit=2&offset=1',
    ])('refuses %s', async (query) => {
      const reply = await list(query);
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject(
        errorOf('INVALID_REQUEST', { 'o:errorQueryParam': expect.any(String) }),
      );
    });

    it('pages with links', async () => {
      expect((await list('limit=2')).json).toMatchObject({
        count: 2,
        hasMore: true,
        offset: 0,
        totalResults: 3,
        links: [{ rel: 'next', href: `${account.baseUrl}${events}?limit=2&offset=2` }, {}, {}],
      });
      expect((await list('limit=2&offset=2')).json).toMatchObject({
        count: 1,
        hasMore: false,
        ...items('3'),
      });
      expect((await list('limit=2&offset=4')).json).toMatchObject({ count: 0, hasMore: false, items: [] });
    });

    it('leaves out private events of others', async () => {
      await create({ accessLevel: 'PRIVATE' });
      expect((await account.call('GET', events, { as: '2' })).json).toMatchObject({ totalResults: 3 });
      expect((await account.call('GET', events)).json).toMatchObject({ totalResults: 4 });
    });
  });

  describe('access', () => {
    it('needs a token that somebody has', async () => {
      for (const as of [null, 'nobody']) {
        const reply = await account.call('GET', events, { as });
        expect(reply.status).toBe(401);
        expect(reply.json).toMatchObject({ title: 'Unauthorized', ...errorOf('INVALID_LOGIN') });
      }
    });

    it('ends when a fault expires the token', async () => {
      account.sandbox.faults.add({ fault: 'expireToken' });
      expect((await account.call('GET', events)).status).toBe(401);
      expect((await account.call('GET', events)).status).toBe(401);
      expect((await account.call('GET', events, { as: '2' })).status).toBe(200);
    });

    it('needs the level of the Events permission that the method asks for', async () => {
      const id = await create();
      const statuses = [];
      for (const [method, path] of [
        ['GET', `${events}/${id}`],
        ['POST', events],
        ['PATCH', `${events}/${id}`],
        ['DELETE', `${events}/${id}`],
      ] as const) {
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: meeting };
        statuses.push((await account.call(method, path, { as: '3', ...body })).status);
      }
      expect(statuses).toEqual([200, 403, 403, 403]);
    });

    it('needs the permission for REST web services', async () => {
      const [guest] = [...account.sandbox.state.users.values()].slice(-1);
      if (guest === undefined) throw new Error('there is no guest');
      account.sandbox.state.users.set('3', { ...guest, permissions: { LIST_EVENT: 'FULL' } });
      const reply = await account.call('GET', events, { as: '3' });
      expect(reply.status).toBe(403);
      expect(reply.json).toMatchObject(errorOf('INSUFFICIENT_PERMISSION'));
    });
  });

  it.each([
    ['PUT', events, 405],
    ['PUT', `${events}/12`, 405],
    ['PATCH', events, 405],
    ['GET', '/services/rest/record/v1/task/1', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const reply = await account.call(method, path, method === 'GET' ? {} : { body: {} });
    expect(reply.status).toBe(status);
    expect(reply.json).toMatchObject({ status, ...errorOf('INVALID_REQUEST') });
  });

  it('tells the time from the clock of the sandbox', async () => {
    account.sandbox.clock.set(nowMs + 86_400_000);
    expect(await read(await create())).toMatchObject({ createdDate: '2026-03-11T12:00:00Z' });
  });
});
