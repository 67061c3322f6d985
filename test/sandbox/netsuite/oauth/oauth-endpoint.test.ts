import { startAccount, type RunningAccount } from '../small-account';
import {
  basic,
  challenge,
  confidential,
  netSuiteSignIn,
  publicClient,
  verifier,
  type NetSuiteSignIn,
} from './netsuite-sign-in';

const hourMs = 3_600_000;
const restlet = '/app/site/hosting/restlet.nl?script=1&deploy=1';
const events = '/services/rest/record/v1/calendarEvent';
const publicHeader = { client_id: publicClient.clientId };

describe('tokens of NetSuite', () => {
  let account: RunningAccount;
  let signIn: NetSuiteSignIn;

  beforeEach(async () => {
    account = await startAccount();
    signIn = netSuiteSignIn(account);
  });

  afterEach(() => account.close());

  const begin = async (): Promise<{ access: string; refresh: string }> => {
    const { access, refresh = '' } = signIn.tokens(await signIn.exchange(await signIn.code()));
    return { access, refresh };
  };

  const beginPublic = async (): Promise<{ access: string; refresh: string }> => {
    const code = await signIn.code({ ...publicHeader, ...challenge });
    const answer = await signIn.exchange(code, { ...publicHeader, code_verifier: verifier }, null);
    const { access, refresh = '' } = signIn.tokens(answer);
    return { access, refresh };
  };

  describe('an access token', () => {
    it('looks like a JWT and works as the user who allowed it, for an hour', async () => {
      const { access } = signIn.tokens(await signIn.exchange(await signIn.code({ approve: '3' })));
      expect(access.split('.')).toHaveLength(3);
      const headers = { authorization: `Bearer ${access}` };
      expect((await account.call('GET', events, { as: null, headers })).status).toBe(200);
      const body = { title: 'x', startDate: '2026-03-17', startTime: '09:00', endTime: '10:00' };
      // The third user may only view.
      expect((await account.call('POST', events, { as: null, headers, body })).status).toBe(403);
      account.sandbox.clock.advance(hourMs - 1);
      expect(await signIn.readStatus(access)).toBe(200);
      account.sandbox.clock.advance(1);
      expect(await signIn.readStatus(access)).toBe(401);
    });

    it('is good for RESTlets', async () => {
      const { access } = await begin();
      const headers = { authorization: `Bearer ${access}` };
      const { status } = await account.call('GET', restlet, { as: null, headers });
      expect(status).not.toBe(401);
    });

    it('is for the APIs of its scopes only', async () => {
      const { access } = signIn.tokens(await signIn.exchange(await signIn.code({ scope: 'restlets' })));
      expect(await signIn.readStatus(access)).toBe(401);
    });

    it('is refused with a challenge when nobody has it', async () => {
      for (const path of [events, restlet]) {
        const { status, headers } = await account.call('GET', path, { as: 'nobody' });
        expect([status, headers.get('www-authenticate')]).toEqual([
          401,
          'Bearer realm="TSTDRV1", error="invalid_token", error_description="Invalid login attempt."',
        ]);
      }
    });

    it('can be expired by a fault, and renewed', async () => {
      const { access, refresh } = await begin();
      account.sandbox.faults.add({ fault: 'expireToken', path: events });
      expect([await signIn.readStatus(access), await signIn.readStatus(access)]).toEqual([401, 401]);
      const renewed = signIn.tokens(await signIn.refresh(refresh));
      expect(await signIn.readStatus(renewed.access)).toBe(200);
    });

    it('is gone after a reset, while the tokens of the seed remain', async () => {
      const { access } = await begin();
      account.sandbox.reset();
      expect([await signIn.readStatus(access), await signIn.readStatus('token-1')]).toEqual([401, 200]);
    });
  });

  describe('a code', () => {
    it('works once', async () => {
      const code = await signIn.code();
      expect((await signIn.exchange(code)).status).toBe(200);
      expect(await signIn.exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    it('works for ten minutes', async () => {
      const code = await signIn.code();
      account.sandbox.clock.advance(10 * 60_000);
      expect((await signIn.exchange(code)).body).toEqual({ error: 'invalid_grant' });
    });

    it('works with its redirect URI and its client only', async () => {
      const elsewhere = { redirect_uri: 'http://127.0.0.1:9/elsewhere' };
      expect((await signIn.exchange(await signIn.code(), elsewhere)).body).toEqual({
        error: 'invalid_grant',
      });
      const other = await signIn.exchange(await signIn.code(), publicHeader, null);
      expect(other.body).toEqual({ error: 'invalid_grant' });
    });

    it('works with the verifier of its challenge only', async () => {
      const wrong = verifier.replace('d', 'e');
      for (const [code_verifier, status] of [
        [verifier, 200],
        [wrong, 400],
        ['', 400],
      ] as const) {
        expect((await signIn.exchange(await signIn.code(challenge), { code_verifier })).status).toBe(status);
      }
    });
  });

  describe('the refresh token of a confidential client', () => {
    it('works again and again for seven days, and no new one comes with it', async () => {
      const { refresh } = await begin();
      account.sandbox.clock.advance(2 * hourMs);
      for (let i = 0; i < 2; i += 1) {
        const renewed = signIn.tokens(await signIn.refresh(refresh));
        expect(renewed.refresh).toBeUndefined();
        expect(await signIn.readStatus(renewed.access)).toBe(200);
      }
      account.sandbox.clock.advance(166 * hourMs);
      expect(await signIn.refresh(refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    it('rotates where a switch says so', async () => {
      account.sandbox.setSwitches({ confidentialRefreshRotates: true });
      const { refresh } = await begin();
      const renewed = signIn.tokens(await signIn.refresh(refresh));
      expect((await signIn.refresh(refresh)).status).toBe(400);
      expect((await signIn.refresh(renewed.refresh ?? '')).status).toBe(200);
    });

    it('ends with everything that came of it when it is revoked', async () => {
      const { access, refresh } = await begin();
      const renewed = signIn.tokens(await signIn.refresh(refresh));
      const other = await begin();
      expect(await signIn.post('revoke', { token: refresh })).toMatchObject({ status: 200, body: '' });
      expect((await signIn.refresh(refresh)).status).toBe(400);
      expect([await signIn.readStatus(access), await signIn.readStatus(renewed.access)]).toEqual([401, 401]);
      expect(await signIn.readStatus(other.access)).toBe(200);
      expect((await signIn.post('revoke', { token: refresh })).status).toBe(200);
      expect((await signIn.post('revoke', {})).body).toEqual({ error: 'invalid_request' });
    });
  });

  describe('the refresh token of a public client', () => {
    it('works once, and the next one comes with it', async () => {
      const { refresh } = await beginPublic();
      const answer = await signIn.refresh(refresh, publicHeader, null);
      const next = signIn.tokens(answer).refresh ?? '';
      expect((await signIn.refresh(refresh, publicHeader, null)).body).toEqual({ error: 'invalid_grant' });
      expect((await signIn.refresh(next, {}, basic(publicClient.clientId))).status).toBe(200);
    });

    it('lasts two days, and the chain no longer than a week', async () => {
      let { refresh } = await beginPublic();
      for (let day = 0; day < 6; day += 1) {
        account.sandbox.clock.advance(24 * hourMs);
        refresh = signIn.tokens(await signIn.refresh(refresh, publicHeader, null)).refresh ?? '';
      }
      account.sandbox.clock.advance(24 * hourMs);
      expect((await signIn.refresh(refresh, publicHeader, null)).body).toEqual({ error: 'invalid_grant' });
    });
  });

  describe('the token endpoint', () => {
    const { clientId, clientSecret } = confidential;

    it.each([
      ['a wrong secret', basic(clientId, 'wrong'), {}],
      ['no secret', basic(clientId), {}],
      ['an unknown client', basic('nobody', clientSecret), {}],
      ['nothing', null, {}],
      ['a secret in the body', null, { client_id: clientId, client_secret: clientSecret }],
      ['a bearer token', 'Bearer token-1', {}],
    ])('refuses a client that shows %s', async (_what, authorization, form) => {
      const answer = await signIn.post('token', { grant_type: 'refresh_token', ...form }, authorization);
      expect([answer.status, answer.body]).toEqual([401, { error: 'invalid_client' }]);
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="TSTDRV1"');
    });

    it.each([
      ['two ways of authentication', { grant_type: 'refresh_token', client_id: clientId }],
      ['no grant type', {}],
      ['an unknown grant type', { grant_type: 'password' }],
      ['a missing code', { grant_type: 'authorization_code', redirect_uri: 'x' }],
      ['a missing redirect URI', { grant_type: 'authorization_code', code: 'x' }],
      ['a missing refresh token', { grant_type: 'refresh_token' }],
    ])('answers invalid_request to %s', async (_what, form) => {
      const answer = await signIn.post('token', form);
      expect([answer.status, answer.body]).toEqual([400, { error: 'invalid_request' }]);
    });

    it('words a planned fault as an OAuth server does', async () => {
      account.sandbox.faults.add({ fault: '503', path: '*/oauth2/v1/token' });
      const answer = await signIn.exchange(await signIn.code());
      expect(answer).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    });
  });

  it('never reach the journal', async () => {
    const { access, refresh } = await begin();
    await signIn.refresh(refresh);
    await signIn.readStatus(access);
    const { journal } = account.sandbox;
    const kept = JSON.stringify(journal.entries().map((entry) => [entry, journal.bodyOf(entry.number)]));
    expect(journal.counts()).toMatchObject({ 'POST /services/rest/auth/oauth2/v1/token': 2 });
    expect(kept).not.toContain(refresh);
    expect(kept).not.toContain(access);
    expect(journal.entries().map(({ number }) => journal.bodyOf(number))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
