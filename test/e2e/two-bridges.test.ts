/**
 * App Connect's own way from connecting to signing out, for each CRM, against two bridge processes that share one
 * Postgres (DATABASE_URL; `.ci/run` starts one). Where there is none, one process on its embedded SQLite stands for both.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../tools/chaos/free-port';
import { createAppConnectClient } from './app-connect-client';
import { CLIENT_PAGE, connectClient } from './connect-client';
import { openLocalCrms, type LocalCrms } from './local-crms';
import { startBridge, type RunningBridge } from './running-bridge';

const BRIDGE_SECRET = 'a secret of the tests, longer than thirty-two characters';
const DATABASE_URL = process.env['DATABASE_URL'];
const platforms = ['netsuite', 'bullhorn', 'clio'] as const;

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile());

/** Everything the database holds, as text. */
const storedText = async (folder: string): Promise<string> => {
  if (DATABASE_URL === undefined)
    return filesUnder(folder)
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n');
  const client = new Client({ connectionString: DATABASE_URL });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables)
    texts.push(JSON.stringify((await client.query(`select t::text from ${name} t`)).rows));
  await client.end();
  return texts.join('\n');
};

let crms: LocalCrms;
let bridges: readonly RunningBridge[];
let folder: string;

beforeAll(async () => {
  crms = await openLocalCrms();
  folder = mkdtempSync(path.join(tmpdir(), 'bridge-data-'));
  const ports = DATABASE_URL === undefined ? [await freePort()] : [await freePort(), await freePort()];
  const env = {
    ...crms.env,
    BRIDGE_MODE: 'live',
    BRIDGE_SECRET,
    BRIDGE_PUBLIC_URL: `http://127.0.0.1:${ports[0]}`,
    LOG_LEVEL: 'trace',
    ...(DATABASE_URL === undefined ? { BRIDGE_DATA_DIR: folder } : { DATABASE_URL }),
  };
  bridges = await Promise.all(ports.map((port) => startBridge({ env: { ...env, PORT: String(port) } })));
}, 60_000);

afterAll(async () => {
  await Promise.all(bridges.map((bridge) => bridge.close()));
  await crms.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = (): string => bridges[0]?.baseUrl ?? '';
/** The other process, where there are two. */
const second = (): string => bridges.at(-1)?.baseUrl ?? '';

/** Through the front door of one process and back through the other one. */
const connect = async (platform: (typeof platforms)[number]): Promise<string> => {
  const { jwtToken, name, caught } = await connectClient({ crms, platform, front: first(), back: second() });
  expect(caught).toContain(CLIENT_PAGE);
  expect(name).toBeTruthy();
  return jwtToken;
};

const nextDay = (days: number): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T18:00:00.000Z`;

describe.each(platforms)('App Connect’s client and %s', (platform) => {
  it('go from connecting to signing out, whichever process answers', async () => {
    const interfaces = await (await fetch(`${first()}/implementedInterfaces?platform=${platform}`)).json();
    expect(interfaces).toMatchObject({ listAppointments: true, createCallLog: false });
    const jwt = await connect(platform);
    const headers = { authorization: `Bearer ${jwt}` };
    const [one, other] = [createAppConnectClient(first(), jwt), createAppConnectClient(second(), jwt)];

    const settings = await fetch(`${first()}/user/settings`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ userSettings: { showAppointmentsTab: { customizable: true, value: true } } }),
    });
    expect(settings.status).toBe(200);
    expect(await (await fetch(`${second()}/user/settings?rcAccountId=1`, { headers })).json()).toMatchObject({
      showAppointmentsTab: { value: true },
    });
    for (const route of ['/user/refreshInfo', '/authValidation', '/hostname', '/releaseNotes']) {
      const method = route === '/user/refreshInfo' ? 'POST' : 'GET';
      expect((await fetch(`${second()}${route}`, { method, headers })).status).toBe(200);
    }

    const listed = await one.list('upcoming');
    expect(listed.appointments?.length).toBeGreaterThan(0);
    const found = await other.search('a');
    const contacts = (found.contact ?? []).slice(0, 1);
    expect(contacts).toHaveLength(1);
    const created = await one.create({
      contacts,
      title: 'Kennenlernen 漢字',
      summary: 'Agenda',
      startTimeUtc: nextDay(9),
      durationMinutes: 30,
    });
    expect(created).toMatchObject({ successful: true, appointment: { startTimeUtc: nextDay(9) } });
    const id = created.appointmentId ?? '';
    const shown = (await other.list('upcoming')).appointments?.find((appointment) => appointment.id === id);
    expect(shown).toMatchObject({ title: 'Kennenlernen 漢字', durationMinutes: 30 });
    if (!shown) throw new Error('the new appointment is not in the list');
    expect(await other.edit(shown, { title: 'Moved', startTime: nextDay(10) })).toMatchObject({
      appointment: { title: 'Moved', startTimeUtc: nextDay(10), durationMinutes: 30 },
    });
    const confirmed = await one.confirm(id);
    expect(confirmed).toMatchObject(
      platform === 'netsuite'
        ? { successful: true, appointment: { status: 'confirmed' } }
        : { successful: false, errorCode: 'unsupported' },
    );
    expect(await other.cancel(id)).toMatchObject({ successful: true, appointment: { status: 'cancelled' } });

    const signedOut = await fetch(`${first()}/unAuthorize`, { method: 'POST', headers });
    expect(signedOut.status).toBe(200);
    const gone = await fetch(`${second()}/appointments`, { headers });
    expect([gone.status, await gone.text()]).toEqual([
      400,
      'Please go to Settings and authorize CRM platform',
    ]);
  }, 60_000);
});

describe('a create that is sent again with its key', () => {
  it('makes no second appointment, whichever process it reaches', async () => {
    const jwt = await connect('clio');
    const body = { title: 'Once', summary: '', startTimeUtc: nextDay(12), durationMinutes: 30, contacts: [] };
    const create = async (baseUrl: string, title: string) => {
      const response = await fetch(`${baseUrl}/appointments`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${jwt}`,
          'content-type': 'application/json',
          'idempotency-key': 'k-1',
        },
        body: JSON.stringify({ ...body, title }),
      });
      const answer: { successful: boolean; appointmentId?: string; errorCode?: string } = JSON.parse(
        await response.text(),
      );
      return answer;
    };
    const made = await create(first(), 'Once');
    expect(made.successful).toBe(true);
    expect(await create(second(), 'Once')).toMatchObject({
      successful: true,
      appointmentId: made.appointmentId,
    });
    expect(await create(second(), 'Twice')).toMatchObject({
      successful: false,
      errorCode: 'invalid_request',
    });
  }, 60_000);
});

describe('what stays behind', () => {
  it('is no token, no secret and no name: neither in a log line nor in the database', async () => {
    expect(crms.secrets.size).toBeGreaterThan(6);
    const jwt = await connect('clio');
    const client = createAppConnectClient(first(), jwt);
    const { appointments = [] } = await client.list('upcoming');
    const names = appointments.flatMap(({ attendees }) => attendees.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(5);
    const kept = `${bridges.map((bridge) => bridge.output()).join('\n')}\n${await storedText(folder)}`;
    expect(kept).toContain('request');
    const forbidden = [...crms.secrets, ...names, jwt, BRIDGE_SECRET, crms.env['CLIO_CLIENT_SECRET'] ?? ''];
    expect(forbidden.filter((secret) => kept.includes(secret))).toEqual([]);
  });
});
