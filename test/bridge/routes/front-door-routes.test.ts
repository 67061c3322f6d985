import { createHash } from 'node:crypto';
import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { REDIRECT_URI, startApp, type RunningApp } from '../running-app';
import { startFakeCrm, type FakeCrm } from '../sessions/fake-crm';

const MINUTE_MS = 60_000;

let now: number;
let netsuite: FakeNetSuite;
let crm: FakeCrm;
let app: RunningApp;

beforeEach(async () => {
  now = Date.parse('2026-07-20T15:00:00Z');
  netsuite = await startFakeNetSuite();
  crm = await startFakeCrm({ platform: 'netsuite', nowMs: () => now, usesPkce: true });
  app = await startApp(netsuite, { providers: { netsuite: crm.provider }, nowMs: () => now });
});
afterEach(async () => {
  await app.close();
  await crm.close();
  await netsuite.close();
});

/** The client's part of a sign-in's way: a browser with its cookies. */
interface Entered {
  readonly cookie: string;
  /** What the CRM was given. */
  readonly asked: URLSearchParams;
}

const enter = async (more: Readonly<Record<string, string>> = {}): Promise<Entered> => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'anything',
    state: 'platform=netsuite',
    redirect_uri: REDIRECT_URI,
    hostname: '1234567.app.netsuite.com',
    ...more,
  });
  const { status, headers } = await app.send('GET', `/oauth/authorize/netsuite?${query.toString()}`);
  expect(status).toBe(302);
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return { cookie, asked: new URL(String(headers['location'])).searchParams };
};

const leave = (
  { cookie, asked }: Entered,
  parameters: Readonly<Record<string, string>>,
  method: 'GET' | 'HEAD' = 'GET',
) => {
  const query = new URLSearchParams({ state: asked.get('state') ?? '', ...parameters });
  return app.send(method, `/oauth/redirect?${query.toString()}`, {
    headers: { cookie: cookie.split(';')[0] ?? '' },
  });
};

const codeFor = ({ asked }: Entered): string => crm.newCode(asked.get('code_challenge') ?? '');

/** The client sends on where it ended. */
const finish = (location: unknown, method: 'GET' | 'HEAD' = 'GET') =>
  app.send(
    method,
    `/oauth-callback?${new URLSearchParams({ callbackUri: String(location), hostname: 'temp' }).toString()}`,
  );

