/** The providers at the local CRMs, over HTTP: nothing of the sandbox but its announcements is used. */
import path from 'node:path';
import { z } from 'zod';
import { createSignInProviders } from '../../../bridge/sign-in/create-sign-in-providers';
import type { CrmPlace, SignInProvider } from '../../../bridge/sign-in/sign-in-provider';
import { startBullhorn } from '../../../sandbox/bullhorn/start-bullhorn';
import { startClio } from '../../../sandbox/clio/start-clio';
import { startNetSuite } from '../../../sandbox/netsuite/start-netsuite';
import type { RunningVendor } from '../../../sandbox/core/running-vendor';
import type { Platform } from '../../../src/contract/operations';
import { failureOf } from './sign-in-failure';

const REDIRECT = 'https://ringcentral.github.io/ringcentral-embeddable/redirect.html';
const STATE = 'a-state-of-22-or-more-characters';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
/** Of the verifier (RFC 7636, Appendix B). */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const ACCESS_PATHS: Readonly<Record<Platform, (restUrl: string) => string>> = {
  netsuite: () => '/services/rest/record/v1/calendarEvent?limit=1',
  bullhorn: (restUrl) => `${new URL(restUrl).pathname}ping`,
  clio: () => '/api/v4/users/who_am_i.json',
};

const announcementSchema = z.object({
  baseUrl: z.url(),
  hostname: z.string().default(''),
  oauth: z.object({ clientId: z.string(), clientSecret: z.string() }),
  users: z.array(z.object({ id: z.coerce.string(), name: z.string(), timeZone: z.string() })).min(2),
});

type Announcement = z.infer<typeof announcementSchema>;

interface LocalCrm {
  readonly vendor: RunningVendor;
  readonly announced: Announcement;
  readonly provider: SignInProvider;
  readonly place: CrmPlace;
}

const suiteAppFolder = path.join(__dirname, '..', '..', '..', 'dist', 'suiteapp');

const start: Readonly<Record<Platform, () => Promise<RunningVendor>>> = {
  netsuite: async () => startNetSuite({ port: 0, calendarText: undefined, suiteAppFolder }),
  bullhorn: startBullhorn,
  clio: startClio,
};

const providersFor = ({ baseUrl, oauth }: Announcement) =>
  createSignInProviders({
    netsuite: { ...oauth, restBaseUrl: baseUrl, restletBaseUrl: baseUrl },
    bullhorn: { ...oauth, loginInfoUrl: `${baseUrl}/rest-services/loginInfo`, restBaseUrl: baseUrl },
    clio: { apps: { us: oauth }, baseUrl },
  });

const startLocalCrm = async (platform: Platform): Promise<LocalCrm> => {
  const vendor = await start[platform]();
  const announced = announcementSchema.parse(vendor.announcement);
  const provider = providersFor(announced)[platform];
  if (!provider) throw new Error('no provider');
  return { vendor, announced, provider, place: { hostname: announced.hostname } };
};

/** The browser's part: what the CRM's redirect carries after the user has allowed it. */
const approve = async ({ provider, place }: LocalCrm, userId: string): Promise<URLSearchParams> => {
  const codeChallenge = provider.usesPkce ? CHALLENGE : undefined;
  const url = await provider.authorizeUrl({ place, redirectUri: REDIRECT, state: STATE, codeChallenge });
  const reply = await fetch(`${url}&approve=${userId}`, { redirect: 'manual' });
  const target = new URL(reply.headers.get('location') ?? '');
  expect(target.origin + target.pathname).toBe(REDIRECT);
  expect(target.searchParams.get('state')).toBe(STATE);
  return target.searchParams;
};

const exchangeOf = ({ provider, place }: LocalCrm, callback: URLSearchParams) => ({
  place,
  callback,
  redirectUri: REDIRECT,
  codeVerifier: provider.usesPkce ? VERIFIER : undefined,
});

/** Not Bullhorn: its sandbox does not answer `settings/userId`. */
describe.each<Platform>(['netsuite', 'bullhorn', 'clio'])('signing in at the local %s', (platform) => {
  let crm: LocalCrm;
  beforeAll(async () => {
    crm = await startLocalCrm(platform);
  });
  afterAll(() => crm.vendor.close());

  const statusFor = async (credential: string, restUrl = crm.announced.baseUrl): Promise<number> => {
    const header = platform === 'bullhorn' ? { BhRestToken: credential } : { Authorization: credential };
    const url = crm.announced.baseUrl + ACCESS_PATHS[platform](restUrl);
    return (await fetch(url, { headers: header })).status;
  };
  const signIn = async (user = crm.announced.users[1]) =>
    crm.provider.exchangeCode(exchangeOf(crm, await approve(crm, user?.id ?? '')));

  it('finds out who signed in, and gets a credential that opens the API', async () => {
    const [, user] = crm.announced.users;
    const { user: signedIn, tokens } = await signIn(user);
    expect(signedIn).toMatchObject({ id: user?.id, name: user?.name });
    expect([undefined, user?.timeZone]).toContain(signedIn.timeZone);
    expect(tokens.expiresAtMs).toBeGreaterThan(Date.now());
    expect(await statusFor(tokens.credential, tokens.restUrl)).toBe(200);
  });

  it('takes a code once', async () => {
    const exchange = exchangeOf(crm, await approve(crm, crm.announced.users[0]?.id ?? ''));
    await crm.provider.exchangeCode(exchange);
    expect((await failureOf(crm.provider.exchangeCode(exchange))).code).toBe('unauthenticated');
  });

  it('refreshes, and again with what the refresh gave', async () => {
    const { tokens } = await signIn();
    const once = await crm.provider.refresh(tokens, crm.place);
    const twice = await crm.provider.refresh(once, crm.place);
    expect(new Set([tokens.credential, once.credential, twice.credential]).size).toBe(3);
    expect(await statusFor(twice.credential, twice.restUrl)).toBe(200);
  });

  it('signs out', async () => {
    const { tokens } = await signIn();
    await crm.provider.revoke(tokens, crm.place);
    expect(await statusFor(tokens.credential, tokens.restUrl)).toBe(401);
  });

  it('blames itself for a wrong secret', async () => {
    const { announced } = crm;
    const wrong = { ...announced, oauth: { ...announced.oauth, clientSecret: 'WRONG' } };
    const provider = providersFor(wrong)[platform] ?? crm.provider;
    const exchange = exchangeOf(crm, await approve(crm, announced.users[0]?.id ?? ''));
    expect((await failureOf(provider.exchangeCode(exchange))).code).toBe('upstream_invalid');
  });
});
