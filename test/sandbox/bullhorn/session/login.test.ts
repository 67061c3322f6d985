import { dana, nowMs, startBullhorn, type Answer, type RunningBullhorn } from '../running-bullhorn';

const client = { client_id: 'app-connect-sandbox', client_secret: 'app-connect-sandbox-secret' };
const redirectUri = 'http://127.0.0.1:9/callback';

describe('Signing in to the local Bullhorn', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn({ maximumSessions: 6 });
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  const authorize = (changes: Record<string, string> = {}): Promise<Answer> =>
    bullhorn.call('/oauth/authorize', {
      token: null,
      query: {
        client_id: client.client_id,
        response_type: 'code',
        redirect_uri: redirectUri,
        state: 'a b&c',
        action: 'Login',
        username: 'dana.sandbox',
        password: 'sandbox',
        ...changes,
      },
    });
  const codeOf = (answer: Answer): string =>
    new URL(answer.headers.get('location') ?? 'http://none').searchParams.get('code') ?? '';
  const exchange = (query: Record<string, string>): Promise<Answer> =>
    bullhorn.call('/oauth/token', { method: 'POST', token: null, query: { ...client, ...query } });
  const tokens = async (): Promise<{ access: string; refresh: string }> => {
    const code = codeOf(await authorize());
    const { body } = await exchange({ grant_type: 'authorization_code', code });
    return { access: String(body['access_token']), refresh: String(body['refresh_token']) };
  };
  const login = (access: string, query: Record<string, string> = {}): Promise<Answer> =>
    bullhorn.call('/rest-services/login', {
      method: 'POST',
      token: null,
      query: { version: '2.0', access_token: access, ...query },
    });

  it('goes from loginInfo over a code and an access token to a session', async () => {
    const info = await bullhorn.call('/rest-services/loginInfo?username=dana.sandbox', { token: null });
    expect(info.body).toMatchObject({
      oauthUrl: `${bullhorn.baseUrl}/oauth`,
      restUrl: `${bullhorn.baseUrl}/rest-services`,
    });
    const redirected = await authorize();
    expect(redirected.status).toBe(302);
    const target = new URL(redirected.headers.get('location') ?? '');
    expect(target.searchParams.get('state')).toBe('a b&c');
    expect(target.searchParams.get('client_id')).toBe(client.client_id);
    const granted = await exchange({ grant_type: 'authorization_code', code: codeOf(redirected) });
    expect(granted.body).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    const session = await login(String(granted.body['access_token']));
    expect(session.body['restUrl']).toBe(bullhorn.restUrl);
    const ping = await bullhorn.call('ping', { token: String(session.body['BhRestToken']) });
    expect(ping.body).toEqual({ sessionExpires: nowMs + 10 * 60_000 });
  });

  it('takes a form in place of a query for the token', async () => {
    const form = { ...client, grant_type: 'authorization_code', code: codeOf(await authorize()) };
    const granted = await bullhorn.call('/oauth/token', { method: 'POST', token: null, form });
    expect(granted.status).toBe(200);
  });

  it('answers wrong client ids and passwords with pages, and never puts input into them as markup', async () => {
    const wrongClient = await authorize({ client_id: 'nobody' });
    expect([wrongClient.status, wrongClient.text]).toEqual([
      200,
      expect.stringContaining('Invalid Client Id'),
    ]);
    const wrongPassword = await authorize({ password: 'x', username: '"><script>' });
    expect(wrongPassword.text).toContain('<p class="error">Invalid credentials.');
    expect(wrongPassword.text).not.toContain('<script>');
    const foreign = await authorize({ redirect_uri: 'https://evil.example/' });
    expect(foreign.headers.get('location')).toBeNull();
  });

  it('takes a code once, and a refresh token once', async () => {
    const code = codeOf(await authorize());
    const first = await exchange({ grant_type: 'authorization_code', code });
    const second = await exchange({ grant_type: 'authorization_code', code });
    expect(second.body).toEqual({
      error: 'invalid_grant',
      error_description: 'Invalid, expired, or revoked authorization code.',
    });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.body['refresh_token']) };
    const answers = await Promise.all([exchange(refresh), exchange(refresh)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('refuses a wrong client secret', async () => {
    const code = codeOf(await authorize());
    const answer = await exchange({ grant_type: 'authorization_code', code, client_secret: 'wrong' });
    expect(answer.body['error']).toBe('invalid_client');
  });

  it('uses an access token up with the first login, and after ten minutes anyway', async () => {
    const { access } = await tokens();
    expect((await login(access)).status).toBe(200);
    const again = await login(access);
    expect([again.status, again.body]).toEqual([
      400,
      {
        errorMessage: 'Invalid or expired OAuth access token.',
        errorMessageKey: 'errors.authentication.invalidOAuthToken',
        errorCode: 400,
      },
    ]);
    const late = await tokens();
    bullhorn.sandbox.clock.advance(601_000);
    expect((await login(late.access)).status).toBe(400);
  });

  it('lets an access token be used again where a switch says so', async () => {
    bullhorn.sandbox.setSwitches({ accessTokenUse: 'until-expiry' });
    const { access } = await tokens();
    await login(access);
    expect((await login(access)).status).toBe(200);
  });

  it('leaves the refresh token out where the key has none', async () => {
    bullhorn.sandbox.setSwitches({ refreshTokens: false });
    expect((await tokens()).refresh).toBe('undefined');
  });

  it('makes a session no longer than the maximum, and ends it on time', async () => {
    const { access } = await tokens();
    const session = await login(access, { ttl: '99999' });
    const token = String(session.body['BhRestToken']);
    const expires = nowMs + 2880 * 60_000;
    expect((await bullhorn.call('ping', { token })).body).toEqual({ sessionExpires: expires });
    bullhorn.sandbox.clock.set(expires);
    expect((await bullhorn.call('ping', { token })).status).toBe(401);
  });

  it('lets a session slide where a switch says so', async () => {
    bullhorn.sandbox.setSwitches({ sessionSlides: true });
    const token = String((await login((await tokens()).access)).body['BhRestToken']);
    bullhorn.sandbox.clock.advance(540_000);
    await bullhorn.call('ping', { token });
    bullhorn.sandbox.clock.advance(540_000);
    expect((await bullhorn.call('ping', { token })).status).toBe(200);
  });

  it('refuses one session too many, or ends the oldest, and logging out makes room', async () => {
    const sessions: Answer[] = [];
    for (let count = 0; count < 3; count += 1) sessions.push(await login((await tokens()).access));
    expect((await login((await tokens()).access)).status).toBe(400);
    const token = String(sessions[0]?.body['BhRestToken']);
    expect((await bullhorn.call('logout', { token })).body).toEqual({ logout: 'OK' });
    expect((await login((await tokens()).access)).status).toBe(200);
    bullhorn.sandbox.setSwitches({ sessionsBeyondLimit: 'end-oldest' });
    expect((await login((await tokens()).access)).status).toBe(200);
    expect((await bullhorn.call('ping')).status).toBe(401);
  });

  it('takes the session key as header in both spellings, as parameter and as cookie', async () => {
    const places = [
      { headers: { BHRestToken: dana.token } },
      { query: { BhRestToken: dana.token } },
      { headers: { Cookie: `other=1; BhRestToken=${dana.token}` } },
    ];
    for (const place of places) {
      expect((await bullhorn.call('ping', { token: null, ...place })).status).toBe(200);
    }
  });

  it('answers 412 without a session key and 401 with a stale one', async () => {
    expect((await bullhorn.call('ping', { token: null })).status).toBe(412);
    const stale = await bullhorn.call('query/Appointment', { token: 'gone' });
    expect([stale.status, stale.body]).toEqual([
      401,
      {
        errorMessage: "Bad 'BhRestToken' or timed-out.",
        errorMessageKey: 'errors.authentication.invalidRestToken',
        errorCode: 401,
      },
    ]);
    bullhorn.sandbox.setSwitches({ staleTokenBody: 'message' });
    const newer = await bullhorn.call('ping', { token: 'gone' });
    expect(newer.body).toHaveProperty('message', "Bad 'BhRestToken' or timed-out.");
  });

  it('redirects from the other data centre with 307, method and parameters kept', async () => {
    const { access } = await tokens();
    const path = `/rest-services/login?version=*&access_token=${access}`;
    const redirected = await bullhorn.call(`/other-data-center${path}`, { method: 'POST', token: null });
    expect(redirected.status).toBe(307);
    expect(redirected.headers.get('location')).toBe(`${bullhorn.baseUrl}${path}`);
    expect((await login(access)).status).toBe(200);
  });

  it('expires an access token by a planned fault', async () => {
    bullhorn.sandbox.setSwitches({ accessTokenUse: 'until-expiry' });
    const { access } = await tokens();
    bullhorn.sandbox.faults.add({ fault: 'expireToken', path: '*/login' });
    expect([(await login(access)).status, (await login(access)).status]).toEqual([400, 400]);
    bullhorn.sandbox.faults.clear();
    expect((await login(access)).status).toBe(200);
  });

  it('keeps passwords, codes and tokens out of the journal', async () => {
    const form = { ...client, grant_type: 'authorization_code', code: codeOf(await authorize()) };
    const { body } = await bullhorn.call('/oauth/token', { method: 'POST', token: null, form });
    const access = { version: '*', access_token: String(body['access_token']) };
    await bullhorn.call('/rest-services/login', { method: 'POST', token: null, form: access });
    const { journal } = bullhorn.sandbox;
    expect(journal.entries().map(({ path }) => path)).toEqual([
      '/oauth/authorize',
      '/oauth/token',
      '/rest-services/login',
    ]);
    expect(journal.entries().flatMap(({ number }) => journal.bodyOf(number) ?? [])).toEqual([]);
  });

  it('expires a session key by a planned fault', async () => {
    bullhorn.sandbox.faults.add({ fault: 'expireToken', path: '*/ping' });
    expect((await bullhorn.call('ping')).status).toBe(401);
    expect((await bullhorn.call('ping')).status).toBe(401);
    bullhorn.sandbox.faults.clear();
    expect((await bullhorn.call('ping')).status).toBe(200);
  });
});
