import { AppointmentError } from '../../../src/contract/failure';
import { deriveBridgeKeys } from '../../../bridge/sessions/bridge-keys';
import { createCrmCredentials } from '../../../bridge/sessions/crm-credentials';
import type { SqlDatabase } from '../../../bridge/sessions/database/sql-database';
import { createSecretBox } from '../../../bridge/sessions/secret-box';
import { createSessionStore, type Session } from '../../../bridge/sessions/session-store';
import type { SignInProvider } from '../../../bridge/sign-in/sign-in-provider';
import { LIFETIME_MS, startFakeCrm, type FakeCrm } from './fake-crm';
import { openTestDatabase, type TestDatabase } from './test-database';

const ID = '11.abc-bullhorn';
const box = createSecretBox(deriveBridgeKeys({ secret: 'a secret that is long enough for us' }).sealing);

let test: TestDatabase;
let crm: FakeCrm;
let now: number;
let logged: unknown[];

const nowMs = () => now;
const log = {
  info: (ids: object, title: string) => void logged.push(title, ids),
  warn: (ids: object, title: string) => void logged.push(title, ids),
};

/** What one bridge process has. */
const processOn = (database: SqlDatabase) => {
  const sessions = createSessionStore({ database, box, nowMs });
  return {
    sessions,
    credentials: createCrmCredentials({ sessions, providers: { bullhorn: crm.provider }, log, nowMs }),
  };
};

const signIn = async (expiresInMs: number, changes: Partial<Session['tokens']> = {}): Promise<Session> => {
  const session: Session = {
    id: ID,
    platform: 'bullhorn',
    userId: '11',
    userName: 'Rana',
    hostname: '',
    place: { hostname: '' },
    tokens: { ...crm.newTokens(now + expiresInMs), ...changes },
  };
  await processOn(test.database).sessions.save(session);
  return session;
};

const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppointmentError) return error;
  throw new Error('It did not fail as it should have.');
};

beforeAll(async () => {
  test = await openTestDatabase();
});
beforeEach(async () => {
  now = Date.parse('2026-07-20T15:00:00Z');
  logged = [];
  crm = await startFakeCrm({ platform: 'bullhorn', nowMs });
});
afterEach(async () => {
  await crm.close();
  await test.database.query('delete from sessions');
});
afterAll(() => test.close());

