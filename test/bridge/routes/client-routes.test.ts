import { SignJWT } from 'jose';
import { deriveBridgeKeys } from '../../../bridge/sessions/bridge-keys';
import { failureIn, contactsIn, listIn, recordIn } from '../checked-envelope';
import { NEW_EVENT_ID, rowOf, startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { SECRET, startApp, type RunningApp } from '../running-app';

const NOT_SIGNED_IN = 'Please go to Settings and authorize CRM platform';

let fake: FakeNetSuite;
let app: RunningApp;

beforeEach(async () => {
  fake = await startFakeNetSuite();
  app = await startApp(fake);
});
afterEach(async () => {
  await app.close();
  await fake.close();
});

const signed = (claims: object, { secret = SECRET, alg = 'HS256', expires = '1h' } = {}): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(deriveBridgeKeys({ secret }).clientTokens[0]);

const listWith = (token: string) =>
  app.send('GET', '/appointments', { headers: { authorization: `Bearer ${token}` } });

describe('signing in as the App Connect client', () => {
  it('takes a valid token in the header or, as older clients send it, in the query', async () => {
    const token = await signed({ id: '5-netsuite', platform: 'netsuite' }, { expires: '14d' });
    expect((await listWith(token)).status).toBe(200);
    const legacy = await app.send('GET', `/appointments?jwtToken=${token}`);
    expect(listIn(legacy.body).appointments).toHaveLength(1);
    expect(app.log.join()).not.toContain(token);
  });

  it('renews a token that ends within a week', async () => {
    const near = await listWith(await signed({ id: '5-netsuite', platform: 'netsuite' }, { expires: '6d' }));
    const renewed = String(near.headers['x-refreshed-jwt-token']);
    expect((await listWith(renewed)).status).toBe(200);
    const far = await listWith(await signed({ id: '5-netsuite', platform: 'netsuite' }, { expires: '8d' }));
    expect(far.headers['x-refreshed-jwt-token']).toBeUndefined();
  });

  it.each<[string, () => Promise<string>]>([
    ['is missing', async () => ''],
    ['is no token', async () => 'abc.def.ghi'],
    ['has expired', () => signed({ id: '5-netsuite', platform: 'netsuite' }, { expires: '1s ago' })],
    [
      'is signed by somebody else',
      () => signed({ id: '5-netsuite', platform: 'netsuite' }, { secret: 'x'.repeat(40) }),
    ],
    ['is signed another way', () => signed({ id: '5-netsuite', platform: 'netsuite' }, { alg: 'HS512' })],
    ['is of no session', () => signed({ id: '6-netsuite', platform: 'netsuite' })],
    ['is of another platform', () => signed({ id: '5-netsuite', platform: 'clio' })],
    ['names nobody', () => signed({})],
  ])('answers with the words that sign the client out when the token %s', async (_how, token) => {
    const { status, text, headers } = await listWith(await token());
    expect([status, text]).toEqual([400, NOT_SIGNED_IN]);
    expect(headers['content-type']).toMatch('text/plain');
    expect(fake.requests).toHaveLength(0);
  });

  it('takes no token that is not signed at all', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ id: '5-netsuite', platform: 'netsuite', exp: 9_999_999_999 });
    expect((await listWith(`${part({ alg: 'none' })}.${claims}.`)).text).toBe(NOT_SIGNED_IN);
  });
});

