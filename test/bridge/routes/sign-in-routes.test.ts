import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { REDIRECT_URI, startApp, type RunningApp } from '../running-app';
import { startFakeCrm, type FakeCrm } from '../sessions/fake-crm';

const NOT_SIGNED_IN = 'Please go to Settings and authorize CRM platform';

let netsuite: FakeNetSuite;
let crm: FakeCrm;
let app: RunningApp;

beforeEach(async () => {
  netsuite = await startFakeNetSuite();
  crm = await startFakeCrm({ platform: 'netsuite', nowMs: Date.now });
  app = await startApp(netsuite, { providers: { netsuite: crm.provider } });
});
afterEach(async () => {
  await app.close();
  await crm.close();
  await netsuite.close();
});

/** As the 2.x client sends it (app-connect.md §2). */
const callback = (callbackUri: string, more: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({
    callbackUri,
    hostname: '1234567.app.netsuite.com',
    rcAccountId: '1',
    proxyId: '',
    userEmail: 'SECRET-EMAIL@example.com',
    rcExtensionId: '2',
    ...more,
  });
  return app.send('GET', `/oauth-callback?${query.toString()}`);
};

const redirectWith = (parameters: Readonly<Record<string, string>>): string =>
  `${REDIRECT_URI}?${new URLSearchParams({ state: 'platform=netsuite', ...parameters }).toString()}`;

const asUser = (token: unknown, method: string, path: string) =>
  app.send(method, path, { headers: { authorization: `Bearer ${String(token)}` } });

const signIn = async (): Promise<unknown> => {
  const { body } = await callback(redirectWith({ code: crm.newCode() }));
  return Object(body).jwtToken;
};

describe('signing in with the code that the client caught', () => {
  it('gives the client its token and the user’s name', async () => {
    const { status, body } = await callback(redirectWith({ code: crm.newCode() }));
    expect(status).toBe(200);
    expect(body).toEqual({
      jwtToken: expect.any(String),
      name: 'SECRET-NAME Niemann',
      returnMessage: { message: 'Connected.', messageType: 'success', ttl: expect.any(Number) },
    });
    const list = await asUser(Object(body).jwtToken, 'GET', '/appointments');
    expect(list.status).toBe(200);
    expect(crm.isValid(String(netsuite.requests.at(-1)?.headers.authorization))).toBe(true);
  });

  it.each<[string, (code: string) => string]>([
    ['not encoded, by older clients', (code) => `${REDIRECT_URI}?code=${code}&state=platform=netsuite`],
    ['with a state encoded twice', (code) => redirectWith({ code, state: 'platform%3Dnetsuite' })],
    ['with more in the state', (code) => redirectWith({ code, state: 'a=1&platform=netsuite&b=2' })],
  ])('takes a redirect %s', async (how, redirectOf) => {
    const redirect = redirectOf(crm.newCode());
    const answer = how.startsWith('not')
      ? await app.send('GET', `/oauth-callback?callbackUri=${redirect}&hostname=1234567.app.netsuite.com`)
      : await callback(redirect);
    expect(answer.body).toMatchObject({ jwtToken: expect.any(String) });
  });

  it('keeps users of the same id in two accounts apart', async () => {
    const first = await signIn();
    const exchangeCode = crm.provider.exchangeCode.bind(crm.provider);
    Object.assign(crm.provider, {
      exchangeCode: async (exchange: Parameters<typeof exchangeCode>[0]) => {
        const signedIn = await exchangeCode(exchange);
        return { ...signedIn, user: { ...signedIn.user, hostname: '7654321.app.netsuite.com' } };
      },
    });
    const second = await signIn();
    const hostnames = await Promise.all(
      [first, second].map(async (token) => (await asUser(token, 'GET', '/hostname')).text),
    );
    expect(hostnames).toEqual(['1234567.app.netsuite.com', '7654321.app.netsuite.com']);
  });

  it.each<[string, () => string, RegExp]>([
    ['was made up', () => redirectWith({ code: 'made-up' }), /The CRM says 400/],
    ['is missing because the user said no', () => redirectWith({ error: 'access_denied' }), /not allowed/],
    [
      'ended at a page that is not the client’s',
      () => `https://evil.example/redirect.html?code=${crm.newCode()}&state=platform=netsuite`,
      /APP_CONNECT_REDIRECT_URIS/,
    ],
    [
      'is for a CRM that the bridge is not registered with',
      () => redirectWith({ code: 'x', state: 'platform=clio' }),
      /not registered/,
    ],
    [
      'is for a CRM that nobody knows',
      () => redirectWith({ code: 'x', state: 'platform=pipedrive' }),
      /no connection/,
    ],
  ])('says why there is no token when the code %s', async (_what, redirectOf, words) => {
    const { status, body, text } = await callback(redirectOf());
    expect(status).toBe(200);
    expect(body).toEqual({
      returnMessage: {
        message: expect.stringMatching(words),
        messageType: expect.any(String),
        ttl: expect.any(Number),
      },
    });
    expect(text).not.toContain('authorize CRM platform');
    expect(crm.calls.filter((call) => call === 'code').length).toBeLessThanOrEqual(1);
  });

  it('says that the CRM cannot be reached', async () => {
    crm.mode = 'down';
    const { status, body } = await callback(redirectWith({ code: crm.newCode() }));
    expect([status, Object(body).returnMessage.message]).toEqual([200, 'The CRM says 503.']);
  });

  it.each([
    ['/oauth-callback', 'Missing callbackUri'],
    ['/oauth-callback?callbackUri=undefined', 'Missing callbackUri'],
    [`/oauth-callback?callbackUri=${encodeURIComponent(`${REDIRECT_URI}?code=x`)}`, 'Missing platform name'],
  ])('answers %s as App Connect’s server does', async (path, words) => {
    const { status, text } = await app.send('GET', path);
    expect([status, text]).toEqual([400, words]);
  });

  it('takes no code twice', async () => {
    const redirect = redirectWith({ code: crm.newCode() });
    await callback(redirect);
    expect((await callback(redirect)).body).not.toHaveProperty('jwtToken');
  });
});

