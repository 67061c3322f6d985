import { startFakeNetSuite, type FakeNetSuite } from './fake-netsuite';
import { REDIRECT_URI, startApp, type RunningApp } from './running-app';
import { startFakeCrm, type FakeCrm } from './sessions/fake-crm';

let netsuite: FakeNetSuite;
let crm: FakeCrm;
let app: RunningApp;

beforeAll(async () => {
  netsuite = await startFakeNetSuite();
  crm = await startFakeCrm({ platform: 'netsuite', nowMs: Date.now });
  app = await startApp(netsuite, { providers: { netsuite: crm.provider } });
});
afterAll(async () => {
  await app.close();
  await crm.close();
  await netsuite.close();
});

const enter = `/oauth/authorize/netsuite?${new URLSearchParams({ redirect_uri: REDIRECT_URI }).toString()}`;

/** An error that nobody foresaw, in the middle of the work of a route. */
const breakFrontDoor = (): (() => void) => {
  const { frontDoor } = app.services;
  const { enter: intact } = frontDoor;
  Object.assign(frontDoor, {
    enter: async () => {
      throw new TypeError('SECRET-TEXT of an error');
    },
  });
  return () => void Object.assign(frontDoor, { enter: intact });
};

const unforeseen = async () => {
  const mend = breakFrontDoor();
  const answer = await app.send('GET', enter);
  mend();
  return answer;
};

const tooLarge = { body: { title: 'x'.repeat(300_000) } };

describe('every answer of the bridge', () => {
  it.each<[string, number, () => ReturnType<RunningApp['send']>]>([
    ['a list', 200, () => app.asClient('GET', '/appointments')],
    ['a page', 200, () => app.send('GET', '/docs')],
    ['figures', 200, () => app.send('GET', '/metrics')],
    ['a preflight', 204, () => app.send('OPTIONS', '/appointments')],
    ['a redirect', 302, () => app.send('GET', enter)],
    ['a malformed address', 400, () => app.asClient('GET', '/appointments/%E0%A4%A/refresh')],
    ['nobody signed in', 400, () => app.send('GET', '/appointments')],
    ['no credential', 401, () => app.send('GET', '/connectors/netsuite/appointments')],
    ['no such address', 404, () => app.send('GET', '/nowhere')],
    ['too large a body', 413, () => app.asClient('POST', '/appointments', tooLarge)],
    ['an unforeseen error', 500, unforeseen],
  ])('guards the browser: %s (%i)', async (_what, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'strict-transport-security': expect.stringContaining('max-age='),
      'content-security-policy': expect.stringMatching(/default-src '(none|self)'/),
      'referrer-policy': 'no-referrer',
    });
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  it('says of an unforeseen error that there was one, and nothing else', async () => {
    const { body, text } = await unforeseen();
    expect(body).toMatchObject({ successful: false, errorCode: 'internal' });
    expect(text).not.toMatch(/SECRET|TypeError|node_modules|\bat \w|\.[jt]s\b/);
    expect(app.log.join()).toMatch(/"kind":"TypeError"/);
    expect(app.log.join()).not.toContain('SECRET');
  });
});