describe('the credential for a session', () => {
  it('is the one it has, while that is good for more than two minutes', async () => {
    const session = await signIn(2 * 60_000 + 1);
    expect(await processOn(test.database).credentials.credentialFor(session)).toBe(session);
    expect(crm.calls).toEqual([]);
  });

  it('is a new one two minutes before the end, and is kept', async () => {
    const session = await signIn(2 * 60_000);
    const { credentials, sessions } = processOn(test.database);
    const renewed = await credentials.credentialFor(session);
    expect(crm.isValid(renewed.tokens.credential)).toBe(true);
    expect(renewed.tokens.expiresAtMs).toBe(now + LIFETIME_MS);
    expect(await sessions.find(ID)).toEqual(renewed);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('is renewed once for 50 requests at the same time', async () => {
    const session = await signIn(-1);
    const { credentials } = processOn(test.database);
    const all = await Promise.all(Array.from({ length: 50 }, () => credentials.credentialFor(session)));
    expect(all.filter(({ tokens }) => crm.isValid(tokens.credential))).toHaveLength(50);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('is renewed once for 50 requests to two processes', async () => {
    const session = await signIn(-1);
    const [one, other] = [processOn(test.database), processOn(test.ofAnotherProcess)];
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? one : other).credentials.credentialFor(session),
      ),
    );
    expect(all.filter(({ tokens }) => crm.isValid(tokens.credential))).toHaveLength(50);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('is the one in use when the CRM cannot renew it now and it has not ended', async () => {
    const session = await signIn(60_000);
    crm.mode = 'down';
    const { credentials } = processOn(test.database);
    expect(await credentials.credentialFor(session)).toBe(session);
    crm.mode = 'up';
    expect((await credentials.credentialFor(session)).tokens.credential).not.toBe(session.tokens.credential);
  });

  it('is not to be had now when it has ended and the CRM cannot renew it', async () => {
    const session = await signIn(-1);
    crm.mode = 'down';
    const { credentials, sessions } = processOn(test.database);
    expect((await failureOf(credentials.credentialFor(session))).code).toBe('upstream_unavailable');
    expect(await sessions.find(ID)).toEqual(session);
    crm.mode = 'up';
    expect(crm.isValid((await credentials.credentialFor(session)).tokens.credential)).toBe(true);
  });

  it('is gone for good, and the session with it, when the CRM ended it', async () => {
    const session = await signIn(-1);
    crm.mode = 'session ended';
    const [one, other] = [processOn(test.database), processOn(test.ofAnotherProcess)];
    const failures = await Promise.all(
      [one, one, other].map(({ credentials }) => failureOf(credentials.credentialFor(session))),
    );
    expect(failures.map(({ code }) => code)).toEqual(Array(3).fill('unauthenticated'));
    expect(crm.calls).toEqual(['refresh']);
    expect(await one.sessions.find(ID)).toBeUndefined();
  });

  it('is the one it has where the CRM gave no refresh token', async () => {
    const session = await signIn(-1, { refreshToken: undefined });
    const { credentials } = processOn(test.database);
    expect(await credentials.credentialFor(session)).toBe(session);
    expect(await credentials.replaceRefused(session)).toBeUndefined();
  });

  it('is kept when a renewal got no further than a new refresh token', async () => {
    const session = await signIn(-1);
    const { provider } = crm;
    const { sessions } = processOn(test.database);
    const halfDone = createCrmCredentials({
      sessions,
      providers: {
        bullhorn: {
          ...provider,
          refresh: async (tokens, place) => ({
            ...tokens,
            refreshToken: (await provider.refresh(tokens, place)).refreshToken,
            expiresAtMs: now,
          }),
        },
      },
      log,
      nowMs,
    });
    expect((await failureOf(halfDone.credentialFor(session))).code).toBe('upstream_unavailable');
    const { credentials } = processOn(test.database);
    expect(crm.isValid((await credentials.credentialFor(session)).tokens.credential)).toBe(true);
  });

  it('is not written to the log, nor is anything of the session', async () => {
    const session = await signIn(-1);
    const { credentials } = processOn(test.database);
    await credentials.credentialFor(session);
    crm.mode = 'session ended';
    now += LIFETIME_MS;
    await failureOf(credentials.credentialFor(session));
    expect(logged).toContain('crm credential renewed');
    expect(JSON.stringify(logged)).not.toMatch(/SECRET|Rana|abc/);
  });
});

describe('a renewal that takes longer than its caller waits', () => {
  /** A process whose CRM answers a refresh when the test lets it. */
  const slowProcess = () => {
    const { provider } = crm;
    let answer = (): void => undefined;
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { sessions } = processOn(test.database);
    const slow: SignInProvider = {
      ...provider,
      refresh: async (tokens, place) => {
        const renewed = await provider.refresh(tokens, place);
        await mayAnswer;
        return renewed;
      },
    };
    const credentials = createCrmCredentials({ sessions, providers: { bullhorn: slow }, log, nowMs });
    return { sessions, credentials, answer: () => answer() };
  };
  /** Leaves just no time to wait: five seconds are for the operation itself. */
  const late = { remainingMs: () => 5000 };

  it('fails for now, goes on, and is kept for the next one', async () => {
    const session = await signIn(-1);
    const { sessions, credentials, answer } = slowProcess();
    const failures = [
      await failureOf(credentials.credentialFor(session, late)),
      await failureOf(credentials.replaceRefused(session, late)),
    ];
    expect(failures.map(({ code, retryable }) => [code, retryable])).toEqual(
      Array(2).fill(['upstream_unavailable', true]),
    );
    const next = credentials.credentialFor(session, { remainingMs: () => 25_000 });
    answer();
    expect(crm.isValid((await next).tokens.credential)).toBe(true);
    expect(await sessions.find(ID)).toEqual(await next);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('leaves the credential in use that has not ended', async () => {
    const session = await signIn(60_000);
    const { credentials, answer } = slowProcess();
    expect(await credentials.credentialFor(session, late)).toBe(session);
    answer();
    await credentials.credentialFor(session);
  });
});

describe('a credential that the CRM refuses', () => {
  it('is not tried once more when a renewal got no further than a new refresh token', async () => {
    const session = await signIn(LIFETIME_MS);
    const { provider } = crm;
    const { sessions, credentials } = processOn(test.database);
    const refresh: SignInProvider['refresh'] = async (tokens, place) => ({
      ...tokens,
      refreshToken: (await provider.refresh(tokens, place)).refreshToken,
    });
    const providers = { bullhorn: { ...provider, refresh } };
    const halfDone = createCrmCredentials({ sessions, providers, log, nowMs });
    const failure = await failureOf(halfDone.replaceRefused(session));
    expect([failure.code, failure.retryable]).toEqual(['upstream_unavailable', true]);
    expect(logged).not.toContain('crm credential renewed');
    const renewed = await credentials.replaceRefused(session);
    expect(crm.isValid(renewed?.tokens.credential ?? '')).toBe(true);
  });

  it('is told as the database’s failure when that fails after a 401, and the session stays', async () => {
    const session = await signIn(LIFETIME_MS);
    const broken = { ...test.database, transaction: () => Promise.reject(new Error('the disk is full')) };
    await expect(processOn(broken).credentials.replaceRefused(session)).rejects.toThrow('the disk is full');
    expect(await processOn(test.database).sessions.find(ID)).toEqual(session);
  });

  it('is replaced once, however many requests it was refused for', async () => {
    const session = await signIn(LIFETIME_MS);
    const [one, other] = [processOn(test.database), processOn(test.ofAnotherProcess)];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? one : other).credentials.replaceRefused(session),
      ),
    );
    expect(all.filter((renewed) => renewed && crm.isValid(renewed.tokens.credential))).toHaveLength(20);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('is replaced by the one that somebody else got in the meantime', async () => {
    const session = await signIn(LIFETIME_MS);
    const { credentials } = processOn(test.database);
    const renewed = await credentials.replaceRefused(session);
    expect(await credentials.replaceRefused(session)).toEqual(renewed);
    expect(crm.calls).toEqual(['refresh']);
  });
});