describe('signing in with an API key', () => {
  it('is refused in words that the client shows', async () => {
    const { status, body } = await app.send('POST', '/apiKeyLogin?state=platform=netsuite', {
      body: { apiKey: 'SECRET-KEY', platform: 'netsuite' },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      returnMessage: { message: expect.stringContaining('not with an API key') },
    });
    expect(app.log.join()).not.toContain('SECRET');
  });

  it('is not prepared by an administrator, nor is any other sign-in', async () => {
    const oauth = await app.send('GET', '/oauthManagedAuthState?platform=netsuite');
    expect(oauth.body).toMatchObject({ hasAccountOAuth: false, hasPendingOAuth: false });
    const apiKey = await app.send('GET', '/apiKeyManagedAuthState?platform=netsuite');
    expect(apiKey.body).toMatchObject({ hasManagedAuth: false, allRequiredFieldsSatisfied: false });
  });
});

describe('signing out', () => {
  it('forgets the tokens here and revokes them at the CRM', async () => {
    const token = await signIn();
    await app.services.sessions.remove('5-netsuite');
    const { status, body } = await asUser(token, 'POST', '/unAuthorize');
    expect(status).toBe(200);
    expect(body).toMatchObject({ message: 'Disconnected.', messageType: 'success' });
    expect(crm.calls).toEqual(['code', 'revoke']);
    expect(await app.database.database.query('select id from sessions')).toEqual([]);
    const after = await asUser(token, 'GET', '/appointments');
    expect([after.status, after.text]).toEqual([400, NOT_SIGNED_IN]);
  });

  it('forgets the tokens here also when the CRM cannot be reached', async () => {
    const token = await signIn();
    crm.mode = 'down';
    expect((await asUser(token, 'POST', '/unAuthorize')).status).toBe(200);
    expect((await asUser(token, 'GET', '/hostname')).text).toBe(NOT_SIGNED_IN);
    expect(app.log.join()).toContain('crm tokens not revoked');
  });

  it('revokes what the tokens have become', async () => {
    const token = await signIn();
    const [row] = await app.database.database.query("select id from sessions where id <> '5-netsuite'");
    const session = await app.services.sessions.find(String(Object(row).id));
    const renewed = session && (await app.services.credentials.replaceRefused(session));
    await asUser(token, 'POST', '/unAuthorize');
    expect(crm.isValid(renewed?.tokens.credential ?? '')).toBe(false);
  });

  it('is not possible for somebody who is not signed in', async () => {
    const { status, text } = await app.send('POST', '/unAuthorize');
    expect([status, text]).toEqual([400, NOT_SIGNED_IN]);
  });
});

describe('asking whether the sign-in still holds', () => {
  const validate = (token: unknown) => asUser(token, 'GET', '/authValidation');
  const expire = async (): Promise<void> => {
    const rows = await app.database.database.query("select id from sessions where id <> '5-netsuite'");
    for (const row of rows) {
      await app.services.sessions.change(String(Object(row).id), async (session) => ({
        ...session,
        tokens: { ...session.tokens, expiresAtMs: 0 },
      }));
    }
  };

  it('says yes while it does, and renews it', async () => {
    const token = await signIn();
    expect((await validate(token)).body).toEqual({ successful: true });
    await expire();
    expect((await validate(token)).body).toEqual({ successful: true });
    expect(crm.calls).toEqual(['code', 'refresh']);
  });

  it('says yes while nobody knows, because the client would sign its user out', async () => {
    const token = await signIn();
    await expire();
    crm.mode = 'down';
    expect(await validate(token)).toMatchObject({ status: 200, body: { successful: true } });
  });

  it('says no when the CRM has ended it', async () => {
    const token = await signIn();
    await expire();
    crm.mode = 'session ended';
    expect(await validate(token)).toMatchObject({
      status: 401,
      body: { successful: false, errorCode: 'CRM_SESSION_REVOKED', returnMessage: expect.any(Object) },
    });
    expect((await validate(token)).text).toBe(NOT_SIGNED_IN);
  });
});
