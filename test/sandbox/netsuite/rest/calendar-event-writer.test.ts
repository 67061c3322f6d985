import {
  createEvent,
  errorDetails,
  eventsPath,
  meeting,
  readEvent,
  startAccount,
  type Reply,
  type RunningAccount,
} from '../small-account';

describe('writing calendar events through REST', () => {
  let account: RunningAccount;

  beforeEach(async () => {
    account = await startAccount();
  });

  afterEach(() => account.close());

  const post = (body: object): Promise<Reply> => account.call('POST', eventsPath, { body });

  describe('creating', () => {
    it('answers 204 with the place of the new record and no body', async () => {
      const reply = await post(meeting);
      expect(reply.status).toBe(204);
      expect(reply.text).toBe('');
      const location = reply.headers.get('location') ?? '';
      expect(location).toMatch(new RegExp(`^${account.baseUrl}${eventsPath}/\\d+$`));
      expect((await account.call('GET', new URL(location).pathname)).status).toBe(200);
    });

    it('takes times in the zone of the user and gives them back as HH:mm', async () => {
      const id = await createEvent(account);
      expect(account.sandbox.state.events.get(id)?.occurrences).toEqual([
        { startMs: Date.UTC(2026, 2, 17, 16), endMs: Date.UTC(2026, 2, 17, 16, 45) },
      ]);
      expect(await readEvent(account, id)).toMatchObject({
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
      expect(await readEvent(account, id, '', '2')).toMatchObject({ startTime: '12:00', endTime: '12:45' });
    });

    it.each([
      ['company', Date.UTC(2026, 2, 17, 8)],
      ['pacific', Date.UTC(2026, 2, 17, 16)],
    ] as const)('takes times in the zone that the switch names: %s', async (restTimesIn, startMs) => {
      account.sandbox.setSwitches({ restTimesIn });
      const id = await createEvent(account, {}, '2');
      expect(account.sandbox.state.events.get(id)?.occurrences[0].startMs).toBe(startMs);
      expect(await readEvent(account, id, '', '3')).toMatchObject({ startTime: '09:00' });
    });

    it('has an all-day event from 8 to 6 on its date, for readers everywhere', async () => {
      const id = await createEvent(account, { allDayEvent: true, startTime: undefined, endTime: undefined });
      const allDay = { allDayEvent: true, startDate: '2026-03-17', startTime: '08:00', endTime: '18:00' };
      expect(await readEvent(account, id)).toMatchObject(allDay);
      expect(await readEvent(account, id, '', '3')).toMatchObject(allDay);
    });

    it('understands all three ways to write a choice', async () => {
      for (const status of ['TENTATIVE', { id: 'TENTATIVE' }, { refName: 'Tentative' }]) {
        expect(await readEvent(account, await createEvent(account, { status }))).toMatchObject({
          status: { id: 'TENTATIVE' },
        });
      }
    });

    it('moves a time that the clock skips forward, with its length', async () => {
      const id = await createEvent(account, {
        startDate: '2026-03-08',
        startTime: '02:30',
        endTime: '03:00',
      });
      expect(await readEvent(account, id)).toMatchObject({ startTime: '03:30', endTime: '04:00' });
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
        ...errorDetails('INVALID_CONTENT', { 'o:errorPath': path }),
      });
      expect(account.sandbox.state.events.size).toBe(0);
    });

    it('says that an event cannot extend past midnight', async () => {
      const reply = await post({ ...meeting, startTime: '23:00', endTime: '01:00' });
      expect(reply.json).toMatchObject(
        errorDetails('INVALID_CONTENT', { detail: expect.stringContaining('midnight') }),
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
      expect(reply.json).toMatchObject(errorDetails('INVALID_KEY_OR_REF', { 'o:errorPath': path }));
    });

    it.each([
      ['{', { 'content-type': 'application/json' }, 400, 'INVALID_CONTENT'],
      ['[]', { 'content-type': 'application/json' }, 400, 'INVALID_CONTENT'],
      ['title=Demo', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'INVALID_HEADER'],
    ])('refuses the body %s', async (body, headers, status, code) => {
      const reply = await account.call('POST', eventsPath, { body, headers });
      expect(reply.status).toBe(status);
      expect(reply.json).toMatchObject(errorDetails(code));
    });
  });

  describe('changing', () => {
    it('changes what is given, keeps the rest and says when', async () => {
      const id = await createEvent(account, { message: 'Hello', location: 'Zoom' });
      account.sandbox.clock.advance(60_000);
      const reply = await account.call('PATCH', `${eventsPath}/${id}`, {
        body: { status: { id: 'CANCELLED' } },
      });
      expect(reply.status).toBe(204);
      expect(reply.headers.get('location')).toMatch(new RegExp(`/calendarEvent/${id}$`));
      expect(await readEvent(account, id)).toMatchObject({
        status: { id: 'CANCELLED' },
        title: 'Demo',
        message: 'Hello',
        location: 'Zoom',
        startTime: '09:00',
        lastModifiedDate: '2026-03-10T12:01:00Z',
      });
    });

    it('empties a text with null', async () => {
      const id = await createEvent(account, { message: 'Hello' });
      await account.call('PATCH', `${eventsPath}/${id}`, { body: { message: null } });
      expect(await readEvent(account, id)).not.toHaveProperty('message');
    });

    it('combines new times with the ones that stay', async () => {
      const id = await createEvent(account);
      await account.call('PATCH', `${eventsPath}/${id}`, { body: { startDate: '2026-11-03' } });
      expect(await readEvent(account, id)).toMatchObject({
        startDate: '2026-11-03',
        startTime: '09:00',
        endTime: '09:45',
      });
      const refused = await account.call('PATCH', `${eventsPath}/${id}`, { body: { startTime: '10:00' } });
      expect(refused.json).toMatchObject(errorDetails('INVALID_CONTENT', { 'o:errorPath': 'endTime' }));
      expect(await readEvent(account, id)).toMatchObject({ startTime: '09:00' });
    });

    it('moves the occurrences of a series by the clock, across a change of the clock too', async () => {
      const id = await createEvent(account, {
        startDate: '2026-03-01',
        startTime: '09:00',
        endTime: '09:45',
      });
      const event = account.sandbox.state.events.get(id);
      if (event === undefined) throw new Error('the event is gone');
      const weekLater = { startMs: Date.UTC(2026, 2, 8, 16), endMs: Date.UTC(2026, 2, 8, 16, 45) };
      account.sandbox.state.events.set(id, { ...event, occurrences: [event.occurrences[0], weekLater] });
      await account.call('PATCH', `${eventsPath}/${id}`, { body: { startTime: '10:00', endTime: '11:00' } });
      expect(account.sandbox.state.events.get(id)?.occurrences).toEqual([
        { startMs: Date.UTC(2026, 2, 1, 18), endMs: Date.UTC(2026, 2, 1, 19) },
        { startMs: Date.UTC(2026, 2, 8, 17), endMs: Date.UTC(2026, 2, 8, 18) },
      ]);
    });

    it('deletes with 204, once', async () => {
      const id = await createEvent(account);
      expect((await account.call('DELETE', `${eventsPath}/${id}`)).status).toBe(204);
      expect((await account.call('DELETE', `${eventsPath}/${id}`)).status).toBe(404);
      expect(await createEvent(account)).not.toBe(id);
    });
  });

  describe('external ids', () => {
    it('are refused when they are in use', async () => {
      await createEvent(account, { externalId: 'a-1' });
      const reply = await post({ ...meeting, externalId: 'a-1' });
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject(errorDetails('INVALID_CONTENT', { 'o:errorPath': 'externalId' }));
    });

    it('create a record with PUT the first time and change it the second', async () => {
      const put = (body: object): Promise<Reply> => account.call('PUT', `${eventsPath}/eid:a-1`, { body });
      const first = await put(meeting);
      const second = await put({ title: 'Changed' });
      expect([first.status, second.status]).toEqual([204, 204]);
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect(await readEvent(account, 'eid:a-1')).toMatchObject({
        externalId: 'a-1',
        title: 'Changed',
        startTime: '09:00',
      });
      expect(account.sandbox.state.events.size).toBe(1);
    });
  });
});
