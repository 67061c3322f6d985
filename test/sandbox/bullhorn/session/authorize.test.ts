import { openPage, policyOf, sendForm } from '../../consent-form';
import { startBullhorn, type Answer, type RunningBullhorn } from '../running-bullhorn';

const client = { client_id: 'app-connect-sandbox', client_secret: 'app-connect-sandbox-secret' };
const redirectUri = 'http://127.0.0.1:9/callback';
/** RFC 7636, Appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const danasLogin = { username: 'dana.sandbox', password: 'sandbox', action: 'Login' };

describe('the log-in page of the local Bullhorn', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  const authorizeUrl = (changes: Record<string, string> = {}): string => {
    const query = new URLSearchParams({
      client_id: client.client_id,
      response_type: 'code',
      redirect_uri: redirectUri,
      state: 's',
      ...changes,
    });
    return `${bullhorn.baseUrl}/oauth/authorize?${query.toString()}`;
  };

  const codeFor = async (changes: Record<string, string>): Promise<string> => {
    const page = await openPage(authorizeUrl(changes));
    return new URL(page.headers.get('location') ?? 'none:').searchParams.get('code') ?? '';
  };

  const exchange = (form: Record<string, string>): Promise<Answer> =>
    bullhorn.call('/oauth/token', {
      method: 'POST',
      token: null,
      form: { ...client, grant_type: 'authorization_code', ...form },
    });

  it('tells who can log in, with the first of them filled in, and runs no scripts', async () => {
    const page = await openPage(authorizeUrl());
    expect(page.status).toBe(200);
    expect(page.html).toContain('<li>priya.sandbox, password sandbox</li>');
    expect(page.html).toMatch(/<input type="text" id="username"[^>]* value="dana.sandbox">/);
    expect(page.html).toMatch(/<input type="password" id="password"[^>]* value="sandbox">/);
    expect(page.html).not.toContain('<script');
    expect(policyOf(page)).toEqual(expect.arrayContaining(["default-src 'none'", "base-uri 'none'"]));
  });

  it('takes the form: back to the app with a code, or to the page again', async () => {
    const { target } = await sendForm(authorizeUrl(), danasLogin);
    expect(Object.fromEntries(target?.searchParams ?? [])).toEqual({
      code: expect.any(String),
      client_id: client.client_id,
      state: 's',
    });
    const again = await sendForm(authorizeUrl(), { ...danasLogin, password: 'wrong' });
    expect(again.target).toBeUndefined();
    expect(again.html).toContain('<p class="error">Invalid credentials.');
    expect(again.html).toMatch(/type="password"[^>]* value="">/);
  });

  it('sends whoever cancels back with access_denied', async () => {
    const { target } = await sendForm(authorizeUrl(), { ...danasLogin, action: 'Deny' });
    expect(Object.fromEntries(target?.searchParams ?? [])).toEqual({ error: 'access_denied', state: 's' });
  });

  it('redirects at once where the URL approves a user, and asks again for one who does not exist', async () => {
    const granted = await exchange({ code: await codeFor({ approve: '12' }) });
    const session = await bullhorn.call('/rest-services/login', {
      token: null,
      query: { version: '*', access_token: String(granted.body['access_token']) },
    });
    const token = String(session.body['BhRestToken']);
    const me = await bullhorn.call('entity/CorporateUser/12?fields=id', { token });
    expect(me.status).toBe(200);
    expect(await codeFor({ approve: '99' })).toBe('');
  });

  it('asks for the terms of service at the first log-in only, where a switch says so', async () => {
    bullhorn.sandbox.setSwitches({ termsOfService: 'first-login' });
    const first = await sendForm(authorizeUrl(), danasLogin);
    expect(first.target).toBeUndefined();
    const ticket = /name="ticket" value="([^"]+)"/.exec(first.html)?.[1] ?? '';
    expect((await sendForm(authorizeUrl(), { ticket, action: 'Deny' })).target?.search).toContain(
      'access_denied',
    );
    const agreed = await sendForm(authorizeUrl(), { ticket, action: 'Agree' });
    expect(agreed.target?.searchParams.has('code')).toBe(true);
    expect((await sendForm(authorizeUrl(), { ticket, action: 'Agree' })).target).toBeUndefined();
    expect((await sendForm(authorizeUrl(), danasLogin)).target?.searchParams.has('code')).toBe(true);
    bullhorn.sandbox.reset();
    bullhorn.sandbox.setSwitches({ termsOfService: 'first-login' });
    expect((await sendForm(authorizeUrl(), danasLogin)).html).toContain('Terms of Service');
  });

  it('gives a code that is bound to its redirect URI, which the token request may leave out', async () => {
    const code = (): Promise<string> => codeFor({ approve: '11' });
    expect((await exchange({ code: await code(), redirect_uri: redirectUri })).status).toBe(200);
    expect((await exchange({ code: await code() })).status).toBe(200);
    const elsewhere = await exchange({ code: await code(), redirect_uri: 'http://127.0.0.1:9/elsewhere' });
    expect(elsewhere.body['error']).toBe('invalid_grant');
  });

  it('gives a code that is bound to its PKCE challenge, or ignores that by switch', async () => {
    const code = (): Promise<string> =>
      codeFor({ approve: '11', code_challenge: challenge, code_challenge_method: 'S256' });
    expect((await exchange({ code: await code(), code_verifier: verifier })).status).toBe(200);
    expect((await exchange({ code: await code() })).status).toBe(400);
    bullhorn.sandbox.setSwitches({ pkce: 'ignored' });
    expect((await exchange({ code: await code() })).status).toBe(200);
  });

  it('gives a code for ten minutes', async () => {
    const code = await codeFor({ approve: '11' });
    bullhorn.sandbox.clock.advance(10 * 60_000);
    expect((await exchange({ code })).status).toBe(400);
  });
});
