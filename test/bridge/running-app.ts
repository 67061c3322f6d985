/** The bridge's own HTTP server in front of the fake NetSuite, with one client signed in; and requests to it. */
import { createServer, request as httpRequest } from 'node:http';
import { createApp } from '../../bridge/app';
import { createConnectors } from '../../bridge/connectors/create-connectors';
import { createLog } from '../../bridge/log';
import { createClientAuthenticator } from '../../bridge/sessions/authenticate-client';
import { createClientTokens } from '../../bridge/sessions/client-token';
import { createMemorySessionStore } from '../../bridge/sessions/memory-session-store';
import type { FakeNetSuite } from './fake-netsuite';

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
  /** The path goes out as it is: nothing is normalised on the way, as a fetch would. */
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** As the signed-in App Connect client. */
  asClient(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** As another server with a credential of the user. */
  asServer(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Lines of the log. */
  readonly log: string[];
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

export const startApp = async (fake: FakeNetSuite, apiKey?: string): Promise<RunningApp> => {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line) => void lines.push(line) } });
  const tokens = createClientTokens({ secret: SECRET });
  const sessions = createMemorySessionStore();
  const session = {
    id: '5-netsuite',
    platform: 'netsuite',
    hostname: '1234567.app.netsuite.com',
    authHeader: 'Bearer CRM-TOKEN',
  } as const;
  await sessions.save(session);
  const netsuite = { restletBaseUrl: fake.baseUrl, restBaseUrl: fake.baseUrl, recordTimeZone: 'user' };
  const app = createApp({
    connectors: createConnectors({ netsuite, bullhorn: {}, clio: {}, log }),
    authenticate: createClientAuthenticator({ tokens, sessions }),
    apiKey,
    log,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const send = sendTo(typeof address === 'object' && address ? address.port : 0);
  const clientToken = await tokens.sign(session);
  const serverHeaders = {
    authorization: 'Bearer CRM-TOKEN',
    'x-crm-hostname': '1234567.app.netsuite.com',
    'x-crm-user-id': '5',
    ...(apiKey === undefined ? {} : { 'x-bridge-api-key': apiKey }),
  };
  return {
    send,
    asClient: (method, path, sent = {}) =>
      send(method, path, { ...sent, headers: { authorization: `Bearer ${clientToken}`, ...sent.headers } }),
    asServer: (method, path, sent = {}) =>
      send(method, `/connectors/netsuite${path}`, {
        ...sent,
        headers: { ...serverHeaders, ...sent.headers },
      }),
    log: lines,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
