/** The bridge's own HTTP server in front of the fake NetSuite, with one client signed in; and requests to it. */
import { createServer, request as httpRequest } from 'node:http';
import { createApp } from '../../bridge/app';
import { createConnectors } from '../../bridge/connectors/create-connectors';
import { consoleRedirectUri } from '../../bridge/console/console-sign-in';
import type { ConsoleSettings } from '../../bridge/console/create-console';
import { keepOnTrail } from '../../bridge/http/call-trail';
import { createLog } from '../../bridge/log';
import { deriveBridgeKeys } from '../../bridge/sessions/bridge-keys';
import { createSessionServices, type SessionServices } from '../../bridge/sessions/session-services';
import type { Session } from '../../bridge/sessions/session-store';
import type { SignInProviders } from '../../bridge/sign-in/create-sign-in-providers';
import type { FakeNetSuite } from './fake-netsuite';
import { openTestDatabase, type TestDatabase } from './sessions/test-database';

export const SECRET = 'a secret of thirty-two characters or more';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Parsed; undefined where the answer is not JSON. */
  readonly body: unknown;
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface RunningApp {
  readonly baseUrl: string;
  /** The path goes out as it is: nothing is normalised on the way, as a fetch would. */
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** As the signed-in App Connect client. */
  asClient(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** As another server with a credential of the user. */
  asServer(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Lines of the log. */
  readonly log: string[];
  readonly services: SessionServices;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const sendTo =
  (port: number): RunningApp['send'] =>
  (method, path, { headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
      const outgoing = httpRequest(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          agent: false,
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            'content-length': String(Buffer.byteLength(text)),
            ...headers,
          },
        },
        (incoming) => {
          let received = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk) => (received += String(chunk)));
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: received,
              body: readJson(received),
            }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });

export const REDIRECT_URI = 'https://client.example/redirect.html';

/** Signed in from the start. */
export const OLGA: Session = {
  id: '5-netsuite',
  platform: 'netsuite',
  userId: '5',
  userName: 'Olga Owner',
  hostname: '1234567.app.netsuite.com',
  place: { hostname: '1234567.app.netsuite.com' },
  tokens: {
    accessToken: 'CRM-TOKEN',
    credential: 'Bearer CRM-TOKEN',
    expiresAtMs: Date.parse('2099-01-01T00:00:00Z'),
  },
};

export interface AppSettings {
  readonly apiKey?: string;
  readonly providers?: SignInProviders;
  readonly nowMs?: () => number;
  /** Without: the console is off. */
  readonly console?: ConsoleSettings;
  readonly signInsPerMinute?: number;
  readonly trustedProxies?: number;
  /** Of a database that several share; without: one of its own. */
  readonly database?: TestDatabase;
}

let shared: Promise<TestDatabase> | undefined;

/** One for a test file: opening takes longer than a test. */
const sharedDatabase = (): Promise<TestDatabase> => (shared ??= openTestDatabase());

afterAll(async () => {
  await (await shared)?.close();
});

const empty = async ({ database }: TestDatabase): Promise<void> => {
  for (const table of ['sessions', 'single_use', 'user_settings']) {
    await database.query(`delete from ${table}`);
  }
};

export const startApp = async (fake: FakeNetSuite, settings: AppSettings = {}): Promise<RunningApp> => {
  const { apiKey, providers = {}, nowMs, signInsPerMinute = 30, trustedProxies = 0 } = settings;
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line) => void lines.push(line) } });
  const database = settings.database ?? (await sharedDatabase());
  if (!settings.database) await empty(database);
  let baseUrl = '';
  const publicUrl = () => baseUrl;
  const services = createSessionServices({
    database: database.database,
    keys: deriveBridgeKeys({ secret: SECRET }),
    providers,
    redirectUris: [REDIRECT_URI],
    ownRedirectUris: () => (settings.console ? [consoleRedirectUri(baseUrl)] : []),
    publicUrl,
    log,
    nowMs,
  });
  await services.sessions.save(OLGA);
  const netsuite = { restletBaseUrl: fake.baseUrl, restBaseUrl: fake.baseUrl, recordTimeZone: 'user' };
  const app = createApp({
    connectors: createConnectors({ netsuite, bullhorn: {}, clio: {}, log, onVendorCall: keepOnTrail }),
    sessions: services,
    publicUrl,
    apiKey,
    console: settings.console,
    signInsPerMinute,
    trustedProxies,
    log,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  baseUrl = `http://127.0.0.1:${port}`;
  const send = sendTo(port);
  const clientToken = await services.tokens.sign(OLGA);
  const serverHeaders = {
    authorization: 'Bearer CRM-TOKEN',
    'x-crm-hostname': '1234567.app.netsuite.com',
    'x-crm-user-id': '5',
    ...(apiKey === undefined ? {} : { 'x-bridge-api-key': apiKey }),
  };
  return {
    baseUrl,
    send,
    asClient: (method, path, sent = {}) =>
      send(method, path, { ...sent, headers: { authorization: `Bearer ${clientToken}`, ...sent.headers } }),
    asServer: (method, path, sent = {}) =>
      send(method, `/connectors/netsuite${path}`, {
        ...sent,
        headers: { ...serverHeaders, ...sent.headers },
      }),
    log: lines,
    services,
    database,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