describe('the front door', () => {
  it('leads to the CRM and back to the client, which gets its token', async () => {
    const entered = await enter();
    const { status, headers } = await leave(entered, { code: codeFor(entered) });
    expect(status).toBe(302);
    const ended = new URL(String(headers['location']));
    expect(ended.origin + ended.pathname).toBe(REDIRECT_URI);
    expect(ended.searchParams.get('state')).toBe('platform=netsuite');
    const { body } = await finish(ended.href);
    expect(body).toMatchObject({ jwtToken: expect.any(String), name: 'SECRET-NAME Niemann' });
    const list = await app.send('GET', '/appointments', {
      headers: { authorization: `Bearer ${Object(body).jwtToken}` },
    });
    expect(list.status).toBe(200);
  });

  it('is not used up by a HEAD, which looks and does nothing', async () => {
    const entered = await enter();
    const parameters = { code: codeFor(entered) };
    const looked = await leave(entered, parameters, 'HEAD');
    expect([looked.status, looked.headers['location'], crm.calls]).toEqual([200, undefined, []]);
    const { status, headers } = await leave(entered, parameters);
    expect(status).toBe(302);
    expect((await finish(headers['location'], 'HEAD')).status).toBe(200);
    expect((await finish(headers['location'])).body).toHaveProperty('jwtToken');
  });

  it('asks the CRM with a state of its own, a challenge, and its own address to come back to', async () => {
    const { asked, cookie } = await enter();
    expect(asked.get('state')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/redirect$/);
    expect(asked.get('hostname')).toBe('1234567.app.netsuite.com');
    expect(cookie).toMatch(
      /^bridge-sign-in-[\w-]{8}=[\w-]{43}; Max-Age=600; Path=\/oauth; .*HttpOnly; SameSite=Lax/,
    );
  });

  it('makes a new state and a new challenge each time', async () => {
    const [one, other] = [await enter(), await enter()];
    expect(one.asked.get('state')).not.toBe(other.asked.get('state'));
    expect(one.asked.get('code_challenge')).not.toBe(other.asked.get('code_challenge'));
  });

  it('takes a code only with the verifier of its own challenge', async () => {
    const entered = await enter();
    const stolen = crm.newCode(createHash('sha256').update('another verifier').digest('base64url'));
    const { headers } = await leave(entered, { code: stolen });
    expect((await finish(headers['location'])).body).not.toHaveProperty('jwtToken');
  });

  it.each<[string, (entered: Entered) => Promise<Entered>]>([
    ['without the cookie', async (entered) => ({ ...entered, cookie: '' })],
    [
      'with the cookie of another sign-in',
      async (entered) => ({ ...entered, cookie: (await enter()).cookie }),
    ],
    [
      'with another value in the cookie',
      async (entered) => ({ ...entered, cookie: entered.cookie.replace(/=[^;]+/, '=x') }),
    ],
    ['with a state that nobody gave', async (entered) => ({ ...entered, asked: new URLSearchParams() })],
    [
      'after ten minutes',
      async (entered) => {
        now += 10 * MINUTE_MS;
        return entered;
      },
    ],
    [
      'a second time',
      async (entered) => {
        await leave(entered, { code: codeFor(entered) });
        return entered;
      },
    ],
  ])('lets nobody back in %s', async (_how, change) => {
    const entered = await change(await enter());
    const callsBefore = crm.calls.length;
    const { status, text, headers } = await leave(entered, { code: codeFor(entered) });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toMatch(/connect again/);
    expect(crm.calls).toHaveLength(callsBefore);
  });

  it.each<[string, (entered: Entered) => Readonly<Record<string, string>>, RegExp]>([
    ['the user said no', () => ({ error: 'access_denied' }), /not allowed/],
    ['the CRM refuses the code', () => ({ code: 'made-up' }), /says 400/],
  ])('tells the client why when %s', async (_why, parametersOf, words) => {
    const entered = await enter();
    const { status, headers } = await leave(entered, parametersOf(entered));
    expect(status).toBe(302);
    expect((await finish(headers['location'])).body).toEqual({
      returnMessage: expect.objectContaining({ message: expect.stringMatching(words) }),
    });
  });

  it.each([
    ['https://evil.example/redirect.html', 400],
    [`${REDIRECT_URI}.evil.example`, 400],
    ['', 400],
  ])('does not end at %j', async (redirectUri, status) => {
    const query = new URLSearchParams({ redirect_uri: redirectUri, state: 'platform=netsuite' });
    const answer = await app.send('GET', `/oauth/authorize/netsuite?${query.toString()}`);
    expect([answer.status, answer.headers['location']]).toEqual([status, undefined]);
  });

  it.each([
    ['clio', 422],
    ['pipedrive', 404],
  ])('does not lead to %s', async (platform, status) => {
    const query = new URLSearchParams({ redirect_uri: REDIRECT_URI });
    const answer = await app.send('GET', `/oauth/authorize/${platform}?${query.toString()}`);
    expect(answer.status).toBe(status);
  });

  it('gives a code that is good once, for a minute, for its own CRM', async () => {
    const end = async (): Promise<string> => {
      const entered = await enter();
      return String((await leave(entered, { code: codeFor(entered) })).headers['location']);
    };
    const used = await end();
    await finish(used);
    expect((await finish(used)).body).not.toHaveProperty('jwtToken');
    const other = new URL(await end());
    other.searchParams.set('state', 'platform=clio');
    expect((await finish(other.href)).body).not.toHaveProperty('jwtToken');
    const late = await end();
    now += MINUTE_MS;
    expect((await finish(late)).body).toEqual({
      returnMessage: expect.objectContaining({ message: expect.stringContaining('too old') }),
    });
  });

  it('gives the client a state even where it sent none', async () => {
    const entered = await enter({ state: '' });
    const { headers } = await leave(entered, { code: codeFor(entered) });
    expect((await finish(headers['location'])).body).toHaveProperty('jwtToken');
  });

  it('leaves nothing of codes, tokens or names in the log or in the database', async () => {
    const entered = await enter();
    const code = codeFor(entered);
    const { headers } = await leave(entered, { code });
    const { body } = await finish(headers['location']);
    await leave(await enter(), { error: 'access_denied' });
    const everything = [await app.database.contents(), ...app.log].join('\n');
    expect(everything).toContain('/oauth/redirect');
    const handOverCode = new URL(String(headers['location'])).searchParams.get('code') ?? '';
    for (const secret of [handOverCode, entered.asked.get('state') ?? '', String(Object(body).jwtToken)]) {
      expect(secret).toMatch(/^.{40}/);
      expect(everything).not.toContain(secret);
    }
    expect(everything).not.toMatch(/SECRET|Niemann|Bearer|access_denied|eyJ/);
  });
});
