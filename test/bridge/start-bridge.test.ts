import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import axios from 'axios';
import { readConfig } from '../../bridge/config';
import { readAppointments } from '../../bridge/read-appointments';
import { deriveBridgeKeys } from '../../bridge/sessions/bridge-keys';
import { openDatabase } from '../../bridge/sessions/database/open-database';
import { createSessionServices } from '../../bridge/sessions/session-services';
import { startBridge } from '../../bridge/start-bridge';
import { startFakeNetSuite, type FakeNetSuite } from './fake-netsuite';
import { OLGA } from './running-app';
import { readyScript, writeSandboxScript } from './sandbox-script';
import { makeDataFolder } from './sessions/test-database';

let fake: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite();
});
afterEach(() => fake.close());

const configWith = (env: Readonly<Record<string, string>>) =>
  readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env });

describe('startBridge', () => {
  it('signs every user of the sandbox in and lists their appointments through the whole chain', async () => {
    const sandboxScript = writeSandboxScript(readyScript(fake.baseUrl));
    const bridge = await startBridge({ config: configWith({}), sandboxScript });
    expect(bridge.sandbox?.baseUrls.netsuite).toBe(fake.baseUrl);
    const users = bridge.sandbox?.users ?? [];
    expect(users.map(({ platform, name }) => [platform, name])).toEqual([
      ['netsuite', 'Olga'],
      ['netsuite', 'Pierre'],
      ['bullhorn', 'Rana'],
      ['clio', 'Cleo'],
    ]);
    for (const user of users.filter(({ platform }) => platform === 'netsuite')) {
      const appointments = await readAppointments(bridge.baseUrl, user.clientToken);
      expect(appointments.map(({ id }) => id)).toEqual(['77']);
    }
    expect(fake.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer T5', 'Bearer T6']);
    await bridge.close();
    await expect(readAppointments(bridge.baseUrl, 'x')).rejects.toThrow(/ECONNREFUSED|socket hang up/);
  });

  it('runs live without a sandbox: the client routes are off without a secret, the others work', async () => {
    const config = configWith({
      BRIDGE_MODE: 'live',
      NETSUITE_RESTLET_BASE_URL: fake.baseUrl,
      NETSUITE_REST_BASE_URL: fake.baseUrl,
    });
    const bridge = await startBridge({ config });
    expect(bridge.sandbox).toBeUndefined();
    const client = await axios.get(`${bridge.baseUrl}/appointments`, { validateStatus: () => true });
    expect([client.status, client.data]).toEqual([400, 'Please go to Settings and authorize CRM platform']);
    const server = await axios.get(`${bridge.baseUrl}/connectors/netsuite/appointments`, {
      headers: { Authorization: 'Bearer x', 'x-crm-hostname': '1234567.app.netsuite.com' },
    });
    expect(server.status).toBe(200);
    await bridge.close();
  });

  it('starts no sandbox by itself in production, whatever is missing', async () => {
    const mark = join(makeDataFolder(), 'started');
    const sandboxScript = writeSandboxScript(`require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
    const bridge = await startBridge({ config: configWith({ NODE_ENV: 'production' }), sandboxScript });
    expect([bridge.sandbox, existsSync(mark)]).toEqual([undefined, false]);
    await bridge.close();
    const named = startBridge({
      config: configWith({ NODE_ENV: 'production', BRIDGE_MODE: 'sandbox' }),
      sandboxScript,
    });
    await expect(named).rejects.toThrow(/sandbox ended/);
    expect(existsSync(mark)).toBe(true);
    rmSync(dirname(mark), { recursive: true });
  });

  it('says that it is ending while it still takes requests, where a balancer is given time to see it', async () => {
    const bridge = await startBridge({
      config: configWith({ BRIDGE_MODE: 'live', SHUTDOWN_NOTICE_SECONDS: '1' }),
    });
    const readiness = async () => {
      const { status, data } = await axios.get(`${bridge.baseUrl}/readyz`, { validateStatus: () => true });
      return [status, data];
    };
    expect(await readiness()).toEqual([200, { ok: true, checks: { accepting: 'ok' } }]);
    const closed = bridge.close();
    expect(await readiness()).toEqual([503, { ok: false, checks: { accepting: 'failed' } }]);
    expect((await axios.get(`${bridge.baseUrl}/healthz`)).status).toBe(200);
    await closed;
    await expect(readiness()).rejects.toThrow(/ECONNREFUSED|socket hang up/);
  });

  it('says what to do when the port is taken', async () => {
    const first = await startBridge({ config: configWith({ BRIDGE_MODE: 'live' }) });
    const port = new URL(first.baseUrl).port;
    const second = startBridge({ config: configWith({ BRIDGE_MODE: 'live', PORT: port }) });
    await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await first.close();
  });

  it('answers the request it has before it ends', async () => {
    const bridge = await startBridge({
      config: configWith({ BRIDGE_MODE: 'live', NETSUITE_RESTLET_BASE_URL: fake.baseUrl }),
    });
    let closed: Promise<void> | undefined;
    fake.intercept = () => {
      closed = bridge.close();
      return undefined;
    };
    const answer = await axios.get(`${bridge.baseUrl}/connectors/netsuite/appointments`, {
      headers: { Authorization: 'Bearer x', 'x-crm-hostname': '1234567.app.netsuite.com' },
    });
    expect(answer.status).toBe(200);
    await closed;
  });

  it('knows after a restart who is signed in, also after its secret has changed', async () => {
    const directory = makeDataFolder();
    const [before, after] = ['the secret before, of 32 characters', 'the secret after, of 32 characters!'];
    const database = await openDatabase({ url: undefined, directory, log: { error: () => {} } });
    const { sessions, tokens } = createSessionServices({
      database,
      keys: deriveBridgeKeys({ secret: before }),
      providers: {},
      redirectUris: [],
      publicUrl: () => '',
      log: { info: () => {}, warn: () => {} },
    });
    await sessions.save(OLGA);
    let token = await tokens.sign(OLGA);
    await database.close();

    const hostname = async (env: Readonly<Record<string, string>>) => {
      const bridge = await startBridge({
        config: configWith({ BRIDGE_MODE: 'live', BRIDGE_DATA_DIR: directory, ...env }),
      });
      const answer = await axios.get(`${bridge.baseUrl}/hostname`, {
        headers: { Authorization: `Bearer ${token}` },
        validateStatus: () => true,
      });
      await bridge.close();
      token = String(answer.headers['x-refreshed-jwt-token'] ?? token);
      return answer.data;
    };
    expect(await hostname({ BRIDGE_SECRET: before })).toBe(OLGA.hostname);
    expect(await hostname({ BRIDGE_SECRET: after, BRIDGE_SECRET_PREVIOUS: before })).toBe(OLGA.hostname);
    expect(await hostname({ BRIDGE_SECRET: after })).toBe(OLGA.hostname);
    rmSync(directory, { recursive: true });
  });
});