describe('the routes of the App Connect client', () => {
  it('lists the user’s own appointments although the client always says mineOnly=false', async () => {
    const answer = await app.asClient('GET', '/appointments?range=upcoming&mineOnly=false&forceSync=true');
    expect(answer.status).toBe(200);
    expect(listIn(answer.body).appointments.map(({ id }) => id)).toEqual(['77']);
    expect(fake.requests[0]?.query['mineOnly']).toBe('true');
    expect(fake.requests[0]?.headers.authorization).toBe('Bearer CRM-TOKEN');
  });

  it('says what of a list could not be read', async () => {
    fake.rows.push({ id: '78' });
    const { appointments, skipped, returnMessage } = listIn(
      (await app.asClient('GET', '/appointments')).body,
    );
    expect([appointments.length, skipped]).toEqual([1, 1]);
    expect(returnMessage).toMatchObject({ messageType: 'warning' });
    expect(returnMessage?.message).toContain('One appointment');
  });

  it('creates from exactly what the client sends', async () => {
    const answer = await app.asClient('POST', '/appointments', {
      body: {
        participantName: 'Carl Contact',
        contactId: '',
        contactType: '',
        contacts: [{ id: '31', type: 'contact', name: 'Carl Contact', email: 'c@x.io', emailChecked: true }],
        summary: 'Talk about\nthe offer',
        startTimeUtc: '2026-07-20T22:00:00.000Z',
        durationMinutes: 30,
        status: 'scheduled',
      },
    });
    expect(answer.status).toBe(200);
    expect(recordIn(answer.body).appointmentId).toBe(NEW_EVENT_ID);
    expect(fake.writes()[0]?.body).toMatchObject({
      title: 'Talk about',
      message: 'Talk about\nthe offer',
      startTime: '15:00:00',
      endTime: '15:30:00',
      attendee: { items: [{ attendee: { id: '31' } }] },
      externalId: expect.stringMatching(/^app-connect-[0-9a-f-]{36}$/),
    });
  });

  it('edits from exactly what the client sends', async () => {
    const person = { id: '31', type: 'contact', name: 'Carl Contact' };
    const answer = await app.asClient('PATCH', '/appointments/77', {
      body: {
        participantName: 'Carl Contact',
        summary: 'Bring the numbers',
        startTime: '2026-07-20T22:00:00.000Z',
        durationMinutes: 60,
        contactId: '31',
        contactType: 'contact',
        contacts: [person],
        attendees: [person],
        attendeeIds: ['31'],
        title: 'Yearly review',
        status: 'canceled',
      },
    });
    expect(recordIn(answer.body).appointmentId).toBe('77');
    expect(fake.writes()[0]?.body).toEqual({ title: 'Yearly review', status: { id: 'CANCELLED' } });
  });

  it('takes bodies in App Connect’s wrappers too', async () => {
    const payload = {
      title: 'x',
      summary: '',
      startTimeUtc: '2026-07-20T22:00:00+00:00',
      durationMinutes: 30,
    };
    recordIn((await app.asClient('POST', '/appointments', { body: { payload } })).body);
    recordIn((await app.asClient('PATCH', '/appointments/77', { body: { patch: { title: 'y' } } })).body);
    expect(fake.writes()).toHaveLength(2);
  });

  it.each([
    ['null, as axios sends it', { body: 'null' }],
    ['nothing', {}],
    ['nothing, as a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ])('confirms and cancels with a body of %s', async (_what, sent) => {
    recordIn((await app.asClient('POST', '/appointments/77/confirm', sent)).body);
    recordIn((await app.asClient('POST', '/appointments/77/cancel', sent)).body);
    expect(fake.writes().map(({ body }) => body)).toEqual([
      { status: { id: 'CONFIRMED' } },
      { status: { id: 'CANCELLED' } },
    ]);
  });

  it('sets a status, refreshes and searches', async () => {
    const status = await app.asClient('POST', '/appointments/77/status', { body: { status: 'Canceled' } });
    expect(recordIn(status.body).appointmentId).toBe('77');
    expect(fake.writes()[0]?.body).toEqual({ status: { id: 'CANCELLED' } });
    const refreshed = await app.asClient('GET', '/appointments/77/refresh');
    expect(recordIn(refreshed.body).appointment.title).toBe('Quarterly review');
    fake.people.push({ id: '31', name: 'Carl', type: 'contact', email: '', phone: '', company: '' });
    const found = await app.asClient('GET', '/custom/contact/search?name=car');
    expect(contactsIn(found.body).contact.map(({ id }) => id)).toEqual(['31']);
  });

  it('answers every failure with 200, because the client reads messages only from there', async () => {
    fake.intercept = () => ({ status: 429, headers: { 'retry-after': '7' } });
    const answer = await app.asClient('GET', '/appointments');
    expect([answer.status, answer.headers['retry-after']]).toEqual([200, '7']);
    expect(failureIn(answer.body)).toMatchObject({
      errorCode: 'rate_limited',
      retryable: true,
      retryAfterMs: 7000,
      returnMessage: { messageType: 'danger' },
    });
  });

  it('takes a key and a version, and says in the body what the status says to servers', async () => {
    const refreshed = await app.asClient('GET', '/appointments/77/refresh');
    expect(refreshed.headers['etag']).toBe(`"${recordIn(refreshed.body).appointment.version}"`);
    const rename = async (title: string, headers: Readonly<Record<string, string>>) =>
      app.asClient('PATCH', '/appointments/77', { body: { title }, headers });
    const stale = await rename('x', { 'if-match': '"stale"' });
    expect([stale.status, failureIn(stale.body).httpStatus]).toEqual([200, 412]);
    recordIn((await rename('x', { 'idempotency-key': 'k' })).body);
    recordIn((await rename('x', { 'idempotency-key': 'k' })).body);
    expect(fake.writes()).toHaveLength(1);
    const other = await rename('y', { 'idempotency-key': 'k' });
    expect([other.status, failureIn(other.body).httpStatus]).toEqual([200, 422]);
  });

  it('has the client end its CRM session when NetSuite no longer takes the sign-in', async () => {
    fake.intercept = () => ({ status: 401 });
    const { status, body } = await app.asClient('GET', '/appointments');
    expect(status).toBe(401);
    expect(body).toMatchObject({ successful: false, errorCode: 'CRM_SESSION_REVOKED' });
    failureIn({ ...Object(body), errorCode: 'unauthenticated' });
  });

  it('names every wrong field of a body, under the headline App Connect knows', async () => {
    const { status, body } = await app.asClient('POST', '/appointments', {
      body: {
        title: 'x',
        startTimeUtc: '2026-07-20 15:00',
        durationMinutes: 0,
        contacts: [{}],
        color: 'red',
      },
    });
    const failure = failureIn(body);
    expect(status).toBe(200);
    expect(failure).toMatchObject({
      errorCode: 'invalid_request',
      error: 'Invalid appointment create request',
      returnMessage: { messageType: 'warning' },
    });
    expect(failure.details?.map(({ path }) => path).sort()).toEqual([
      'color',
      'contacts.0',
      'durationMinutes',
      'startTimeUtc',
    ]);
    expect(failure.returnMessage.message).toMatch(/startTimeUtc: must be an ISO-8601 time.*; and 1 more\.$/);
  });

  it.each([
    ['POST', '/appointments', '[]'],
    ['POST', '/appointments', 'null'],
    ['POST', '/appointments', '"text"'],
    ['PATCH', '/appointments/77', '7'],
    ['PATCH', '/appointments/77', '{}'],
    ['POST', '/appointments/77/status', 'null'],
  ])('takes no body for a change that is none: %s %s %s', async (method, path, body) => {
    const answer = await app.asClient(method, path, { body });
    expect(failureIn(answer.body).errorCode).toBe('invalid_request');
    expect(fake.requests).toHaveLength(0);
  });

  it.each(['range=past&range=upcoming', 'startDate=2026-07-01&startDate=2026-07-02', 'x=1&x=2'])(
    'refuses a parameter that is given twice: %s',
    async (query) => {
      const failure = failureIn((await app.asClient('GET', `/appointments?${query}`)).body);
      expect(failure.errorCode).toBe('invalid_request');
      expect(failure.details?.[0]?.path).toBe(query.split('=')[0]);
      expect(fake.requests).toHaveLength(0);
    },
  );

  it('refuses a range that is none', async () => {
    const { body } = await app.asClient('GET', '/appointments?startDate=2026-07-31&endDate=2026-07-01');
    expect(failureIn(body)).toMatchObject({ error: 'Invalid appointment date range' });
  });

  it.each(['..%2Fcontacts%2F5', '77%2F..%2F..%2Fcustomer%2F5', '5%3Fx', '5.json', '%20', '5%00', '5%23'])(
    'reaches no other record by the id %s',
    async (id) => {
      const answers = await Promise.all([
        app.asClient('GET', `/appointments/${id}/refresh`),
        app.asClient('PATCH', `/appointments/${id}`, { body: { title: 'x' } }),
        app.asClient('POST', `/appointments/${id}/confirm`),
        app.asClient('POST', `/appointments/${id}/cancel`),
        app.asClient('POST', `/appointments/${id}/status`, { body: { status: 'confirmed' } }),
      ]);
      for (const { status, body } of answers) {
        expect([status, failureIn(body).errorCode]).toEqual([200, 'invalid_request']);
      }
      expect(fake.requests).toHaveLength(0);
    },
  );

  it('never says the words that sign the client out in another message', async () => {
    fake.rows[0] = rowOf({ id: '78' });
    const answers = await Promise.all([
      app.asClient('GET', '/appointments/77/refresh'),
      app.asClient('GET', '/appointments?startDate=x'),
      app.asClient('GET', '/nowhere'),
    ]);
    for (const { text } of answers) expect(text).not.toContain('authorize CRM platform');
  });
});
