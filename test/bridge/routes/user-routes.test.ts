import { failureIn } from '../checked-envelope';
import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { startApp, type RunningApp } from '../running-app';

const NOT_SIGNED_IN = 'Please go to Settings and authorize CRM platform';

let netsuite: FakeNetSuite;
let app: RunningApp;

beforeEach(async () => {
  netsuite = await startFakeNetSuite();
  app = await startApp(netsuite);
});
afterEach(async () => {
  await app.close();
  await netsuite.close();
});

const tab = { customizable: true, value: false };
const post = (body: unknown) => app.asClient('POST', '/user/settings', { body });
const settings = async () => (await app.asClient('GET', '/user/settings?rcAccountId=1')).body;

describe('the settings of a user', () => {
  it('are empty at first', async () => {
    expect(await settings()).toEqual({});
  });

  it('are kept as they came, beside those that were there', async () => {
    const one = await post({ userSettings: { showAppointmentsTab: tab }, settingKeysToRemove: [] });
    expect([one.status, one.body]).toEqual([200, { userSettings: { showAppointmentsTab: tab } }]);
    await post({ userSettings: { popupLogPageAfterCall: { value: true, options: ['a', 1, null] } } });
    expect(await settings()).toEqual({
      showAppointmentsTab: tab,
      popupLogPageAfterCall: { value: true, options: ['a', 1, null] },
    });
  });

  it('are forgotten by name', async () => {
    await post({ userSettings: { showAppointmentsTab: tab, other: 1 } });
    const { body } = await post({ userSettings: null, settingKeysToRemove: ['other', 'unknown'] });
    expect(body).toEqual({ userSettings: { showAppointmentsTab: tab } });
  });

  it('are all there when several are changed at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => post({ userSettings: { [name]: name } })));
    expect(await settings()).toEqual({ a: 'a', b: 'b', c: 'c', d: 'd' });
  });

  it('outlive the sign-out', async () => {
    await post({ userSettings: { showAppointmentsTab: tab } });
    await app.asClient('POST', '/unAuthorize');
    expect((await app.asClient('GET', '/user/settings')).text).toBe(NOT_SIGNED_IN);
    expect(await app.services.settings.read('5-netsuite')).toEqual({ showAppointmentsTab: tab });
  });

  it('change no object but their own', async () => {
    const { text } = await post('{"userSettings":{"__proto__":{"polluted":true},"constructor":1}}');
    expect(text).toBe('{"userSettings":{"constructor":1}}');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([[{ userSettings: ['x'] }], [{ settingKeysToRemove: 'x' }], [7]])(
    'are not changed by %j',
    async (body) => {
      const answer = await post(body);
      expect([answer.status, failureIn(answer.body).errorCode]).toEqual([200, 'invalid_request']);
      expect(await settings()).toEqual({});
    },
  );

  it('are not more than can be kept', async () => {
    for (const name of ['a', 'b']) await post({ userSettings: { [name]: 'x'.repeat(140_000) } });
    const { body } = await post({ userSettings: { c: 'x'.repeat(140_000) } });
    expect(failureIn(body).errorCode).toBe('invalid_request');
    expect(Object.keys(Object(await settings()))).toEqual(['a']);
  });

  it('are encrypted', async () => {
    await post({ userSettings: { note: 'SECRET-SETTING' } });
    expect(await app.database.contents()).not.toContain('SECRET');
  });
});

describe('what the client asks about its user', () => {
  it('is answered so that the client goes on', async () => {
    expect(await app.asClient('POST', '/user/refreshInfo')).toMatchObject({
      status: 200,
      body: { successful: true },
    });
    expect(await app.asClient('GET', '/user/preloadSettings?rcAccountId=1')).toMatchObject({
      status: 200,
      body: {},
    });
    expect(await app.asClient('GET', '/hostname')).toMatchObject({
      status: 200,
      text: '1234567.app.netsuite.com',
    });
  });

  it.each([
    ['GET', '/user/settings'],
    ['POST', '/user/settings'],
    ['POST', '/user/refreshInfo'],
    ['GET', '/hostname'],
    ['GET', '/authValidation'],
  ])('is answered by the words that sign it out, %s %s, when its session is gone', async (method, path) => {
    const { status, text } = await app.send(method, path);
    expect([status, text]).toEqual([400, NOT_SIGNED_IN]);
  });

  it('is told by hashes: the same for the same id, and nothing of it in them', async () => {
    const hashes = async (extensionId: string) =>
      Object((await app.send('GET', `/userInfoHash?extensionId=${extensionId}&accountId=62264425008`)).body);
    const [one, again, other] = [await hashes('101'), await hashes('101'), await hashes('102')];
    expect(one.extensionId).toMatch(/^[0-9a-f]{64}$/);
    expect(one).toEqual(again);
    expect(one.extensionId).not.toBe(other.extensionId);
    expect(one.accountId).toBe(other.accountId);
    expect((await app.send('GET', '/userInfoHash')).body).toEqual({});
  });
});
