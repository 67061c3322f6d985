import { startAccount, type Reply, type RunningAccount } from './small-account';

const events = '/services/rest/record/v1/calendarEvent';
const restlet = '/app/site/hosting/restlet.nl?script=1&deploy=1';

describe('the NetSuite sandbox', () => {
  let account: RunningAccount;

  beforeEach(async () => {
    account = await startAccount();
  });

  afterEach(() => account.close());

  const control = (method: string, path: string, body?: object): Promise<Reply> =>
    account.call(method, `/_sandbox/${path}`, { as: null, ...(body === undefined ? {} : { body }) });

  describe('with as many requests as the account may have', () => {
    /** Five requests that hold their place until the server closes. */
    async function occupy(): Promise<void> {
      account.sandbox.faults.add({ fault: 'slow', delayMs: 60_000, times: 5 });
      for (let i = 0; i < 5; i += 1) void account.call('GET', events).catch(() => undefined);
      while (account.sandbox.faults.pending().length > 0) await control('GET', 'faults');
    }

    it('answers REST with 429 and RESTlets with 400', async () => {
      await occupy();
      expect(await account.call('GET', events)).toMatchObject({
        status: 429,
        json: { status: 429, 'o:errorDetails': [{ 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' }] },
      });
      expect(await account.call('GET', restlet)).toMatchObject({
        status: 400,
        json: { error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' } },
      });
    });
  });

  it('serves one request after the other without ever reaching the limit', async () => {
    for (let i = 0; i < 12; i += 1) expect((await account.call('GET', events)).status).toBe(200);
  });

  it('words planned faults as the API that is asked does', async () => {
    await control('POST', 'faults', { fault: '503', times: 2 });
    expect((await account.call('GET', events)).json).toMatchObject({
      status: 503,
      'o:errorDetails': [{ 'o:errorCode': 'UNEXPECTED_ERROR' }],
    });
    expect((await account.call('GET', restlet)).json).toMatchObject({ error: { code: 'UNEXPECTED_ERROR' } });
    await control('POST', 'faults', { fault: 'limitExceeded', times: 2 });
    expect((await account.call('GET', events)).status).toBe(429);
    expect((await account.call('GET', restlet)).json).toMatchObject({
      error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' },
    });
  });

  it('is driven over HTTP: switches by name and value', async () => {
    expect((await control('PATCH', 'switches', { restTimesIn: 'company' })).json).toMatchObject({
      restTimesIn: 'company',
      searchTimesIn: 'reader-zone',
    });
    const wrong = await control('PATCH', 'switches', { restTimesIn: 'moon', speed: 1 });
    expect(wrong.status).toBe(400);
    expect(wrong.json).toEqual({
      error: 'Switch "restTimesIn" is one of ["user","company","pacific"]. There is no switch "speed".',
    });
  });

  it('goes back to its start with a reset, in the same maps', async () => {
    const { sandbox } = account;
    const { events: map } = sandbox.state;
    const meeting = { title: 'x', startDate: '2026-03-17', startTime: '09:00', endTime: '10:00' };
    await account.call('POST', events, { body: meeting });
    sandbox.setSwitches({ intl: 'present' });
    sandbox.faults.add({ fault: '500' });
    sandbox.clock.advance(5000);
    const nowMs = sandbox.clock.nowMs();
    expect((await control('GET', 'state')).json).toMatchObject({ accountId: 'TSTDRV1', events: 1, users: 3 });
    expect((await control('POST', 'reset')).json).toMatchObject({ events: 0 });
    expect(sandbox.state.events).toBe(map);
    expect(sandbox.switches().intl).toBe('absent');
    expect(sandbox.faults.pending()).toEqual([]);
    expect(sandbox.journal.entries()).toEqual([]);
    expect(sandbox.clock.nowMs()).toBe(nowMs - 5000);
  });

  it('lists every route of its APIs with where the knowledge comes from', async () => {
    const { json } = await control('GET', 'ledger');
    const routes = account.sandbox.ledger.entries();
    expect(json).toEqual({ routes });
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'delete /app/site/hosting/restlet.nl',
      `delete ${events}/:id`,
      'get /app/login/oauth2/authorize.nl',
      'get /app/site/hosting/restlet.nl',
      `get ${events}`,
      `get ${events}/:id`,
      `get ${events}/:id/attendee`,
      `get ${events}/:id/attendee/:line`,
      `patch ${events}/:id`,
      'post /app/login/oauth2/authorize.nl',
      'post /app/site/hosting/restlet.nl',
      'post /services/rest/auth/oauth2/v1/revoke',
      'post /services/rest/auth/oauth2/v1/token',
      `post ${events}`,
      'put /app/site/hosting/restlet.nl',
      `put ${events}/:id`,
    ]);
  });

  it('has nothing else', async () => {
    expect((await account.call('GET', '/app/center/card.nl')).status).toBe(404);
  });
});
