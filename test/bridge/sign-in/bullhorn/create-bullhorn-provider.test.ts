import { createBullhornProvider } from '../../../../bridge/sign-in/bullhorn/create-bullhorn-provider';
import type { CodeExchange, CrmTokens } from '../../../../bridge/sign-in/sign-in-provider';
import { startFakeOAuthServer, type FakeOAuthServer } from '../fake-oauth-server';
import { failureOf, secrets } from '../sign-in-failure';

const NOW_MS = Date.parse('2026-07-20T12:00:00Z');
const HOUR_MS = 3_600_000;
const REDIRECT = 'https://ringcentral.github.io/ringcentral-embeddable/redirect.html';
const LOGIN_INFO = 'GET /rest-services/loginInfo';
const TOKEN = 'POST /oauth/token';
const LOGIN = 'POST /rest-services/login';
const PING = 'GET /rest-services/e999/ping';
const USER_ID = 'GET /rest-services/e999/settings/userId';
const USER = 'GET /rest-services/e999/entity/CorporateUser/11';
const LOGOUT = 'GET /rest-services/e999/logout';
const REST_URL = 'https://rest9.bullhornstaffing.com/rest-services/e999/';
const REST_TOKEN = '6f1c2a10-SECRET-REST-TOKEN';

const oauthReply = (access: string, refresh?: string) => ({
  body: { access_token: access, token_type: 'Bearer', expires_in: 600, refresh_token: refresh },
});
const sessionReply = { body: { BhRestToken: REST_TOKEN, restUrl: REST_URL } };
const badToken = {
  status: 400,
  body: {
    errorMessage: 'Invalid or expired OAuth access token.',
    errorMessageKey: 'errors.authentication.invalidOAuthToken',
    errorCode: 400,
  },
};

let crm: FakeOAuthServer;
beforeAll(async () => {
  crm = await startFakeOAuthServer();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.calls.length = 0;
  crm.answers = {
    [LOGIN_INFO]: {
      body: {
        oauthUrl: 'https://auth-west.bullhornstaffing.com/oauth',
        restUrl: 'https://rest-west.bullhornstaffing.com/rest-services',
        atsUrl: 'https://cls91.bullhornstaffing.com/',
      },
    },
    [TOKEN]: [
      oauthReply('access-1', 'refresh-1'),
      oauthReply('access-2', 'refresh-2'),
      oauthReply('access-3', 'refresh-3'),
    ],
    [LOGIN]: sessionReply,
    [PING]: { body: { sessionExpires: NOW_MS + HOUR_MS } },
    [USER_ID]: { body: { userId: 11 } },
    [USER]: { body: { data: { firstName: 'Dana', lastName: 'Whitfield' } } },
    [LOGOUT]: { body: { logout: 'OK' } },
  };
});

const app = { clientId: 'app-id', clientSecret: secrets.clientSecret, nowMs: () => NOW_MS, timeoutMs: 2000 };
const provider = () => createBullhornProvider({ ...app, restBaseUrl: crm.baseUrl });
/** Only discovery is replaced: what it names is taken as it is. */
const discovered = () =>
  createBullhornProvider({ ...app, loginInfoUrl: `${crm.baseUrl}/rest-services/loginInfo` });

const PLACE = { hostname: '', username: 'dana.api' };
const exchange = (changes: Partial<CodeExchange> = {}): CodeExchange => ({
  place: PLACE,
  callback: new URLSearchParams({ code: secrets.code, client_id: 'app-id', state: 'platform=bullhorn' }),
  redirectUri: REDIRECT,
  ...changes,
});

const tokens: CrmTokens = {
  accessToken: 'spent',
  refreshToken: secrets.refreshToken,
  expiresAtMs: NOW_MS + 60_000,
  credential: 'old-rest-token',
  restUrl: REST_URL,
};

describe('where the user goes to sign in at Bullhorn', () => {
  const request = { place: PLACE, redirectUri: REDIRECT, state: 'state' };

  it('is the data centre that loginInfo names', async () => {
    const url = new URL(await discovered().authorizeUrl(request));
    expect(url.origin + url.pathname).toBe('https://auth-west.bullhornstaffing.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'app-id',
      redirect_uri: REDIRECT,
      state: 'state',
    });
    expect(crm.calls.map(({ call, query }) => [call, query])).toEqual([
      [LOGIN_INFO, { username: 'dana.api' }],
    ]);
  });

  it('is the general host without a user name, which redirects', async () => {
    const live = createBullhornProvider(app);
    const url = await live.authorizeUrl({ ...request, place: { hostname: '' } });
    expect(url).toMatch(/^https:\/\/auth\.bullhornstaffing\.com\/oauth\/authorize\?/);
  });

  it('is the replaced base, paths unchanged', async () => {
    expect(await provider().authorizeUrl(request)).toMatch(new RegExp(`^${crm.baseUrl}/oauth/authorize\\?`));
  });

  it.each([
    'https://evil.example/oauth',
    'http://auth.bullhornstaffing.com/oauth',
    'https://bullhornstaffing.com.evil.example/oauth',
    'no address',
  ])('is never at %s', async (oauthUrl) => {
    crm.answers[LOGIN_INFO] = {
      body: { oauthUrl, restUrl: 'https://rest.bullhornstaffing.com/rest-services' },
    };
    expect((await failureOf(discovered().authorizeUrl(request))).code).toBe('upstream_invalid');
  });

  it('is nowhere for an unknown user name', async () => {
    crm.answers[LOGIN_INFO] = { status: 400, body: {} };
    expect((await failureOf(provider().authorizeUrl(request))).message).toMatch(
      /does not know this user name/,
    );
  });
});

