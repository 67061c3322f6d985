import crypto from 'node:crypto';
import { z } from 'zod';
import { operations } from '../../../src/contract/operations';
import { contactsIn, failureIn, listIn, recordIn } from '../checked-envelope';
import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { startApp, type RunningApp } from '../running-app';

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

describe('the routes for other servers', () => {
  it('serve every operation of the contract with the same envelopes', async () => {
    const create = { title: 'x', startTimeUtc: '2026-07-20T22:00:00Z', durationMinutes: 30 };
    listIn((await app.asServer('GET', '/appointments')).body);
    recordIn((await app.asServer('POST', '/appointments', { body: create })).body);
    recordIn((await app.asServer('PATCH', '/appointments/77', { body: { title: 'y' } })).body);
    recordIn((await app.asServer('POST', '/appointments/77/status', { body: { status: 'confirmed' } })).body);
    recordIn((await app.asServer('GET', '/appointments/77/refresh')).body);
    recordIn((await app.asServer('POST', '/appointments/77/confirm')).body);
    recordIn((await app.asServer('POST', '/appointments/77/cancel')).body);
    contactsIn((await app.asServer('GET', '/contacts?name=carl')).body);
    expect(Object.keys(operations)).toHaveLength(8);
  });

  it('pass the credential on, and nothing else of the caller', async () => {
    await app.asServer('GET', '/appointments', { headers: { cookie: 'a=b', 'x-forwarded-for': '1.2.3.4' } });
    expect(fake.requests[0]?.headers).toMatchObject({ authorization: 'Bearer CRM-TOKEN' });
    expect(fake.requests[0]?.headers).not.toHaveProperty('cookie');
    expect(fake.requests[0]?.headers).not.toHaveProperty('x-forwarded-for');
  });

  it('take everybody’s events at their word where no tab is named', async () => {
    await app.asServer('GET', '/appointments?mineOnly=false');
    expect(fake.requests[0]?.query['mineOnly']).toBe('false');
  });

  it('count days in the zone of the header, and refuse one that is none', async () => {
    const path = '/appointments?startDate=2026-07-20&endDate=2026-07-20';
    await app.asServer('GET', path, { headers: { 'x-crm-time-zone': 'Asia/Tokyo' } });
    expect(fake.requests[0]?.query).toMatchObject({ startDate: '2026-07-19', endDate: '2026-07-21' });
    const { status, body } = await app.asServer('GET', path, { headers: { 'x-crm-time-zone': 'Mars/Base' } });
    expect(status).toBe(400);
    expect(failureIn(body).details?.[0]?.path).toBe('x-crm-time-zone');
    expect(fake.requests).toHaveLength(1);
  });

  it('make the event’s external id of the user and the Idempotency-Key', async () => {
    const body = { title: 'x', startTimeUtc: '2026-07-20T22:00:00Z', durationMinutes: 30 };
    const create = async (user: string, key: string) =>
      app.asServer('POST', '/appointments', {
        body,
        headers: { 'idempotency-key': key, 'x-crm-user-id': user },
      });
    await create('5', 'order 7/../a');
    await create('5', 'order 8');
    await create('6', 'order 7/../a');
    const bodySchema = z.object({ externalId: z.string().regex(/^app-connect-[0-9a-f]{64}$/) });
    const ids = fake.writes().map((write) => bodySchema.parse(write.body).externalId);
    expect(new Set(ids).size).toBe(3);
  });

  it('tell the version as ETag, and change no other version than that of If-Match', async () => {
    const { headers, body } = await app.asServer('GET', '/appointments/77/refresh');
    expect(headers['etag']).toBe(`"${recordIn(body).appointment.version}"`);
    const edit = async (ifMatch: string) =>
      app.asServer('PATCH', '/appointments/77', { body: { title: 'y' }, headers: { 'if-match': ifMatch } });
    const refused = await edit('"0123456789abcdef"');
    expect(refused.status).toBe(412);
    expect(refused.headers['etag']).toBe(headers['etag']);
    expect(failureIn(refused.body)).toMatchObject({ errorCode: 'conflict', appointment: { id: '77' } });
    expect(fake.writes()).toHaveLength(0);
    expect((await edit(String(headers['etag']))).status).toBe(200);
    expect((await edit('*')).status).toBe(200);
  });

  it.each(['""', '"a", "b"', 'a b', '"a'])('answer 400 to If-Match: %s', async (ifMatch) => {
    const answer = await app.asServer('POST', '/appointments/77/cancel', {
      headers: { 'if-match': ifMatch },
    });
    expect([answer.status, failureIn(answer.body).details?.[0]?.path]).toEqual([400, 'If-Match']);
    expect(fake.writes()).toHaveLength(0);
  });

  it('answer 422 to a key that was used for another request, and the first answer to the same', async () => {
    const cancel = async (id: string) =>
      app.asServer('POST', `/appointments/${id}/cancel`, { headers: { 'idempotency-key': 'k' } });
    const first = await cancel('77');
    const again = await cancel('77');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(recordIn(again.body).appointmentId).toBe('77');
    expect(fake.writes()).toHaveLength(1);
    const other = await cancel('78');
    expect(other.status).toBe(422);
    expect(failureIn(other.body)).toMatchObject({
      errorCode: 'invalid_request',
      error: 'Invalid appointment id',
      details: [{ path: 'Idempotency-Key', message: 'was used for another request' }],
    });
  });

  it('answer 409 with Retry-After to a key whose request still runs', async () => {
    const confirm = async () =>
      app.asServer('POST', '/appointments/77/confirm', { headers: { 'idempotency-key': 'k' } });
    const answers = await Promise.all([confirm(), confirm()]);
    const [refused] = answers.filter(({ status }) => status !== 200);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(refused?.headers['retry-after']).toBe('1');
    expect(failureIn(refused?.body)).toMatchObject({ errorCode: 'conflict', retryable: true });
  });

  it('answer 401 without a credential, and send nothing', async () => {
    const { status, body } = await app.send('GET', '/connectors/netsuite/appointments');
    expect([status, failureIn(body).errorCode]).toEqual([401, 'unauthenticated']);
    expect(fake.requests).toHaveLength(0);
  });

  it.each(['evil.example.com', '1234567.app.netsuite.com.evil.example'])(
    'answer 400 for the host %s, and send nothing',
    async (hostname) => {
      const { status, body } = await app.asServer('GET', '/appointments', {
        headers: { 'x-crm-hostname': hostname },
      });
      expect(status).toBe(400);
      expect(failureIn(body).returnMessage.message).toContain('x-crm-hostname');
      expect(fake.requests).toHaveLength(0);
    },
  );

  it.each(['salesforce', '__proto__', 'NETSUITE'])('answer 404 for %s', async (platform) => {
    const { status, body } = await app.send('GET', `/connectors/${platform}/appointments`, {
      headers: { authorization: 'Bearer x' },
    });
    expect(status).toBe(404);
    expect(failureIn(body)).toMatchObject({ errorCode: 'unsupported', httpStatus: 404 });
  });

  it.each([
    [401, 401, 'unauthenticated'],
    [403, 403, 'forbidden'],
    [404, 404, 'not_found'],
    [409, 409, 'conflict'],
    [400, 400, 'invalid_request'],
    [429, 429, 'rate_limited'],
    [500, 503, 'upstream_unavailable'],
    [302, 502, 'upstream_invalid'],
  ])('turn %i of NetSuite into %i %s', async (upstream, status, code) => {
    fake.intercept = () => ({ status: upstream, headers: { 'retry-after': '3' } });
    const answer = await app.asServer('GET', '/appointments');
    expect([answer.status, failureIn(answer.body).errorCode]).toEqual([status, code]);
    expect(answer.headers['retry-after']).toBe('3');
  });

  it('say when it is not known whether a change was saved', async () => {
    fake.intercept = ({ method }) => (method === 'PATCH' ? 'drop' : undefined);
    const { status, body } = await app.asServer('POST', '/appointments/77/confirm');
    expect(status).toBe(502);
    expect(failureIn(body)).toMatchObject({
      errorCode: 'ambiguous_write',
      retryable: false,
      appointmentId: '77',
    });
  });

  it.each(['..%2Fcontacts%2F5', '77%2F..%2F..%2Fcustomer%2F5', '5%3Fx', '5.json'])(
    'reach no other record by the id %s',
    async (id) => {
      const { status, body } = await app.asServer('POST', `/appointments/${id}/cancel`);
      expect([status, failureIn(body).errorCode]).toEqual([400, 'invalid_request']);
      expect(fake.requests).toHaveLength(0);
    },
  );
});

