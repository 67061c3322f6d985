import type { Session } from '../../../bridge/sessions/session-store';
import { failureIn, listIn, recordIn } from '../checked-envelope';
import { NEW_EVENT_ID, startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { OLGA, startApp, type RunningApp } from '../running-app';
import { startFakeCrm, type FakeCrm } from '../sessions/fake-crm';
import { openTestDatabase, type TestDatabase } from '../sessions/test-database';

const HOUR_MS = 60 * 60 * 1000;

let database: TestDatabase;
let netsuite: FakeNetSuite;
let crm: FakeCrm;
let apps: readonly [RunningApp, RunningApp];
let clientToken: string;

const signIn = async (expiresInMs: number): Promise<Session> => {
  const session = { ...OLGA, id: '7.abc-netsuite', tokens: crm.newTokens(Date.now() + expiresInMs) };
  await apps[0].services.sessions.save(session);
  clientToken = await apps[0].services.tokens.sign(session);
  return session;
};

const send = (app: RunningApp, method: string, path: string, body?: unknown) =>
  app.send(method, path, {
    headers: { authorization: `Bearer ${clientToken}` },
    ...(body === undefined ? {} : { body }),
  });

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  netsuite = await startFakeNetSuite();
  crm = await startFakeCrm({ platform: 'netsuite', nowMs: Date.now });
  const providers = { netsuite: crm.provider };
  apps = [
    await startApp(netsuite, { providers, database }),
    await startApp(netsuite, { providers, database: { ...database, database: database.ofAnotherProcess } }),
  ];
  netsuite.intercept = ({ headers }) =>
    crm.isValid(headers.authorization ?? '') ? undefined : { status: 401, body: {} };
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await crm.close();
  await netsuite.close();
});
afterAll(() => database.close());

describe('requests of a user whose credential has ended', () => {
  it('are 50 good answers after one renewal, though two bridges have them', async () => {
    await signIn(-1);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        send(apps[index % 2 === 0 ? 0 : 1], 'GET', '/appointments?range=upcoming'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    for (const { body } of answers) expect(listIn(body).appointments).toHaveLength(1);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('are answered by another credential when the CRM refuses one before its time', async () => {
    const { tokens } = await signIn(HOUR_MS);
    crm.newTokens(0);
    expect(crm.isValid(tokens.credential)).toBe(false);
    const answer = await send(apps[0], 'GET', '/appointments');
    expect(listIn(answer.body).appointments).toHaveLength(1);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('create one appointment, not two', async () => {
    await signIn(HOUR_MS);
    crm.newTokens(0);
    const { body } = await send(apps[0], 'POST', '/appointments', {
      payload: {
        title: 'Strategy call',
        summary: '',
        startTimeUtc: '2026-07-20T19:00:00Z',
        durationMinutes: 30,
      },
    });
    expect(recordIn(body).appointmentId).toBe(NEW_EVENT_ID);
    const accepted = netsuite.writes().filter(({ headers }) => crm.isValid(headers.authorization ?? ''));
    expect(accepted).toHaveLength(1);
  });

  it('sign the user out when the CRM has ended the session', async () => {
    await signIn(-1);
    crm.mode = 'session ended';
    const answer = await send(apps[0], 'GET', '/appointments');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({
      successful: false,
      errorCode: 'CRM_SESSION_REVOKED',
      returnMessage: { message: expect.stringMatching(/Connect to it again/) },
    });
    const next = await send(apps[1], 'GET', '/appointments');
    expect([next.status, next.text]).toEqual([400, 'Please go to Settings and authorize CRM platform']);
  });

  it('do not sign the user out when the CRM cannot be asked now', async () => {
    await signIn(-1);
    crm.mode = 'down';
    const answer = await send(apps[0], 'GET', '/appointments');
    expect(answer.status).toBe(200);
    expect(failureIn(answer.body)).toMatchObject({ errorCode: 'upstream_unavailable', retryable: true });
    crm.mode = 'up';
    expect(listIn((await send(apps[0], 'GET', '/appointments')).body).appointments).toHaveLength(1);
  });

  it('say that the CRM refuses them when it refuses the new credential too', async () => {
    await signIn(HOUR_MS);
    netsuite.intercept = () => ({ status: 401, body: {} });
    const answer = await send(apps[0], 'GET', '/appointments');
    expect([answer.status, Object(answer.body).errorCode]).toEqual([401, 'CRM_SESSION_REVOKED']);
    expect(crm.calls).toEqual(['refresh']);
  });

  it('leave nothing of tokens, secrets or names in the log or in the database', async () => {
    await signIn(-1);
    for (const mode of ['down', 'up'] as const) {
      crm.mode = mode;
      await send(apps[0], 'GET', '/appointments');
      await send(apps[1], 'GET', '/custom/contact/search?name=SECRET-SEARCH');
    }
    crm.mode = 'session ended';
    netsuite.intercept = () => ({ status: 401, body: {} });
    await send(apps[0], 'GET', '/appointments');
    const everything = [await database.contents(), ...apps.flatMap(({ log }) => log)].join('\n');
    expect(everything).toContain('crm credential renewed');
    expect(everything).not.toMatch(/SECRET|Olga|Carl|Bearer|eyJ/);
    expect(everything).not.toContain(clientToken);
  });
});