describe('a code from Bullhorn', () => {
  it('is exchanged by form, and its access token opens a session', async () => {
    await provider().exchangeCode(exchange());
    const [token] = crm.callsOf(TOKEN);
    expect(token?.query).toEqual({});
    expect(token?.form).toEqual({
      client_id: 'app-id',
      client_secret: secrets.clientSecret,
      grant_type: 'authorization_code',
      code: secrets.code,
      redirect_uri: REDIRECT,
    });
    expect(crm.callsOf(LOGIN).map(({ query }) => query)).toEqual([
      { version: '*', access_token: 'access-1', ttl: '240' },
    ]);
  });

  it('gives the session, its end as ping says, and the user whose session it is', async () => {
    expect(await provider().exchangeCode(exchange())).toEqual({
      tokens: {
        accessToken: 'access-1',
        refreshToken: 'refresh-1',
        expiresAtMs: NOW_MS + HOUR_MS,
        credential: REST_TOKEN,
        restUrl: REST_URL,
      },
      user: { id: '11', name: 'Dana Whitfield', hostname: 'cls91.bullhornstaffing.com' },
    });
    expect(crm.callsOf(USER_ID)[0]?.headers['bhresttoken']).toBe(REST_TOKEN);
  });

  it.each([
    ['ping names a later end', { body: { sessionExpires: NOW_MS + 99 * HOUR_MS } }],
    ['ping fails', { status: 500 }],
  ])('does not believe in more than what it asked for: %s', async (_name, answer) => {
    crm.answers[PING] = answer;
    expect((await provider().exchangeCode(exchange())).tokens.expiresAtMs).toBe(NOW_MS + 4 * HOUR_MS);
  });

  it('signs the user in also where the name cannot be read', async () => {
    crm.answers[USER] = { status: 403 };
    expect((await provider().exchangeCode(exchange())).user.name).toBe('11');
  });

  it('is of no use where Bullhorn does not say who signed in', async () => {
    crm.answers[USER_ID] = { body: {} };
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_invalid');
  });

  it('opens a session with new tokens when Bullhorn refuses the first, never twice with the same', async () => {
    crm.answers[LOGIN] = [badToken, { status: 500 }, sessionReply];
    const { tokens: opened } = await provider().exchangeCode(exchange());
    expect(crm.callsOf(LOGIN).map(({ query }) => query['access_token'])).toEqual([
      'access-1',
      'access-2',
      'access-3',
    ]);
    expect(crm.callsOf(TOKEN).map(({ form }) => form['refresh_token'])).toEqual([
      undefined,
      'refresh-1',
      'refresh-2',
    ]);
    expect(opened).toMatchObject({ accessToken: 'access-3', refreshToken: 'refresh-3' });
  });

  it('gives up after three', async () => {
    crm.answers[LOGIN] = badToken;
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_unavailable');
    expect(crm.callsOf(LOGIN)).toHaveLength(3);
  });

  it('cannot be tried again without a refresh token', async () => {
    crm.answers[TOKEN] = oauthReply('access-1');
    crm.answers[LOGIN] = badToken;
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_unavailable');
    expect(crm.callsOf(LOGIN)).toHaveLength(1);
  });

  it.each([
    ['refuses the code', { status: 400, body: { error: 'invalid_grant' } }, 'unauthenticated'],
    ['refuses the app', { status: 401, body: { error: 'invalid_client' } }, 'upstream_invalid'],
    ['is down', { status: 503, body: '' }, 'upstream_unavailable'],
    ['answers nonsense', { body: 'OK' }, 'upstream_invalid'],
  ])('fails in one of a few ways: Bullhorn %s', async (_name, answer, code) => {
    crm.answers[TOKEN] = answer;
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe(code);
    expect(crm.callsOf(LOGIN)).toEqual([]);
  });

  it.each([
    'https://evil.example/rest-services/e999/',
    'http://rest9.bullhornstaffing.com/rest-services/e999/',
  ])('opens no session at %s', async (restUrl) => {
    crm.answers[LOGIN] = { body: { BhRestToken: REST_TOKEN, restUrl } };
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_invalid');
    expect(crm.callsOf(PING)).toEqual([]);
  });
});

