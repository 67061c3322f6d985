import { createNetSuiteProvider } from '../../../../bridge/sign-in/netsuite/create-netsuite-provider';
import type { CodeExchange, CrmTokens } from '../../../../bridge/sign-in/sign-in-provider';
import { startFakeOAuthServer, type FakeOAuthServer } from '../fake-oauth-server';
import { failureOf, secrets } from '../sign-in-failure';

const NOW_MS = Date.parse('2026-07-20T12:00:00Z');
const REDIRECT = 'https://bridge.example/oauth/redirect';
const STATE = 'a-state-of-22-or-more-characters';
const TOKEN = 'POST /services/rest/auth/oauth2/v1/token';
const REVOKE = 'POST /services/rest/auth/oauth2/v1/revoke';
const EMPLOYEE = 'GET /services/rest/record/v1/employee/7';
const RESTLET = 'GET /app/site/hosting/restlet.nl';
const BASIC = `Basic ${Buffer.from(`app-id:${secrets.clientSecret}`).toString('base64')}`;
const ACCOUNT = { hostname: '1234567.app.netsuite.com' };

/** As NetSuite's tokens are: `sub` is role and entity (section_158255317571). */
const tokenFor = (sub: unknown): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'PS256' })}.${part({ sub, aud: ['app;1234567'] })}.${secrets.accessToken}`;
};
const accessToken = tokenFor('3;7');

const tokenReply = { access_token: accessToken, refresh_token: secrets.refreshToken, expires_in: '3600' };

let crm: FakeOAuthServer;
beforeAll(async () => {
  crm = await startFakeOAuthServer();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.calls.length = 0;
  crm.answers = {
    [TOKEN]: { body: tokenReply },
    [EMPLOYEE]: { body: { id: '7', firstName: 'Erin', lastName: 'Castillo', entityId: 'E. Castillo' } },
    [RESTLET]: { body: { userTimezone: 'America/Denver', utcOffset: '-06:00' } },
    [REVOKE]: { status: 200 },
  };
});

const app = { clientId: 'app-id', clientSecret: secrets.clientSecret, nowMs: () => NOW_MS };
const provider = () =>
  createNetSuiteProvider({ ...app, restBaseUrl: crm.baseUrl, restletBaseUrl: crm.baseUrl, timeoutMs: 2000 });

const exchange = (changes: Partial<CodeExchange> = {}): CodeExchange => ({
  place: ACCOUNT,
  callback: new URLSearchParams({
    code: secrets.code,
    state: STATE,
    role: '3',
    entity: '7',
    company: '1234567',
  }),
  redirectUri: REDIRECT,
  codeVerifier: secrets.verifier,
  ...changes,
});

const tokens: CrmTokens = {
  accessToken,
  refreshToken: secrets.refreshToken,
  expiresAtMs: NOW_MS,
  credential: `Bearer ${accessToken}`,
};

describe('where the user goes to sign in at NetSuite', () => {
  const live = createNetSuiteProvider(app);
  const request = { place: ACCOUNT, redirectUri: REDIRECT, state: STATE, codeChallenge: 'challenge' };

  it('is the account’s own page, with PKCE and both scopes', async () => {
    const url = new URL(await live.authorizeUrl(request));
    expect(url.origin + url.pathname).toBe('https://1234567.app.netsuite.com/app/login/oauth2/authorize.nl');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'app-id',
      redirect_uri: REDIRECT,
      scope: 'restlets rest_webservices',
      state: STATE,
      code_challenge: 'challenge',
      code_challenge_method: 'S256',
    });
    expect(url.search).toContain('scope=restlets+rest_webservices');
  });

  it('is the page for all accounts where none is named', async () => {
    const url = await live.authorizeUrl({ ...request, place: { hostname: '' } });
    expect(url).toMatch(/^https:\/\/system\.netsuite\.com\/app\/login\/oauth2\/authorize\.nl\?/);
  });

  it('is the sandbox account’s page, as its host is spelled', async () => {
    const url = await live.authorizeUrl({ ...request, place: { hostname: '1234567_SB1.app.netsuite.com' } });
    expect(new URL(url).host).toBe('1234567-sb1.app.netsuite.com');
  });

  it('is the replaced base, paths unchanged', async () => {
    expect(await provider().authorizeUrl(request)).toMatch(
      new RegExp(`^${crm.baseUrl}/app/login/oauth2/authorize\\.nl\\?`),
    );
  });

  it.each([
    'evil.example',
    'netsuite.com.evil.example',
    '1234567.app.netsuite.com.evil.example',
    'a.b.netsuite.com',
  ])('is never at %s', async (hostname) => {
    expect((await failureOf(live.authorizeUrl({ ...request, place: { hostname } }))).code).toBe(
      'invalid_request',
    );
  });
});

describe('a code from NetSuite', () => {
  it('is exchanged as the documentation says', async () => {
    await provider().exchangeCode(exchange());
    const [call] = crm.callsOf(TOKEN);
    expect(call?.form).toEqual({
      grant_type: 'authorization_code',
      code: secrets.code,
      redirect_uri: REDIRECT,
      code_verifier: secrets.verifier,
    });
    expect(call?.headers.authorization).toBe(BASIC);
  });

  it('gives tokens that last as long as NetSuite says, and the user', async () => {
    expect(await provider().exchangeCode(exchange())).toEqual({
      tokens: {
        accessToken,
        refreshToken: secrets.refreshToken,
        expiresAtMs: NOW_MS + 3_600_000,
        credential: `Bearer ${accessToken}`,
      },
      user: {
        id: '7',
        name: 'Erin Castillo',
        hostname: '1234567.app.netsuite.com',
        timeZone: 'America/Denver',
      },
    });
  });

  it('takes the user from the token, whatever the browser’s address says', async () => {
    const callback = new URLSearchParams({ code: secrets.code, entity: '5', company: '1234567' });
    const { user } = await provider().exchangeCode(exchange({ callback }));
    expect(user.id).toBe('7');
  });

  it('knows the first administrator, whose id is negative', async () => {
    crm.answers[TOKEN] = { body: { ...tokenReply, access_token: tokenFor('3;-5') } };
    const { user } = await provider().exchangeCode(exchange());
    expect(user).toMatchObject({ id: '-5', name: '-5' });
  });

  it.each([['not-a-token'], [tokenFor('nobody')], [tokenFor(undefined)]])(
    'is of no use with a token that tells no user (case %#)',
    async (access_token) => {
      crm.answers[TOKEN] = { body: { ...tokenReply, access_token } };
      expect((await failureOf(provider().exchangeCode(exchange()))).code).toBe('upstream_invalid');
    },
  );

  it('takes the account from the redirect where none was asked for', async () => {
    const callback = new URLSearchParams({ code: secrets.code, company: '7654321_SB2' });
    const { user } = await provider().exchangeCode(exchange({ callback, place: { hostname: '' } }));
    expect(user.hostname).toBe('7654321-sb2.app.netsuite.com');
  });

  it('signs the user in also where neither name nor zone can be read', async () => {
    crm.answers[EMPLOYEE] = { status: 403 };
    crm.answers[RESTLET] = { status: 400, body: { error: { code: 'SSS_INVALID_SCRIPTLET_ID' } } };
    const { user } = await provider().exchangeCode(exchange());
    expect(user).toEqual({ id: '7', name: '7', hostname: '1234567.app.netsuite.com' });
  });

  it('takes the name that the RESTlet tells every role, and asks for no record then', async () => {
    crm.answers[RESTLET] = { body: { userTimezone: 'Mountain Time', userName: ' Erin C. ' } };
    const { user } = await provider().exchangeCode(exchange());
    expect(user).toEqual({ id: '7', name: 'Erin C.', hostname: '1234567.app.netsuite.com' });
    expect(crm.calls.map(({ call }) => call)).toEqual([TOKEN, RESTLET]);
  });

  it.each([[''], [null], [7]])('reads the employee’s name where the RESTlet says %j', async (userName) => {
    crm.answers[RESTLET] = { body: { userTimezone: 'America/Denver', userName } };
    const { user } = await provider().exchangeCode(exchange());
    expect(user).toMatchObject({ name: 'Erin Castillo', timeZone: 'America/Denver' });
  });

  it('leaves out a zone that is none', async () => {
    crm.answers[RESTLET] = { body: { userTimezone: 'Mountain Time' } };
    expect((await provider().exchangeCode(exchange())).user.timeZone).toBeUndefined();
  });

  it.each([
    ['another account than the one asked for', { code: secrets.code, company: '7654321' }, 'unauthenticated'],
    ['no account', { code: secrets.code }, 'upstream_invalid'],
    ['a host in place of an account', { code: secrets.code, company: 'evil.example/' }, 'upstream_invalid'],
    ['a refusal by the user', { error: 'access_denied', state: STATE }, 'unauthenticated'],
    ['nothing', { state: STATE }, 'unauthenticated'],
  ])('is not exchanged for %s', async (_name, parameters, code) => {
    const failure = await failureOf(
      provider().exchangeCode(exchange({ callback: new URLSearchParams(parameters) })),
    );
    expect(failure.code).toBe(code);
    expect(crm.calls).toEqual([]);
  });

  it.each([
    ['refuses the code', { status: 400, body: { error: 'invalid_grant' } }, 'unauthenticated'],
    ['refuses the app', { status: 401, body: { error: 'invalid_client' } }, 'upstream_invalid'],
    ['refuses the request', { status: 400, body: { error: 'invalid_request' } }, 'upstream_invalid'],
    ['shows a page', { status: 403, body: '<html>' }, 'upstream_invalid'],
    ['is down', { status: 503, body: '<html>' }, 'upstream_unavailable'],
    ['says that it is down', { status: 500, body: { error: 'Oops' } }, 'upstream_unavailable'],
    ['is too busy', { status: 429, body: '' }, 'rate_limited'],
    ['gives no token', { body: { token_type: 'bearer' } }, 'upstream_invalid'],
    ['redirects', { status: 302, headers: { location: 'https://evil.example/' } }, 'upstream_invalid'],
  ])('fails in one of a few ways: NetSuite %s', async (_name, answer, code) => {
    crm.answers[TOKEN] = answer;
    const failure = await failureOf(provider().exchangeCode(exchange()));
    expect(failure.code).toBe(code);
    expect(crm.calls).toHaveLength(1);
  });

  it('blames a wrong secret on the bridge', async () => {
    crm.answers[TOKEN] = { status: 401, body: { error: 'invalid_client' } };
    expect((await failureOf(provider().exchangeCode(exchange()))).message).toMatch(
      /this bridge.*administrator/,
    );
  });
});

describe('a NetSuite session', () => {
  it('is prolonged with its refresh token, which stays', async () => {
    crm.answers[TOKEN] = { body: { access_token: 'fresh', expires_in: 3600 } };
    expect(await provider().refresh(tokens, ACCOUNT)).toEqual({
      accessToken: 'fresh',
      refreshToken: secrets.refreshToken,
      expiresAtMs: NOW_MS + 3_600_000,
      credential: 'Bearer fresh',
    });
    const [call] = crm.callsOf(TOKEN);
    expect(call?.form).toEqual({ grant_type: 'refresh_token', refresh_token: secrets.refreshToken });
    expect(call?.headers.authorization).toBe(BASIC);
  });

  it('takes over a refresh token that rotates after all', async () => {
    expect((await provider().refresh({ ...tokens, refreshToken: 'old' }, ACCOUNT)).refreshToken).toBe(
      secrets.refreshToken,
    );
  });

  it('has ended without a refresh token', async () => {
    const rest = { ...tokens, refreshToken: undefined };
    expect((await failureOf(provider().refresh(rest, ACCOUNT))).code).toBe('unauthenticated');
    expect(crm.calls).toEqual([]);
  });

  it('is not prolonged without its account', async () => {
    const live = createNetSuiteProvider(app);
    expect((await failureOf(live.refresh(tokens, { hostname: '' }))).code).toBe('invalid_request');
  });

  it('ends at NetSuite', async () => {
    await provider().revoke(tokens, ACCOUNT);
    const [call] = crm.callsOf(REVOKE);
    expect(call?.form).toEqual({ token: secrets.refreshToken });
    expect(call?.headers.authorization).toBe(BASIC);
  });

  it.each([500, 401])('ends here also when NetSuite answers %s', async (status) => {
    crm.answers[REVOKE] = { status };
    await expect(provider().revoke(tokens, ACCOUNT)).resolves.toBeUndefined();
  });
});