describe('the API key of the bridge', () => {
  let guarded: RunningApp;

  beforeEach(async () => {
    guarded = await startApp(fake, { apiKey: 'the-key' });
  });
  afterEach(() => guarded.close());

  it('lets in who has it', async () => {
    listIn((await guarded.asServer('GET', '/appointments')).body);
  });

  it.each(['', 'the-kex', 'the-key-and-more'])('keeps out "%s", and sends nothing', async (key) => {
    const { status, body } = await guarded.asServer('GET', '/appointments', {
      headers: { 'x-bridge-api-key': key },
    });
    expect([status, failureIn(body).errorCode]).toEqual([401, 'unauthenticated']);
    expect(fake.requests).toHaveLength(0);
  });

  it.each(['x', 'the-kex', 'the-key', 'the-key-and-more'])(
    'is compared with "%s" in a time that tells nothing of either',
    async (key) => {
      const compare = jest.spyOn(crypto, 'timingSafeEqual');
      await guarded.asServer('GET', '/appointments', { headers: { 'x-bridge-api-key': key } });
      expect(compare.mock.calls.map((compared) => compared.map(({ byteLength }) => byteLength))).toEqual([
        [32, 32],
      ]);
      compare.mockRestore();
    },
  );

  it('is not asked of the App Connect client', async () => {
    expect((await guarded.asClient('GET', '/appointments')).status).toBe(200);
  });
});
