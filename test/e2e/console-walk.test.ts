/** The console as its page uses it, in front of the three local CRMs: nothing but HTTP, and a browser's cookies. */
import { createConsoleBrowser, type ConsoleBrowser } from './console-browser';
import { startBridge, type RunningBridge } from './running-bridge';

let bridge: RunningBridge;
let page: string;
let browser: ConsoleBrowser;

beforeAll(async () => {
  bridge = await startBridge();
  page = `${bridge.baseUrl}/console/`;
}, 60_000);
afterAll(() => bridge.close());
beforeEach(() => {
  browser = createConsoleBrowser();
});

const asked = async (method: string, path: string, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await browser.fetchFrom(page, bridge.baseUrl + path, { method, headers });
  return { ...answer, body: Object(JSON.parse(answer.text)) };
};

const stateOf = async (platform: string) => {
  const { body } = await asked('GET', '/console/state');
  return Object([...body.platforms].find((one) => one.platform === platform));
};

/** The buttons of the consent pages, by CRM. */
const allow = {
  netsuite: { decision: 'allow' },
  bullhorn: { action: 'Login' },
  clio: { decision: 'allow' },
} as const;

const deny = {
  netsuite: { decision: 'deny' },
  bullhorn: { action: 'Deny' },
  clio: { decision: 'deny' },
} as const;

const TERMS_TICKET = /name="ticket" value="([^"]+)"/;

/** What stands in the fields of a consent page before anybody types. */
const filledIn = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...[...html.matchAll(/<input [^>]*name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
    ...[...html.matchAll(/<select [^>]*name="([^"]+)"><option value="([^"]+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ]);

const consent = async (authorizeUrl: string, answer: Readonly<Record<string, string>>) => {
  const shown = await browser.open(authorizeUrl);
  const sent = { ...filledIn(shown.text), ...answer };
  const next = await browser.open(authorizeUrl, { method: 'POST', body: new URLSearchParams(sent) });
  const ticket = TERMS_TICKET.exec(next.text)?.[1];
  if (ticket === undefined) return next;
  const terms = new URLSearchParams({ ticket, action: 'Agree' });
  return browser.open(authorizeUrl, { method: 'POST', body: terms });
};

const connect = async (
  platform: 'netsuite' | 'bullhorn' | 'clio',
  answer: Readonly<Record<string, string>>,
) => {
  const { status, body } = await asked('POST', `/console/connect/${platform}`);
  expect(status).toBe(200);
  return consent(body.authorizeUrl, answer);
};

describe('the address that npm start prints', () => {
  it('is the console’s, before everything else', () => {
    expect(bridge.printed.trim().split('\n').slice(0, 3).join(' ')).toContain(page);
  });
});

describe.each(['netsuite', 'bullhorn', 'clio'] as const)(
  'the console in front of the local %s',
  (platform) => {
    const header = { 'x-console-platform': platform };

    it('connects, lists, and disconnects, and no token is in any answer', async () => {
      expect(await stateOf(platform)).toMatchObject({ canConnect: true, connected: false });

      const ended = await connect(platform, allow[platform]);
      expect(ended.url).toBe(`${page}#${platform}`);
      expect(browser.cookies()).toContain(`console_${platform} /`);
      expect(await stateOf(platform)).toMatchObject({
        connected: true,
        user: { name: expect.stringMatching(/\S/), hostname: expect.stringMatching(/\S/) },
      });

      const list = await asked('GET', '/appointments?range=upcoming', header);
      expect(list.body).toMatchObject({ successful: true });
      expect(list.body.appointments.length).toBeGreaterThan(5);
      expect(list.headers.get('server-timing')).toMatch(/^crm;dur=[\d.]+;desc="(GET|POST) \/[^"]+ 200[^"]*"/);

      const search = await asked('GET', '/custom/contact/search?name=a', header);
      expect(search.body.contact.length).toBeGreaterThan(0);

      const signedOut = await asked('POST', '/unAuthorize', header);
      expect(signedOut.status).toBe(200);
      expect(signedOut.headers.get('server-timing')).toMatch(/desc="(GET|POST) \/[^"]+ 20\d"/);
      expect(browser.cookies().filter((one) => one.startsWith('console_'))).toEqual([]);
      expect(await stateOf(platform)).toMatchObject({ connected: false });
      const after = await browser.fetchFrom(page, `${bridge.baseUrl}/appointments`, { headers: header });
      expect(after.status).toBe(400);

      expect(browser.bodiesOf(bridge.baseUrl)).not.toMatch(/eyJ|BhRestToken|access_token|refresh_token/);
    });

    it('shows a page of another port nothing, though the browser sends it the cookie', async () => {
      await connect(platform, allow[platform]);
      const otherPort = 'http://127.0.0.1:9';
      const url = `${bridge.baseUrl}/appointments`;
      const { status, text } = await browser.fetchFrom(otherPort, url, { headers: header });
      expect([status, JSON.parse(text).errorCode]).toEqual([403, 'forbidden']);
    });
  },
);

describe('somebody who does not allow it', () => {
  it.each(['netsuite', 'bullhorn'] as const)(
    'is led from the local %s to the page, not signed in',
    async (platform) => {
      const { url } = await connect(platform, deny[platform]);
      expect(url).toBe(`${page}?problem=unauthenticated#${platform}`);
      expect(await stateOf(platform)).toMatchObject({ connected: false });
      expect(browser.cookies().join()).not.toContain('console_');
    },
  );
});

describe('a bridge with CONSOLE=0', () => {
  it('has no console, and says nothing of one', async () => {
    const plain = await startBridge({ env: { CONSOLE: '0' } });
    try {
      for (const path of ['/', '/console/', '/console/state']) {
        expect((await fetch(plain.baseUrl + path)).status).toBe(404);
      }
      expect(plain.printed).not.toContain('/console/');
    } finally {
      await plain.close();
    }
  }, 60_000);
});
