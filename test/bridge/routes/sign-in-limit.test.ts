import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { REDIRECT_URI, startApp, type AppSettings, type RunningApp } from '../running-app';
import { startFakeCrm, type FakeCrm } from '../sessions/fake-crm';

const LIMIT = 3;
const WORDS = /too many sign-ins/;

const ENTER = `/oauth/authorize/netsuite?${new URLSearchParams({ redirect_uri: REDIRECT_URI, state: 'platform=netsuite' }).toString()}`;
const LEAVE = '/oauth/redirect?state=made-up&code=x';
const callbackUri = `${REDIRECT_URI}?code=made-up&state=platform=netsuite`;
const FINISH = `/oauth-callback?${new URLSearchParams({ callbackUri }).toString()}`;

let netsuite: FakeNetSuite;
let crm: FakeCrm;
let app: RunningApp | undefined;

const start = async (settings: AppSettings = {}): Promise<RunningApp> => {
  app = await startApp(netsuite, {
    providers: { netsuite: crm.provider },
    signInsPerMinute: LIMIT,
    ...settings,
  });
  return app;
};

beforeEach(async () => {
  // Only what a clock says: everything here goes over sockets.
  jest.useFakeTimers({
    now: Date.parse('2026-07-20T15:00:00Z'),
    doNotFake: [
      ...(['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance', 'hrtime'] as const),
      ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const),
    ],
  });
  netsuite = await startFakeNetSuite();
  crm = await startFakeCrm({ platform: 'netsuite', nowMs: Date.now });
});
afterEach(async () => {
  await app?.close();
  await crm.close();
  await netsuite.close();
  jest.useRealTimers();
});

const times = async <Result>(count: number, act: () => Promise<Result>): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let index = 0; index < count; index++) results.push(await act());
  return results;
};

describe('too many sign-ins from one address', () => {
  it.each([
    ['entering', ENTER, 302],
    ['coming back from the CRM', LEAVE, 400],
  ])('are refused in words for the window, when %s', async (_step, path, usual) => {
    const { send } = await start();
    const before = await times(LIMIT, () => send('GET', path));
    expect(before.map(({ status }) => status)).toEqual([usual, usual, usual]);
    const { status, text, headers } = await send('GET', path);
    expect([status, headers['content-type']]).toEqual([429, expect.stringContaining('text/plain')]);
    expect(text).toMatch(WORDS);
    expect(headers['retry-after']).toBe('60');
  });

  it('are refused in the one way that the client shows, and the CRM is not asked', async () => {
    const { send } = await start();
    await times(LIMIT, () => send('GET', FINISH));
    const { status, body, headers } = await send('GET', FINISH);
    expect([status, headers['retry-after']]).toEqual([200, '60']);
    expect(body).toEqual({
      returnMessage: {
        message: expect.stringMatching(WORDS),
        messageType: 'danger',
        ttl: expect.any(Number),
      },
    });
    expect(crm.calls).toHaveLength(LIMIT);
  });

  it('are refused to the console too: to its page as a failure, to its window by leading back', async () => {
    const { send } = await start({ console: { mode: 'live', pageFolder: __dirname } });
    const connect = () =>
      send('POST', '/console/connect/netsuite', { headers: { 'sec-fetch-site': 'same-origin' } });
    const before = await times(LIMIT, connect);
    expect(before.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await connect()).toMatchObject({ status: 429, body: { errorCode: 'rate_limited' } });
    await times(LIMIT, () => send('GET', '/console/connected'));
    const { status, headers } = await send('GET', '/console/connected');
    expect([status, headers['location'], headers['retry-after']]).toEqual([
      302,
      expect.stringMatching(/\/console\/\?problem=rate_limited$/),
      '60',
    ]);
  });

  it('are counted step by step, so that one whole sign-in counts once for each', async () => {
    const { send } = await start();
    await times(LIMIT + 1, () => send('GET', ENTER));
    expect((await send('GET', LEAVE)).status).toBe(400);
    expect((await send('GET', FINISH)).headers['retry-after']).toBeUndefined();
  });

  it('are let in again a minute after the first', async () => {
    const { send } = await start();
    await times(LIMIT + 1, () => send('GET', ENTER));
    jest.setSystemTime(Date.now() + 59_000);
    expect((await send('GET', ENTER)).headers['retry-after']).toBe('1');
    jest.setSystemTime(Date.now() + 1_000);
    expect((await send('GET', ENTER)).status).toBe(302);
  });

  it('tell how many there may be, and how many more, on every answer', async () => {
    const { send } = await start();
    const { headers } = await send('GET', ENTER);
    expect(headers['ratelimit-policy']).toMatch(/^"sign-in"; q=3; w=60/);
    expect(headers['ratelimit']).toBe('"sign-in"; r=2; t=60');
    expect(headers['x-ratelimit-limit']).toBeUndefined();
  });

  it('hold nobody back who is signed in', async () => {
    const { send, asClient } = await start();
    await times(LIMIT + 1, () => send('GET', FINISH));
    const answers = await times(LIMIT + 1, () => asClient('GET', '/appointments'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});

const enterFrom = (running: RunningApp, forwardedFor: string) =>
  running.send('GET', ENTER, { headers: { 'x-forwarded-for': forwardedFor } });

describe('the address that is counted', () => {
  it('is whose connection it is, whatever a header says, where no proxy is named', async () => {
    const running = await start();
    await times(LIMIT, () => enterFrom(running, '198.51.100.1'));
    expect((await enterFrom(running, '198.51.100.2')).status).toBe(429);
    expect(running.log.join()).toMatch(/ERR_ERL_UNEXPECTED_X_FORWARDED_FOR.*doubts TRUST_PROXY/);
    expect(running.log.join()).not.toContain('198.51.100');
  });

  it('is the one that the proxy saw, where one is named, and nothing that the visitor wrote before it', async () => {
    const running = await start({ trustedProxies: 1 });
    await times(LIMIT, () => enterFrom(running, '198.51.100.1'));
    expect((await enterFrom(running, '203.0.113.9, 198.51.100.1')).status).toBe(429);
    expect((await enterFrom(running, '198.51.100.2')).status).toBe(302);
  });

  it('is the one before the last, where two proxies are named', async () => {
    const running = await start({ trustedProxies: 2 });
    await times(LIMIT, () => enterFrom(running, '198.51.100.1, 10.0.0.1'));
    expect((await enterFrom(running, '198.51.100.1, 10.0.0.2')).status).toBe(429);
    expect((await enterFrom(running, '198.51.100.2, 10.0.0.1')).status).toBe(302);
  });

  it('is a whole subnet of IPv6, because a visitor has all of its addresses', async () => {
    const running = await start({ trustedProxies: 1 });
    await enterFrom(running, '2001:db8:1:aa00::1');
    await enterFrom(running, '2001:db8:1:aa01::2');
    await enterFrom(running, '2001:db8:1:aaff:ffff::3');
    expect((await enterFrom(running, '2001:db8:1:aa00::4')).status).toBe(429);
    expect((await enterFrom(running, '2001:db8:1:ab00::1')).status).toBe(302);
  });
});
