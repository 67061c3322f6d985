import { openPage, policyOf, sendForm } from '../../consent-form';
import { startAccount, type RunningAccount } from '../small-account';
import {
  challenge,
  clientState,
  confidential,
  netSuiteSignIn,
  publicClient,
  redirectUri,
  type NetSuiteSignIn,
} from './netsuite-sign-in';

describe('the authorization endpoint of NetSuite', () => {
  let account: RunningAccount;
  let signIn: NetSuiteSignIn;

  beforeAll(async () => {
    account = await startAccount();
    signIn = netSuiteSignIn(account);
  });

  afterAll(() => account.close());

  it('shows a page that says who asks, for what, and lets a user be chosen', async () => {
    const page = await openPage(signIn.authorizeUrl());
    expect(page.status).toBe(200);
    expect(page.html).toContain(confidential.clientId);
    expect(page.html).toContain('<li>restlets</li><li>rest_webservices</li>');
    expect(page.html).toContain('<label for="user">');
    expect(page.html).toContain('<option value="2">James</option>');
    expect(page.html).not.toContain('<script');
  });

  it('lets the page do nothing but send its form, wherever the app sends the browser on to', async () => {
    const page = await openPage(signIn.authorizeUrl());
    expect(policyOf(page)).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^style-src 'sha256-[\w+/]+='$/),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('sends whoever allows back with a code and with who and where they are', async () => {
    const { status, target } = await sendForm(signIn.authorizeUrl(), { user: '2', decision: 'allow' });
    expect([status, target?.origin, target?.pathname]).toEqual([302, 'http://127.0.0.1:9', '/callback']);
    expect(Object.fromEntries(target?.searchParams ?? [])).toEqual({
      state: clientState,
      role: '3',
      entity: '2',
      company: 'TSTDRV1',
      code: expect.any(String),
    });
  });

  it('sends whoever denies back with access_denied and no code', async () => {
    const { target } = await sendForm(signIn.authorizeUrl(), { user: '2', decision: 'deny' });
    expect(Object.fromEntries(target?.searchParams ?? [])).toEqual({
      error: 'access_denied',
      state: clientState,
    });
  });

  it('redirects at once where the URL approves, with the role of that user', async () => {
    const target = await signIn.redirectOf();
    expect(target.searchParams.get('entity')).toBe('1');
    expect(target.searchParams.get('role')).toBe('1000');
    const unknown = await openPage(signIn.authorizeUrl({ approve: '99' }));
    expect([unknown.status, unknown.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['an unknown client', { client_id: '<b>x</b>' }],
    ['another redirect URI', { redirect_uri: 'https://evil.example/callback' }],
    ['a redirect URI that is none', { redirect_uri: 'callback' }],
  ])('says on a page that it refuses %s, and redirects nowhere', async (_what, changes) => {
    const page = await openPage(signIn.authorizeUrl({ ...changes, approve: '1' }));
    expect([page.status, page.headers.get('location')]).toEqual([400, null]);
    expect(page.html).toContain('refused');
    expect(policyOf(page)).toContain("form-action 'none'");
    expect(page.html).not.toContain('<b>');
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { response_type: '' }],
    ['invalid_request', { scope: '' }],
    ['invalid_request', { state: 'of-only-21-characters' }],
    ['invalid_request', { state: 'x'.repeat(1025) }],
    ['invalid_request', { state: 'not printable: \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9' }],
    ['invalid_request', { ...challenge, code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: 'S256' }],
    ['invalid_request', { client_id: publicClient.clientId }],
    ['invalid_scope', { scope: 'restlets everything' }],
    ['invalid_scope', { scope: 'restlets suite_analytics' }],
  ])('redirects with %s for %j', async (error, changes) => {
    const target = await signIn.redirectOf(changes);
    expect(`${target.origin}${target.pathname}`).toBe(redirectUri);
    expect(target.searchParams.get('error')).toBe(error);
    expect(target.searchParams.has('code')).toBe(false);
  });
});
