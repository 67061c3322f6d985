import { failureIn } from './checked-envelope';
import { startFakeNetSuite, type FakeNetSuite } from './fake-netsuite';
import { startApp, type RunningApp } from './running-app';

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

describe('the bridge over HTTP', () => {
  it('says that it is alive', async () => {
    expect(await app.send('GET', '/healthz')).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('answers an unknown address with 404', async () => {
    const { status, body } = await app.send('GET', '/nowhere');
    expect([status, failureIn(body).errorCode]).toEqual([404, 'not_found']);
  });

  it('answers the preflight of a browser, whatever headers it asks for', async () => {
    const { status, headers } = await app.send('OPTIONS', '/appointments/77', {
      headers: {
        origin: 'https://app.ringcentral.com',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,x-new-header',
      },
    });
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
      expect(headers['access-control-allow-methods']).toContain(method);
    }
    for (const name of [
      'rc-extension-id',
      'rc-account-id',
      'developer-author-name',
      'is-debug',
      'x-new-header',
    ]) {
      expect(headers['access-control-allow-headers']).toContain(name);
    }
  });

  it('never lets a page of another origin name the console’s CRM, nor send cookies', async () => {
    const { headers } = await app.send('OPTIONS', '/appointments', {
      headers: {
        origin: 'http://127.0.0.1:9001',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'content-type, X-Console-Platform,x-new-header',
      },
    });
    expect(headers['access-control-allow-headers']).toContain('x-new-header');
    expect(headers['access-control-allow-headers']).not.toMatch(/x-console-platform/i);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('lets a page of another origin read its answers and the renewed token', async () => {
    const { headers } = await app.asClient('GET', '/appointments');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('x-refreshed-jwt-token');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each<[string, string, object, number, RegExp]>([
    ['broken JSON', '{"title":', {}, 400, /not valid JSON/],
    ['more than 256 KB', JSON.stringify({ title: 'x'.repeat(300_000) }), {}, 413, /too large/],
    ['another type', '{"title":"x"}', { 'content-type': 'text/plain' }, 415, /as JSON/],
    ['an unknown compression', '{}', { 'content-encoding': 'zstd' }, 415, /compressed/],
    ['another character set', '{}', { 'content-type': 'application/json; charset=koi8' }, 415, /as UTF-8/],
    ['broken compression', '{}', { 'content-encoding': 'gzip' }, 400, /^The body cannot be read/],
  ])('refuses a body of %s with an envelope', async (_what, text, headers, status, words) => {
    const sent = { body: text, headers: { ...headers } };
    const answers = [
      await app.asClient('POST', '/appointments', sent),
      await app.asServer('POST', '/appointments', sent),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect(failureIn(answer.body).returnMessage.message).toMatch(words);
      expect(failureIn(answer.body).errorCode).toBe('invalid_request');
      expect(failureIn(answer.body).httpStatus).toBe(status === 400 ? undefined : status);
    }
    expect(fake.requests).toHaveLength(0);
  });

  it('refuses an address that is malformed with an envelope', async () => {
    const { status, body, text } = await app.asClient('GET', '/appointments/%E0%A4%A/refresh');
    expect([status, failureIn(body).errorCode]).toEqual([400, 'invalid_request']);
    expect(failureIn(body).returnMessage.message).toMatch(/^The address is malformed: a %/);
    expect(text).not.toMatch(/URIError|node_modules|\bat /);
  });

  it.each([
    ['GET', '/appointments/#77/refresh'],
    ['POST', '/appointments/#/confirm'],
    ['GET', '/appointments?startDate=2026-03-01#'],
  ])('refuses an address with a bare #: %s %s', async (method, path) => {
    const answers = [await app.asClient(method, path), await app.asServer(method, path)];
    for (const { status, body } of answers) {
      expect([status, failureIn(body).errorCode]).toEqual([400, 'invalid_request']);
      expect(failureIn(body).returnMessage.message).toMatch(/must be written as %23/);
    }
    expect(fake.requests).toHaveLength(0);
  });

  it('logs routes and statuses, never what was in them', async () => {
    fake.intercept = ({ method }) => (method === 'PATCH' ? { status: 500 } : undefined);
    await app.asClient('PATCH', '/appointments/77?secretQuery=1', {
      body: { title: 'SECRET-TITLE', contacts: ['31'] },
    });
    await app.asClient('GET', '/custom/contact/search?name=SECRET-NAME');
    await app.send('GET', '/SECRET-PATH?jwtToken=SECRET-JWT');
    const lines: unknown[] = app.log.map((line) => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'request answered',
        method: 'PATCH',
        route: '/appointments/:appointmentId',
        status: 200,
        durationMs: expect.any(Number),
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ route: 'unmatched', status: 404 }));
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'appointment operation failed', code: 'ambiguous_write' }),
    );
    expect(app.log.join()).not.toMatch(/SECRET|secretQuery|CRM-TOKEN|Carl|Quarterly/);
  });
});
