import { deriveBridgeKeys } from '../../../bridge/sessions/bridge-keys';
import { createSecretBox } from '../../../bridge/sessions/secret-box';
import { createSessionStore, type Session } from '../../../bridge/sessions/session-store';
import { openTestDatabase, type TestDatabase } from './test-database';

const SECRET = 'the secret of this year, long enough';
const DAY_MS = 24 * 60 * 60 * 1000;

const session = (changes: Partial<Session> = {}): Session => ({
  id: '5.abc-bullhorn',
  platform: 'bullhorn',
  userId: '5',
  userName: 'SECRET-NAME',
  hostname: 'cls9.bullhornstaffing.com',
  timeZone: 'Europe/London',
  place: { hostname: '', username: 'SECRET-USERNAME' },
  tokens: {
    accessToken: 'SECRET-ACCESS',
    refreshToken: 'SECRET-REFRESH',
    expiresAtMs: 1,
    credential: 'SECRET-CREDENTIAL',
    restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/',
  },
  ...changes,
});

let test: TestDatabase;
let now = Date.parse('2026-07-01T00:00:00Z');

const storeOf = (secret = SECRET, previousSecret?: string) =>
  createSessionStore({
    database: test.database,
    box: createSecretBox(deriveBridgeKeys({ secret, previousSecret }).sealing),
    nowMs: () => now,
  });

beforeAll(async () => {
  test = await openTestDatabase();
});
beforeEach(() => test.database.query('delete from sessions'));
afterAll(() => test.close());

describe('the store of sessions', () => {
  it('gives back what was saved, and replaces it', async () => {
    const store = storeOf();
    await store.save(session());
    expect(await store.find('5.abc-bullhorn')).toEqual(session());
    await store.save(session({ userName: 'Other' }));
    expect((await store.find('5.abc-bullhorn'))?.userName).toBe('Other');
    expect(await store.find('6.abc-bullhorn')).toBeUndefined();
  });

  it('has nothing of the user or the tokens in clear', async () => {
    await storeOf().save(session());
    expect(await test.contents()).toContain('5.abc-bullhorn');
    expect(await test.contents()).not.toMatch(/SECRET|bullhornstaffing|London/);
  });

  it('knows nothing of what another secret encrypted', async () => {
    await storeOf().save(session());
    expect(await storeOf('another secret, just as long as it').find('5.abc-bullhorn')).toBeUndefined();
  });

  it('encrypts with the new secret when a session is kept on', async () => {
    await storeOf('the secret before, also long enough').save(session());
    await storeOf(SECRET, 'the secret before, also long enough').keep('5.abc-bullhorn');
    expect(await storeOf().find('5.abc-bullhorn')).toEqual(session());
  });

  it('forgets a session that no client token can be for any more, unless it is kept on', async () => {
    const store = storeOf();
    await store.save(session());
    await store.save(session({ id: '6.abc-bullhorn' }));
    now += 10 * DAY_MS;
    await store.keep('5.abc-bullhorn');
    now += 10 * DAY_MS;
    expect(await store.find('5.abc-bullhorn')).toBeDefined();
    expect(await store.find('6.abc-bullhorn')).toBeUndefined();
    await store.save(session({ id: '7.abc-bullhorn' }));
    expect(await test.database.query('select id from sessions order by id')).toEqual([
      { id: '5.abc-bullhorn' },
      { id: '7.abc-bullhorn' },
    ]);
  });

  it('lets one after the other change a session, each seeing what the one before did', async () => {
    const store = storeOf();
    await store.save(session({ userName: '' }));
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter) =>
        store.change('5.abc-bullhorn', async (found) => ({ ...found, userName: found.userName + letter })),
      ),
    );
    const { userName = '' } = (await store.find('5.abc-bullhorn')) ?? {};
    expect([...userName].toSorted().join('')).toBe('abcd');
  });

  it('ends a session by a change, and changes none that is gone', async () => {
    const store = storeOf();
    await store.save(session());
    expect(await store.change('5.abc-bullhorn', async () => undefined)).toBeUndefined();
    expect(await store.find('5.abc-bullhorn')).toBeUndefined();
    const act = jest.fn();
    expect(await store.change('5.abc-bullhorn', act)).toBeUndefined();
    expect(act).not.toHaveBeenCalled();
  });

  it('keeps a session as it was when a change fails', async () => {
    const store = storeOf();
    await store.save(session());
    const failing = store.change('5.abc-bullhorn', async () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await store.find('5.abc-bullhorn')).toEqual(session());
  });

  it('gives a removed session to the first who removes it', async () => {
    const store = storeOf();
    await store.save(session());
    const removed = await Promise.all([store.remove('5.abc-bullhorn'), store.remove('5.abc-bullhorn')]);
    expect(removed.filter((one) => one !== undefined)).toEqual([session()]);
  });
});
