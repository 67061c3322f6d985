import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failureIn } from '../checked-envelope';
import { rowOf, startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { OLGA, startApp, type RunningApp } from '../running-app';
import { startFakeCrm, type FakeCrm } from '../sessions/fake-crm';

const DAY_MS = 24 * 3_600_000;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const pageFolder = mkdtempSync(path.join(tmpdir(), 'console-page-'));
writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html><title>Console</title>');
writeFileSync(path.join(pageFolder, 'console.js'), 'export {};');

let now: number;
let fake: FakeNetSuite;
let crm: FakeCrm;
let app: RunningApp;
let token: string;

beforeEach(async () => {
  now = Date.parse('2026-07-20T15:00:00Z');
  fake = await startFakeNetSuite();
  crm = await startFakeCrm({ platform: 'netsuite', nowMs: () => now, usesPkce: true });
  app = await startApp(fake, {
    providers: { netsuite: crm.provider },
    nowMs: () => now,
    console: { mode: 'sandbox', pageFolder },
  });
  token = await app.services.tokens.sign(OLGA);
});
afterEach(async () => {
  await app.close();
  await crm.close();
  await fake.close();
});
afterAll(() => rmSync(pageFolder, { recursive: true }));

type Headers = Readonly<Record<string, string>>;

/** As the page does, with the cookie of NetSuite. */
const asPage = (method: string, address: string, headers: Headers = {}, body?: unknown) =>
  app.send(method, address, {
    headers: {
      'sec-fetch-site': 'same-origin',
      'x-console-platform': 'netsuite',
      cookie: `other=1; console_netsuite=${token}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });

const cookiesOf = ({
  headers,
}: {
  readonly headers: Readonly<Record<string, unknown>>;
}): readonly string[] => {
  const set = headers['set-cookie'];
  return Array.isArray(set) ? set.map(String) : [];
};

describe('the console’s page', () => {
  it('is where the bridge’s address leads', async () => {
    const { status, headers } = await app.send('GET', '/');
    expect([status, headers['location']]).toEqual([302, '/console/']);
  });

  it('is served under a policy that allows itself alone', async () => {
    for (const [address, type] of [
      ['/console/', 'text/html'],
      ['/console/console.js', 'text/javascript'],
    ]) {
      const { status, headers } = await app.send('GET', address ?? '');
      expect([status, headers['content-security-policy']]).toEqual([200, POLICY]);
      expect(headers['content-type']).toContain(type);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    const { headers } = await app.send('GET', '/console');
    expect(headers['location']).toBe('/console/');
  });

  it('is shown at the one address to which the CRMs lead back', async () => {
    const { port } = new URL(app.baseUrl);
    const ask = (host: string) => app.send('GET', '/console/?problem=forbidden', { headers: { host } });
    const byName = await ask(`localhost:${port}`);
    expect([byName.status, byName.headers['location']]).toEqual([
      302,
      `${app.baseUrl}/console/?problem=forbidden`,
    ]);
    expect((await ask('bridge.example')).status).toBe(200);
    expect((await ask('localhost:1')).status).toBe(200);
  });

  it('says so where headers ask for what no file has', async () => {
    const { status, body } = await app.send('GET', '/console/', { headers: { range: 'bytes=9999-' } });
    expect([status, failureIn(body).returnMessage.message]).toEqual([
      416,
      'The request cannot be answered with these headers.',
    ]);
  });

  it('says so where it is not built', async () => {
    await app.close();
    app = await startApp(fake, {
      console: { mode: 'sandbox', pageFolder: path.join(pageFolder, 'nowhere') },
    });
    const { status, text } = await app.send('GET', '/console/');
    expect([status, text]).toEqual([503, expect.stringMatching(/^The console’s page is not built\./)]);
  });
});

describe('what the console is told', () => {
  it('is which CRMs there are, what they can do, and who is signed in', async () => {
    const { status, body } = await asPage('GET', '/console/state');
    expect(status).toBe(200);
    expect(body).toEqual({
      mode: 'sandbox',
      platforms: [
        {
          platform: 'netsuite',
          name: 'NetSuite',
          canConnect: true,
          connected: true,
          user: { name: OLGA.userName, hostname: OLGA.hostname },
          capabilities: {
            confirm: 'native',
            cancel: 'status',
            statuses: ['scheduled', 'confirmed', 'cancelled', 'completed'],
            attendeeKinds: expect.arrayContaining(['contact']),
            location: true,
            crossesMidnight: false,
          },
        },
        expect.objectContaining({
          platform: 'bullhorn',
          name: 'Bullhorn',
          canConnect: false,
          connected: false,
        }),
        expect.objectContaining({ platform: 'clio', name: 'Clio', canConnect: false, connected: false }),
      ],
    });
  });

  it('is nobody for a token that is not of that CRM, which is then forgotten', async () => {
    for (const cookie of [`console_clio=${token}`, 'console_clio=made-up']) {
      const answer = await app.send('GET', '/console/state', { headers: { cookie } });
      expect(answer.text).not.toContain(OLGA.userName);
      expect(cookiesOf(answer)).toEqual([
        expect.stringMatching(/^console_clio=; .*Expires=Thu, 01 Jan 1970/),
      ]);
    }
  });

  it('comes with a new cookie where the token ends within a week', async () => {
    now += 8 * DAY_MS;
    const answer = await asPage('GET', '/console/state');
    expect(cookiesOf(answer)).toEqual([expect.stringMatching(/^console_netsuite=eyJ/)]);
    expect(answer.text).not.toContain('eyJ');
  });
});

describe('a request of the console’s page', () => {
  it('is made by whom the cookie of the named CRM says', async () => {
    expect(await asPage('GET', '/hostname')).toMatchObject({ status: 200, text: OLGA.hostname });
    const named = { 'x-console-platform': 'clio' };
    expect(await asPage('GET', '/hostname', named)).toMatchObject({ status: 400 });
    expect(await asPage('GET', '/hostname', { 'x-console-platform': 'pipedrive' })).toMatchObject({
      status: 400,
      body: { errorCode: 'invalid_request' },
    });
  });

  it('is made with the cookie and nothing else, whatever comes beside it', async () => {
    const authorization = `Bearer ${await app.services.tokens.sign(OLGA)}`;
    const { status } = await asPage('GET', '/hostname', { authorization, cookie: '' });
    expect(status).toBe(400);
    const withoutHeader = await app.send('GET', '/hostname', {
      headers: { cookie: `console_netsuite=${token}` },
    });
    expect(withoutHeader.status).toBe(400);
  });

  it.each<[string, Headers]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('is refused from %s', async (_where, headers) => {
    for (const [method, address] of [
      ['GET', '/appointments'],
      ['POST', '/unAuthorize'],
      ['GET', '/console/state'],
      ['POST', '/console/connect/netsuite'],
    ]) {
      const answer = await asPage(method ?? '', address ?? '', headers);
      expect([answer.status, failureIn(answer.body).errorCode]).toEqual([403, 'forbidden']);
      expect(cookiesOf(answer)).toEqual([]);
    }
    expect(fake.requests).toHaveLength(0);
    expect(await app.services.sessions.find(OLGA.id)).toBeDefined();
  });

  it('is welcome from the page itself', async () => {
    const { status } = await asPage('GET', '/appointments', { origin: app.baseUrl });
    expect(status).toBe(200);
  });

  it('gets a renewed token as a cookie, never as text', async () => {
    now += 8 * DAY_MS;
    const answer = await asPage('GET', '/appointments');
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('x-refreshed-jwt-token');
    const [cookie = ''] = cookiesOf(answer);
    expect(cookie).toMatch(
      /^console_netsuite=eyJ[^;]+; Max-Age=1209600; Path=\/; .*HttpOnly; SameSite=Strict$/,
    );
    token = /=([^;]+)/.exec(cookie)?.[1] ?? '';
    now += 10 * DAY_MS;
    expect((await asPage('GET', '/hostname')).status).toBe(200);
  });

  it.each([0, 1, 251, 1001])('gets it so with a list of %i, and is told the calls', async (count) => {
    fake.rows.splice(0, 1, ...Array.from({ length: count }, (_, index) => rowOf({ id: String(index + 1) })));
    now += 8 * DAY_MS;
    const answer = await asPage('GET', '/appointments');
    expect(Object(answer.body).appointments).toHaveLength(count);
    expect(answer.headers).not.toHaveProperty('x-refreshed-jwt-token');
    expect(cookiesOf(answer)).toEqual([expect.stringMatching(/^console_netsuite=eyJ/)]);
    expect(answer.headers['server-timing']).toContain('rc_fetch_calendar_events 200');
  });

  it('loses its cookie by signing out, and where nobody is signed in any more', async () => {
    const gone = [expect.stringMatching(/^console_netsuite=; Path=\/; Expires=Thu, 01 Jan 1970/)];
    now += 8 * DAY_MS;
    const signedOut = await asPage('POST', '/unAuthorize');
    expect([signedOut.status, cookiesOf(signedOut)]).toEqual([200, gone]);
    const after = await asPage('GET', '/appointments');
    expect([after.status, cookiesOf(after)]).toEqual([400, gone]);
  });

  it('is told which calls the CRM got for it, and nothing that was in them', async () => {
    const list = await asPage('GET', '/appointments');
    expect(list.headers['server-timing']).toMatch(
      /crm;dur=\d+\.\d;desc="GET \/app\/site\/hosting\/restlet\.nl rc_fetch_calendar_events 200"/,
    );
    fake.intercept = ({ method }) => (method === 'PATCH' ? { status: 404, body: {} } : undefined);
    const edit = await asPage('PATCH', '/appointments/77', {}, { title: 'SECRET-TITLE' });
    const timing = String(edit.headers['server-timing']);
    expect(timing).toContain('desc="PATCH /services/rest/record/v1/calendarEvent/:id 404"');
    expect(timing).not.toMatch(/77|SECRET|CRM-TOKEN|127\.0\.0\.1/);
    const asClient = await app.asClient('GET', '/appointments');
    expect(asClient.headers).not.toHaveProperty('server-timing');
  });

  it('is told the units that a RESTlet says it used', async () => {
    const body = {
      data: [],
      page: 0,
      pageSize: 1000,
      total: 0,
      hasMore: false,
      unreadable: [],
      unitsUsed: 35,
    };
    fake.intercept = ({ query }) => (query['script']?.includes('fetch') ? { body } : undefined);
    const { headers } = await asPage('GET', '/appointments');
    expect(headers['server-timing']).toContain('rc_fetch_calendar_events 200, 35 units"');
  });

  it('does not become a request of another server', async () => {
    const answer = await asPage('GET', '/connectors/netsuite/appointments', {
      'x-crm-hostname': '1234567.app.netsuite.com',
      'x-crm-user-id': '5',
    });
    expect(answer.status).toBe(401);
    expect(fake.requests).toHaveLength(0);
  });
});

describe('connecting from the console', () => {
  const connect = async (): Promise<{ authorizeUrl: URL; cookies: readonly string[] }> => {
    const answer = await app.send('POST', '/console/connect/netsuite', {
      headers: { 'sec-fetch-site': 'same-origin', origin: app.baseUrl },
    });
    expect(answer.status).toBe(200);
    return { authorizeUrl: new URL(String(Object(answer.body).authorizeUrl)), cookies: cookiesOf(answer) };
  };
  const cookieHeader = (cookies: readonly string[]): Headers => ({
    cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
  });
  /** The CRM's redirect, up to where the front door hands over. */
  const handOver = async (parameters: (asked: URLSearchParams) => Headers) => {
    const { authorizeUrl, cookies } = await connect();
    const asked = authorizeUrl.searchParams;
    const query = new URLSearchParams({ state: asked.get('state') ?? '', ...parameters(asked) });
    const { headers } = await app.send('GET', `/oauth/redirect?${query.toString()}`, {
      headers: cookieHeader(cookies),
    });
    return { url: new URL(String(headers['location'])), cookies };
  };
  const allow = (asked: URLSearchParams): Headers => ({
    code: crm.newCode(asked.get('code_challenge') ?? ''),
  });
  const arrive = (
    { url, cookies }: { readonly url: URL; readonly cookies: readonly string[] },
    method: 'GET' | 'HEAD' = 'GET',
  ) => app.send(method, url.pathname + url.search, { headers: cookieHeader(cookies) });

  it('ends at the page with a cookie for that CRM', async () => {
    const handedOver = await handOver(allow);
    const looked = await arrive(handedOver, 'HEAD');
    expect([looked.status, cookiesOf(looked)]).toEqual([200, []]);
    expect(handedOver.url.origin + handedOver.url.pathname).toBe(`${app.baseUrl}/console/connected`);
    const answer = await arrive(handedOver);
    expect([answer.status, answer.headers['location']]).toEqual([302, `${app.baseUrl}/console/#netsuite`]);
    const [, cookie = ''] = cookiesOf(answer);
    token = /^console_netsuite=([^;]+)/.exec(cookie)?.[1] ?? '';
    expect((await asPage('GET', '/console/state')).text).toContain('SECRET-NAME Niemann');
    expect(answer.text).not.toContain(token);
  });

  it.each<[string, (asked: URLSearchParams) => Headers, string]>([
    ['the user said no', () => ({ error: 'access_denied' }), 'unauthenticated'],
    ['the CRM cannot be reached', (asked) => ((crm.mode = 'down'), allow(asked)), 'upstream_unavailable'],
  ])('ends at the page with the kind of problem when %s', async (_why, parameters, problem) => {
    const answer = await arrive(await handOver(parameters));
    expect(answer.headers['location']).toBe(`${app.baseUrl}/console/?problem=${problem}#netsuite`);
    expect(cookiesOf(answer).join()).not.toContain('console_netsuite');
  });

  it('signs nobody in with the end of a sign-in of another browser, or with one that was used', async () => {
    const refused = `${app.baseUrl}/console/?problem=invalid_request#netsuite`;
    const ofSomebody = await handOver(allow);
    const { cookies } = await connect();
    const elsewhere = await arrive({ ...ofSomebody, cookies });
    expect(elsewhere.headers['location']).toBe(refused);
    expect((await arrive({ ...ofSomebody, cookies: [] })).headers['location']).toBe(refused);
    expect((await arrive(ofSomebody)).headers['location']).toBe(`${app.baseUrl}/console/#netsuite`);
    const again = await arrive(ofSomebody);
    expect(again.headers['location']).toBe(`${app.baseUrl}/console/?problem=unauthenticated#netsuite`);
  });

  it('says what is wrong with a CRM that the bridge is not registered with, or does not know', async () => {
    const codeFor = async (platform: string) =>
      failureIn((await app.send('POST', `/console/connect/${platform}`)).body).errorCode;
    expect([await codeFor('clio'), await codeFor('pipedrive')]).toEqual(['unsupported', 'not_found']);
  });

  it('ends nowhere for a state that is not ours', async () => {
    const answer = await app.send('GET', '/console/connected?code=x&state=y');
    expect(answer.headers['location']).toBe(`${app.baseUrl}/console/?problem=invalid_request`);
  });
});

describe('a bridge whose console is off', () => {
  beforeEach(async () => {
    await app.close();
    app = await startApp(fake);
  });

  it.each(['/', '/console', '/console/', '/console/state', '/console/connected'])(
    'has nothing at %s',
    async (address) => {
      expect((await app.send('GET', address)).status).toBe(404);
    },
  );

  it('takes no notice of the page’s header and cookie', async () => {
    token = await app.services.tokens.sign(OLGA);
    expect((await asPage('GET', '/hostname')).status).toBe(400);
    const authorization = `Bearer ${token}`;
    const answer = await asPage('GET', '/appointments', { authorization, 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('server-timing');
  });

  it('lets no sign-in end there', async () => {
    const query = new URLSearchParams({ redirect_uri: `${app.baseUrl}/console/connected` });
    expect(
      (await app.send('GET', `/oauth/authorize/netsuite?${query.toString()}`)).headers,
    ).not.toHaveProperty('location');
  });
});