describe('a redirect to another data centre', () => {
  const RIGHT_TOKEN = 'POST /emea/oauth/token';
  const toRightPlace = {
    status: 307,
    headers: { location: 'https://auth-emea.bullhornstaffing.com/emea/oauth/token' },
  };

  it('is followed once, with the form', async () => {
    crm.answers[TOKEN] = toRightPlace;
    crm.answers[RIGHT_TOKEN] = oauthReply('access-1', 'refresh-1');
    await provider().exchangeCode(exchange());
    expect(crm.callsOf(RIGHT_TOKEN)[0]?.form).toEqual(crm.callsOf(TOKEN)[0]?.form);
  });

  it('is followed for the login, relative or not', async () => {
    crm.answers[LOGIN] = { status: 307, headers: { location: '/emea/rest-services/login' } };
    crm.answers['POST /emea/rest-services/login'] = sessionReply;
    await provider().exchangeCode(exchange());
    expect(crm.callsOf('POST /emea/rest-services/login')[0]?.query).toMatchObject({
      access_token: 'access-1',
    });
  });

  it('is not followed a second time', async () => {
    crm.answers[TOKEN] = toRightPlace;
    crm.answers[RIGHT_TOKEN] = toRightPlace;
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_invalid');
    expect(crm.callsOf(RIGHT_TOKEN)).toHaveLength(1);
  });

  it.each([
    'https://evil.example/oauth/token',
    'http://auth.bullhornstaffing.com/oauth/token',
    '//evil.example',
    '',
  ])('is not followed to "%s"', async (location) => {
    crm.answers[TOKEN] = { status: 307, headers: { location } };
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_invalid');
    expect(crm.calls.map(({ call }) => call)).toEqual([LOGIN_INFO, TOKEN]);
  });
});

describe('a Bullhorn session', () => {
  it('is replaced by a new one, the refresh token by its successor', async () => {
    expect(await provider().refresh(tokens, PLACE)).toEqual({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      expiresAtMs: NOW_MS + HOUR_MS,
      credential: REST_TOKEN,
      restUrl: REST_URL,
    });
    expect(crm.callsOf(TOKEN)[0]?.form).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: secrets.refreshToken,
    });
  });

  it('has ended when Bullhorn refuses the refresh token', async () => {
    crm.answers[TOKEN] = { status: 400, body: { error: 'invalid_grant' } };
    expect((await failureOf(provider().refresh(tokens, PLACE))).code).toBe('unauthenticated');
  });

  it('does not spend its refresh token while the data centre cannot be found', async () => {
    crm.answers[LOGIN_INFO] = { status: 503 };
    expect((await failureOf(provider().refresh(tokens, PLACE))).code).toBe('upstream_unavailable');
    expect(crm.callsOf(TOKEN)).toEqual([]);
  });

  it('keeps the newest refresh token when no session can be opened for now', async () => {
    crm.answers[LOGIN] = { status: 503 };
    expect(await provider().refresh(tokens, PLACE)).toEqual({
      ...tokens,
      accessToken: 'access-3',
      refreshToken: 'refresh-3',
    });
  });

  it.each([
    ['refuses its user', { status: 403 }],
    ['has no such path', { status: 404 }],
    ['answers nonsense', { body: 'OK' }],
    ['names a host that is not its own', { body: { BhRestToken: 'x', restUrl: 'https://evil.example/' } }],
  ])('keeps the newest refresh token also where the login %s', async (_what, answer) => {
    crm.answers[LOGIN] = answer;
    const kept = await provider().refresh(tokens, PLACE);
    expect(kept).toEqual({ ...tokens, accessToken: 'access-1', refreshToken: 'refresh-1' });
    crm.answers[LOGIN] = sessionReply;
    expect((await provider().refresh(kept, PLACE)).credential).toBe(REST_TOKEN);
    expect(crm.callsOf(TOKEN).map(({ form }) => form['refresh_token'])).toEqual([
      secrets.refreshToken,
      'refresh-1',
    ]);
  });

  it('is not opened for a user who may not sign in', async () => {
    crm.answers[LOGIN] = { status: 403 };
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('forbidden');
  });

  it('ends at Bullhorn', async () => {
    await provider().revoke(tokens, PLACE);
    expect(crm.callsOf(LOGOUT)[0]?.headers['bhresttoken']).toBe('old-rest-token');
  });

  it('ends here also when it has ended there, or is none of Bullhorn’s', async () => {
    crm.answers[LOGOUT] = { status: 401 };
    await expect(provider().revoke(tokens, PLACE)).resolves.toBeUndefined();
    await expect(
      provider().revoke({ ...tokens, restUrl: 'https://evil.example/rest-services/e999/' }, PLACE),
    ).resolves.toBeUndefined();
    expect(crm.callsOf(LOGOUT)).toHaveLength(1);
  });
});
