import { createClioProvider } from '../../../../bridge/sign-in/clio/create-clio-provider';
import type { CodeExchange, CrmTokens } from '../../../../bridge/sign-in/sign-in-provider';
import { startFakeOAuthServer, type FakeOAuthServer } from '../fake-oauth-server';
import { failureOf, secrets } from '../sign-in-failure';

const NOW_MS = Date.parse('2026-07-20T12:00:00Z');
const REDIRECT = 'https://bridge.example/oauth/redirect';
const TOKEN = 'POST /oauth/token';
const WHO_AM_I = 'GET /api/v4/users/who_am_i.json';
const DEAUTHORIZE = 'POST /oauth/deauthorize';

let crm: FakeOAuthServer;
beforeAll(async () => {
  crm = await startFakeOAuthServer();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.calls.length = 0;
  crm.answers = {
    [TOKEN]: {
      body: {
        access_token: secrets.accessToken,
        token_type: 'bearer',
        expires_in: 2_592_000,
        refresh_token: secrets.refreshToken,
      },
    },
    [WHO_AM_I]: { body: { data: { id: 344, name: 'Maria Santos', time_zone: 'America/New_York' } } },
    [DEAUTHORIZE]: { status: 200 },
  };
});

const apps = {
  us: { clientId: 'us-app', clientSecret: secrets.clientSecret },
  eu: { clientId: 'eu-app', clientSecret: `${secrets.clientSecret}-EU` },
};
const provider = () =>
  createClioProvider({ apps, baseUrl: crm.baseUrl, nowMs: () => NOW_MS, timeoutMs: 2000 });

const exchange = (changes: Partial<CodeExchange> = {}): CodeExchange => ({
  place: { hostname: 'app.clio.com' },
  callback: new URLSearchParams({ code: secrets.code, state: 'state' }),
  redirectUri: REDIRECT,
  ...changes,
});

const tokens: CrmTokens = {
  accessToken: secrets.accessToken,
  refreshToken: secrets.refreshToken,
  expiresAtMs: NOW_MS,
  credential: `Bearer ${secrets.accessToken}`,
};

describe('where the user goes to sign in at Clio', () => {
  const live = createClioProvider({ apps });
  const request = { place: { hostname: 'eu.app.clio.com' }, redirectUri: REDIRECT, state: 'platform=clio' };

  it('is the region’s own page, with the region’s own app', async () => {
    const url = new URL(await live.authorizeUrl(request));
    expect(url.origin + url.pathname).toBe('https://eu.app.clio.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'eu-app',
      redirect_uri: REDIRECT,
      state: 'platform=clio',
    });
  });

  it('is in the United States where no region is named', async () => {
    const url = new URL(await live.authorizeUrl({ ...request, place: { hostname: '' } }));
    expect([url.host, url.searchParams.get('client_id')]).toEqual(['app.clio.com', 'us-app']);
  });

  it('is the replaced base, paths unchanged', async () => {
    expect(await provider().authorizeUrl(request)).toMatch(new RegExp(`^${crm.baseUrl}/oauth/authorize\\?`));
  });

  it('is nowhere for a region without an app', async () => {
    const failure = await failureOf(
      live.authorizeUrl({ ...request, place: { hostname: 'ca.app.clio.com' } }),
    );
    expect(failure).toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(/ca\.app\.clio\.com/),
    });
  });

  it.each(['app.clio.com.evil.example', 'xapp.clio.com', 'us.app.clio.com', 'evil.example'])(
    'is never at %s',
    async (hostname) => {
      expect((await failureOf(live.authorizeUrl({ ...request, place: { hostname } }))).code).toBe(
        'invalid_request',
      );
    },
  );
});

