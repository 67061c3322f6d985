import {
  createEvent,
  errorDetails,
  eventsPath,
  meeting,
  nowMs,
  readEvent,
  startAccount,
  type Reply,
  type RunningAccount,
} from '../small-account';

describe('the REST Record API for calendarEvent', () => {
  let account: RunningAccount;

  beforeEach(async () => {
    account = await startAccount();
  });

  afterEach(() => account.close());

  const post = (body: object): Promise<Reply> => account.call('POST', eventsPath, { body });

  describe('property names it does not know', () => {
    const body = { ...meeting, startdate: '2026-01-01' };

    it('are reported in a warning by default', async () => {
      const reply = await post(body);
      expect(reply.status).toBe(204);
      expect(reply.headers.get('warning')).toContain('startdate');
    });

    it('are refused or passed over when the header says so', async () => {
      const name = 'X-NetSuite-PropertyNameValidation';
      const refused = await account.call('POST', eventsPath, { body, headers: { [name]: 'Error' } });
      expect(refused.json).toMatchObject(errorDetails('INVALID_CONTENT', { 'o:errorPath': 'startdate' }));
      const passed = await account.call('POST', eventsPath, { body, headers: { [name]: 'Ignore' } });
      expect(passed.status).toBe(204);
      expect(passed.headers.has('warning')).toBe(false);
      expect((await account.call('POST', eventsPath, { body, headers: { [name]: 'Loud' } })).status).toBe(
        400,
      );
    });
  });

  describe('reading', () => {
    it('ignores the case of the record type', async () => {
      const id = await createEvent(account);
      expect((await account.call('GET', `/services/rest/record/v1/calendarevent/${id}`)).status).toBe(200);
    });

    it('gives only the fields asked for, and choices as plain ids', async () => {
      const id = await createEvent(account, { status: 'TENTATIVE' });
      expect(await readEvent(account, id, '?fields=status,title&simpleEnumFormat=true')).toEqual({
        links: [{ rel: 'self', href: `${account.baseUrl}${eventsPath}/${id}` }],
        status: 'TENTATIVE',
        title: 'Demo',
      });
    });

    it('has the content type of a single resource', async () => {
      const reply = await account.call('GET', `${eventsPath}/${await createEvent(account)}`);
      expect(reply.headers.get('content-type')).toContain(
        'application/vnd.oracle.resource+json; type=singular',
      );
    });

    it('does not know a record that is not there', async () => {
      const reply = await account.call('GET', `${eventsPath}/404`);
      expect(reply.status).toBe(404);
      expect(reply.json).toMatchObject({ title: 'Not Found', ...errorDetails('NONEXISTENT_ID') });
    });

    it('shows a private event to its owner and the invited only', async () => {
      const id = await createEvent(account, {
        accessLevel: 'PRIVATE',
        attendee: { items: [{ attendee: { id: '3' } }] },
      });
      const statusFor = async (as: string): Promise<number> =>
        (await account.call('GET', `${eventsPath}/${id}`, { as })).status;
      expect([await statusFor('1'), await statusFor('2'), await statusFor('3')]).toEqual([200, 404, 200]);
      expect((await account.call('DELETE', `${eventsPath}/${id}`, { as: '2' })).status).toBe(404);
    });
  });

  describe('access', () => {
    it('needs a token that somebody has', async () => {
      for (const as of [null, 'nobody']) {
        const reply = await account.call('GET', eventsPath, { as });
        expect(reply.status).toBe(401);
        expect(reply.json).toMatchObject({ title: 'Unauthorized', ...errorDetails('INVALID_LOGIN') });
      }
    });

    it('ends when a fault expires the token', async () => {
      account.sandbox.faults.add({ fault: 'expireToken' });
      expect((await account.call('GET', eventsPath)).status).toBe(401);
      expect((await account.call('GET', eventsPath)).status).toBe(401);
      expect((await account.call('GET', eventsPath, { as: '2' })).status).toBe(200);
    });

    it('needs the level of the Events permission that the method asks for', async () => {
      const id = await createEvent(account);
      const statuses = [];
      for (const [method, path] of [
        ['GET', `${eventsPath}/${id}`],
        ['POST', eventsPath],
        ['PATCH', `${eventsPath}/${id}`],
        ['DELETE', `${eventsPath}/${id}`],
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
      const reply = await account.call('GET', eventsPath, { as: '3' });
      expect(reply.status).toBe(403);
      expect(reply.json).toMatchObject(errorDetails('INSUFFICIENT_PERMISSION'));
    });
  });

  it.each([
    ['PUT', eventsPath, 405],
    ['PUT', `${eventsPath}/12`, 405],
    ['PATCH', eventsPath, 405],
    ['GET', '/services/rest/record/v1/task/1', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const reply = await account.call(method, path, method === 'GET' ? {} : { body: {} });
    expect(reply.status).toBe(status);
    expect(reply.json).toMatchObject({ status, ...errorDetails('INVALID_REQUEST') });
  });

  it('tells the time from the clock of the sandbox', async () => {
    account.sandbox.clock.set(nowMs + 86_400_000);
    expect(await readEvent(account, await createEvent(account))).toMatchObject({
      createdDate: '2026-03-11T12:00:00Z',
    });
  });
});
