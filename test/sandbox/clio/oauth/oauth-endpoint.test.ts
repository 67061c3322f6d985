import { z } from 'zod';

import { defaultDeveloperApp } from '../../../../sandbox/clio/clio-sandbox';
import { openPage, policyOf, sendForm } from '../../consent-form';
import { openClio, type ClioClient, type Reply } from '../clio-client';

const redirectUri = 'http://127.0.0.1:9/callback';
const authorizePath = `/oauth/authorize?${new URLSearchParams({
  response_type: 'code',
  client_id: defaultDeveloperApp.clientId,
  redirect_uri: redirectUri,
  state: 'a"><b>&c',
}).toString()}`;
const tokenReply = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.number(),
  refresh_token: z.string().optional(),
});

describe('signing in with OAuth', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  async function token(parameters: Readonly<Record<string, string>>): Promise<Reply> {
    const { clientId, clientSecret } = defaultDeveloperApp;
    const response = await fetch(`${clio.baseUrl}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...parameters }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  const authorizeUrl = (query = ''): string => `${clio.baseUrl}${authorizePath}${query}`;

  async function code(query = '&approve=358002'): Promise<string> {
    const reply = await clio.ask(`${authorizePath}${query}`);
    return new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  const redeem = async (): Promise<z.infer<typeof tokenReply>> =>
    tokenReply.parse(
      (await token({ grant_type: 'authorization_code', code: await code(), redirect_uri: redirectUri })).body,
    );

  it('shows a page to choose a user on, without scripts and without markup from the request', async () => {
    const page = await openPage(authorizeUrl('&scope=%3Cb%3E'));
    expect(page.status).toBe(200);
    expect(page.html).toContain('<option value="358002">Daniel Okafor</option>');
    expect(page.html).toContain(defaultDeveloperApp.clientId);
    expect(page.html).not.toMatch(/<script|<b>/);
    expect(policyOf(page)).toEqual(expect.arrayContaining(["default-src 'none'", "base-uri 'none'"]));
  });

  it('sends the user back with a code and the state, or with access_denied', async () => {
    const allowed = await sendForm(authorizeUrl(), { user: '358002', decision: 'allow' });
    expect(allowed.status).toBe(302);
    expect(Object.fromEntries(allowed.target?.searchParams ?? [])).toEqual({
      code: expect.any(String),
      state: 'a"><b>&c',
    });
    const denied = await sendForm(authorizeUrl(), { user: '358002', decision: 'deny' });
    expect(Object.fromEntries(denied.target?.searchParams ?? [])).toEqual({
      error: 'access_denied',
      state: 'a"><b>&c',
    });
  });

  it('keeps whoever declines on a page where a switch says so, unless the request wants them back', async () => {
    clio.sandbox.setSwitches({ declineWithoutParameter: 'page' });
    const deny = { user: '358002', decision: 'deny' };
    expect((await sendForm(authorizeUrl(), deny)).target).toBeUndefined();
    const wanted = await sendForm(authorizeUrl('&redirect_on_decline=true'), deny);
    expect(wanted.target?.searchParams.get('error')).toBe('access_denied');
  });

  it('redirects at once where the URL approves, but not for a user who does not exist', async () => {
    expect(await code()).not.toBe('');
    const unknown = await openPage(authorizeUrl('&approve=1'));
    expect([unknown.status, unknown.headers.get('location')]).toEqual([400, null]);
  });

  it('refuses on a page, and not with a redirect, a redirect URI that is not registered', async () => {
    const url = authorizeUrl('&approve=358002').replace(
      /redirect_uri=[^&]*/,
      'redirect_uri=https://evil.example/',
    );
    const page = await openPage(url);
    expect([page.status, page.headers.get('location')]).toEqual([400, null]);
    expect(page.html).toContain('not registered');
    const otherType = await clio.ask(authorizePath.replace('=code', '=token'));
    expect(otherType.headers.get('location')).toContain('error=unsupported_response_type');
  });

  it('gives a token for 30 days that reads as the user who approved', async () => {
    const reply = await redeem();
    expect(reply.expires_in).toBe(2_592_000);
    expect(await clio.show('users/who_am_i.json', { as: reply.access_token })).toMatchObject({ id: 358002 });
    clio.sandbox.clock.advance(2_592_000_000);
    expect((await clio.ask('users/who_am_i.json', { as: reply.access_token })).status).toBe(401);
  });

  it('takes a code once, in time and with its redirect URI', async () => {
    const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri };
    const once = await code();
    expect((await token({ ...grant, code: once })).status).toBe(200);
    expect(await token({ ...grant, code: once })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    const elsewhere = { ...grant, code: await code(), redirect_uri: 'http://127.0.0.1:9/other' };
    expect((await token(elsewhere)).status).toBe(400);
    const late = await code();
    clio.sandbox.clock.advance(600_000);
    expect((await token({ ...grant, code: late })).status).toBe(400);
  });

  it('compares the PKCE verifier with the challenge of the request, or ignores both by switch', async () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const challenged = `&approve=358002&code_challenge=${challenge}&code_challenge_method=S256`;
    const statusWith = async (codeVerifier: string): Promise<number> => {
      const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri };
      const answer = { ...grant, code: await code(challenged), code_verifier: codeVerifier };
      return (await token(answer)).status;
    };
    expect([await statusWith(verifier), await statusWith(`${verifier}x`)]).toEqual([200, 400]);
    clio.sandbox.setSwitches({ pkce: 'ignored' });
    expect(await statusWith('')).toBe(200);
  });

  it('expires an issued token by a planned fault, and refreshes it', async () => {
    const { access_token: as, refresh_token: refreshToken = '' } = await redeem();
    clio.sandbox.faults.add({ fault: 'expireToken', path: '/api/v4/*' });
    expect((await clio.ask('users/who_am_i.json', { as })).status).toBe(401);
    expect((await clio.ask('users/who_am_i.json', { as })).status).toBe(401);
    expect((await clio.ask('/oauth/deauthorize', { method: 'POST', as })).status).toBe(401);
    const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const renewed = tokenReply.parse((await token(grant)).body);
    expect((await clio.ask('users/who_am_i.json', { as: renewed.access_token })).status).toBe(200);
  });

  it('words a planned fault of the token endpoint as an OAuth server does', async () => {
    clio.sandbox.faults.add({ fault: '503', path: '/oauth/token' });
    const refused = await token({ grant_type: 'refresh_token', refresh_token: 'x' });
    expect(refused).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
  });

  it('keeps codes, secrets and tokens out of the journal', async () => {
    await redeem();
    const { journal } = clio.sandbox;
    const number = journal.entries().find(({ path }) => path === '/oauth/token')?.number ?? 0;
    expect(journal.counts()).toMatchObject({ 'POST /oauth/token': 1 });
    expect(journal.bodyOf(number)).toBeUndefined();
  });

  it('refreshes as often as wanted with the same refresh token, and sends no new one', async () => {
    const { refresh_token: refreshToken = '' } = await redeem();
    clio.sandbox.clock.advance(90 * 86_400_000);
    const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const first = tokenReply.parse((await token(grant)).body);
    const second = tokenReply.parse((await token(grant)).body);
    expect(first.refresh_token).toBeUndefined();
    for (const { access_token: as } of [first, second]) {
      expect((await clio.ask('users/who_am_i.json', { as })).status).toBe(200);
    }
  });

  it('ends all tokens of an approval with deauthorize', async () => {
    const { access_token: as, refresh_token: refreshToken = '' } = await redeem();
    expect((await clio.ask('/oauth/deauthorize', { method: 'POST', as })).status).toBe(200);
    expect((await clio.ask('users/who_am_i.json', { as })).status).toBe(401);
    expect((await token({ grant_type: 'refresh_token', refresh_token: refreshToken })).status).toBe(400);
    expect((await clio.ask('/oauth/deauthorize', { method: 'POST', as })).status).toBe(401);
  });

  it('refuses a wrong secret, an unknown client and a grant type it does not have', async () => {
    expect((await token({ grant_type: 'refresh_token', client_secret: 'x' })).status).toBe(401);
    expect((await token({ grant_type: 'password' })).status).toBe(400);
    const unknown = await clio.ask(
      `/oauth/authorize?client_id=x&response_type=code&redirect_uri=${redirectUri}`,
    );
    expect(unknown.status).toBe(401);
  });
});
