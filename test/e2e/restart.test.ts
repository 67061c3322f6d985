/** What was answered before a bridge ended is there after the next start, whether it ended in order or was killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectClient } from './connect-client';
import { openLocalCrms, type LocalCrms } from './local-crms';
import { startBridge, type RunningBridge } from './running-bridge';

const SETTINGS = { showAppointmentsTab: { customizable: true, value: true } };

const IN_TWELVE_DAYS = `${new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10)}T18:00:00.000Z`;

let crms: LocalCrms;
let folder: string;

beforeEach(async () => {
  crms = await openLocalCrms();
  folder = mkdtempSync(path.join(tmpdir(), 'bridge-data-'));
});
afterEach(async () => {
  await crms.close();
  rmSync(folder, { recursive: true, force: true });
});

/** On the same folder each time. */
const start = (): Promise<RunningBridge> =>
  startBridge({
    env: {
      ...crms.env,
      BRIDGE_MODE: 'live',
      BRIDGE_SECRET: 'a secret of the tests, longer than thirty-two characters',
      BRIDGE_DATA_DIR: folder,
      LOG_LEVEL: 'silent',
    },
  });

const clientOf = ({ baseUrl }: RunningBridge, jwt: string) => {
  const headers = { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' };
  const send = async (method: string, route: string, body?: unknown, more: object = {}): Promise<unknown> => {
    const response = await fetch(baseUrl + route, {
      method,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return JSON.parse(await response.text());
  };
  return {
    settings: () => send('GET', '/user/settings?rcAccountId=1'),
    changeSettings: () => send('POST', '/user/settings', { userSettings: SETTINGS }),
    list: () => send('GET', '/appointments?range=upcoming'),
    /** With the same key each time. */
    create: (title = 'Once') =>
      send(
        'POST',
        '/appointments',
        {
          title,
          summary: '',
          startTimeUtc: IN_TWELVE_DAYS,
          durationMinutes: 30,
          contacts: [],
        },
        { 'idempotency-key': 'k-1' },
      ),
  };
};

describe.each([
  ['was told to end', 'SIGTERM', 0],
  ['was killed', 'SIGKILL', 'SIGKILL'],
] as const)('a bridge that %s', (_how, signal, end) => {
  it('knows at its next start who is signed in, their settings and what they wrote', async () => {
    const before = await start();
    const front = before.baseUrl;
    const { jwtToken } = await connectClient({ crms, platform: 'clio', front, back: front });
    await clientOf(before, jwtToken).changeSettings();
    const created = await clientOf(before, jwtToken).create();
    expect(created).toMatchObject({ successful: true, appointmentId: expect.any(String) });
    before.signal(signal);
    expect(await before.ended).toBe(end);

    const after = await start();
    const client = clientOf(after, jwtToken);
    expect(await client.settings()).toMatchObject(SETTINGS);
    expect(await client.list()).toMatchObject({ successful: true });
    expect(await client.create()).toMatchObject({
      successful: true,
      appointmentId: Object(created).appointmentId,
    });
    expect(await client.create('Twice')).toMatchObject({ successful: false, errorCode: 'invalid_request' });
    await after.close();
  }, 60_000);
});
