import { z } from 'zod';

import { defaultDeveloperApp } from '../../../../sandbox/clio/clio-sandbox';
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

  async function code(query = '&approve=1&user_id=358002'): Promise<string> {
    const reply = await clio.ask(`${authorizePath}${query}`);
    return new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  const redeem = async (): Promise<z.infer<typeof tokenReply>> =>
    tokenReply.parse(
      (await token({ grant_type: 'authorization_code', code: await code(), redirect_uri: redirectUri })).body,
    );

  it('shows a page to approve on, with everything from the request escaped', async () => {
    const page = String((await clio.ask(authorizePath)).body);
    expect(page).toContain('Daniel Okafor');
    expect(page).toContain('Allow access');
    expect(page).not.toContain('"><b>');
  });

  it('sends the user back with a code and the state, or with access_denied', async () => {
    const approved = await clio.ask(`${authorizePath}&approve=1`);
    const location = new URL(approved.headers.get('location') ?? '');
    expect([approved.status, location.searchParams.get('state')]).toEqual([302, 'a"><b>&c']);
    const denied = await clio.ask(`${authorizePath}&approve=0`);
    expect(denied.headers.get('location')).toContain('error=access_denied');
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