describe('a code from Clio', () => {
  it('is exchanged with the secret of its region in the form', async () => {
    await provider().exchangeCode(exchange({ place: { hostname: 'eu.app.clio.com' } }));
    expect(crm.callsOf(TOKEN)[0]?.form).toEqual({
      client_id: 'eu-app',
      client_secret: `${secrets.clientSecret}-EU`,
      grant_type: 'authorization_code',
      code: secrets.code,
      redirect_uri: REDIRECT,
    });
  });

  it('gives tokens that last as long as Clio says, and the user', async () => {
    expect(await provider().exchangeCode(exchange())).toEqual({
      tokens: {
        accessToken: secrets.accessToken,
        refreshToken: secrets.refreshToken,
        expiresAtMs: NOW_MS + 2_592_000_000,
        credential: `Bearer ${secrets.accessToken}`,
      },
      user: { id: '344', name: 'Maria Santos', hostname: 'app.clio.com', timeZone: 'America/New_York' },
    });
    expect(crm.callsOf(WHO_AM_I)[0]).toMatchObject({
      query: { fields: 'id,name,time_zone' },
      headers: { authorization: `Bearer ${secrets.accessToken}` },
    });
  });

  it('leaves a zone by one of Rails’ names to the calendar', async () => {
    crm.answers[WHO_AM_I] = {
      body: { data: { id: 344, name: 'Maria', time_zone: 'Eastern Time (US & Canada)' } },
    };
    expect((await provider().exchangeCode(exchange())).user.timeZone).toBeUndefined();
  });

  it('is of no use to an app that may not see users, and says so', async () => {
    crm.answers[WHO_AM_I] = { status: 403, body: { error: { type: 'Forbidden', message: 'SECRET' } } };
    const failure = await failureOf(provider().exchangeCode(exchange()));
    expect(failure).toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(/permission to read Users/),
    });
  });

  it.each([
    ['refuses the code', { status: 400, body: { error: 'invalid_grant' } }, 'unauthenticated'],
    ['refuses the app', { status: 401, body: { error: 'invalid_client' } }, 'upstream_invalid'],
    ['is down', { status: 502, body: '' }, 'upstream_unavailable'],
    ['redirects', { status: 307, headers: { location: 'https://evil.example/' } }, 'upstream_invalid'],
  ])('fails in one of a few ways: Clio %s', async (_name, answer, code) => {
    crm.answers[TOKEN] = answer;
    expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe(code);
    expect(crm.calls).toHaveLength(1);
  });

  it('is not there when the user said no', async () => {
    const callback = new URLSearchParams({ error: 'access_denied' });
    const failure = await failureOf(provider().exchangeCode(exchange({ callback })));
    expect(failure).toMatchObject({ code: 'unauthenticated', message: expect.stringMatching(/not allowed/) });
    expect(crm.calls).toEqual([]);
  });
});

describe('a Clio session', () => {
  it('is prolonged with its refresh token, which stays', async () => {
    crm.answers[TOKEN] = { body: { access_token: 'fresh', expires_in: 604_800 } };
    expect(await provider().refresh(tokens, { hostname: 'eu.app.clio.com' })).toEqual({
      accessToken: 'fresh',
      refreshToken: secrets.refreshToken,
      expiresAtMs: NOW_MS + 604_800_000,
      credential: 'Bearer fresh',
    });
    expect(crm.callsOf(TOKEN)[0]?.form).toEqual({
      client_id: 'eu-app',
      client_secret: `${secrets.clientSecret}-EU`,
      grant_type: 'refresh_token',
      refresh_token: secrets.refreshToken,
    });
  });

  it('has ended when Clio refuses its refresh token', async () => {
    crm.answers[TOKEN] = { status: 401, body: { error: 'invalid_grant' } };
    const failure = await failureOf(provider().refresh(tokens, { hostname: 'app.clio.com' }));
    expect(failure.code).toBe('unauthenticated');
  });

  it('ends at Clio', async () => {
    await provider().revoke(tokens, { hostname: 'app.clio.com' });
    expect(crm.callsOf(DEAUTHORIZE)[0]).toMatchObject({
      form: { token: secrets.accessToken },
      headers: { authorization: `Bearer ${secrets.accessToken}` },
    });
  });

  it('ends here also when Clio is down, or its app is gone', async () => {
    crm.answers[DEAUTHORIZE] = { status: 500 };
    await expect(provider().revoke(tokens, { hostname: 'app.clio.com' })).resolves.toBeUndefined();
    await expect(provider().revoke(tokens, { hostname: 'au.app.clio.com' })).resolves.toBeUndefined();
  });
});
