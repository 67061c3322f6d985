/** Starts the bridge: the sandbox first where there is one, then sessions, connectors, and the port. */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createApp } from './app';
import type { Platform } from '../src/contract/operations';
import type { BridgeConfig } from './config';
import { createConnectors } from './connectors/create-connectors';
import { demoUsersOf, type DemoUser } from './demo-users';
import { createLog } from './log';
import type { AuthenticateClient } from './routes/client-routes';
import { startSandboxProcess, type SandboxProcess, type SandboxReady } from './sandbox-process';
import { createClientAuthenticator } from './sessions/authenticate-client';
import { createClientTokens } from './sessions/client-token';
import { createMemorySessionStore } from './sessions/memory-session-store';

const DRAIN_LIMIT_MS = 10_000;
const SANDBOX_SCRIPT = join(__dirname, '..', 'sandbox', 'main.js');

export interface BridgeOptions {
  readonly config: BridgeConfig;
  /** For the sandbox; absolute path. */
  readonly seedFile?: string | undefined;
  /** Another sandbox than the one beside us. */
  readonly sandboxScript?: string | undefined;
  readonly log?: ReturnType<typeof createLog> | undefined;
}

/** A demo user with the token that the client routes take. */
export interface SignedInUser extends Omit<DemoUser, 'session'> {
  readonly clientToken: string;
}

export interface RunningBridge {
  readonly baseUrl: string;
  readonly sandbox?: {
    /** Where each local CRM listens. */
    readonly baseUrls: Readonly<Record<Platform, string>>;
    readonly notes: readonly string[];
    readonly users: readonly SignedInUser[];
  };
  /** Takes no more requests, answers those it has, ends the sandbox. */
  close(): Promise<void>;
}

interface Clients {
  readonly authenticate: AuthenticateClient;
  readonly users: readonly SignedInUser[];
}

/** Nobody is signed in where there is no secret to sign tokens with. */
const createClients = async (secret: string | undefined, sandbox?: SandboxReady): Promise<Clients> => {
  if (secret === undefined) return { authenticate: async () => undefined, users: [] };
  const tokens = createClientTokens({ secret });
  const sessions = createMemorySessionStore();
  const users: SignedInUser[] = [];
  for (const { session, ...user } of sandbox ? demoUsersOf(sandbox) : []) {
    await sessions.save(session);
    users.push({ ...user, clientToken: await tokens.sign(session) });
  }
  return { authenticate: createClientAuthenticator({ tokens, sessions }), users };
};

const listen = (server: Server, { port, host }: BridgeConfig): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        new Error(
          isTaken
            ? `Port ${port} on ${host} is taken. End what uses it, or choose another one: PORT=${port + 1} npm start`
            : `The bridge cannot listen on ${host}:${port} (${error.code ?? 'unknown'}). Check HOST and PORT.`,
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actualPort = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`);
    });
  });

const closeServer = async (server: Server): Promise<void> => {
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
};

/** In the sandbox every call goes to the local CRMs, whatever else is set. */
const connectorOptions = ({ netsuite, bullhorn, clio }: BridgeConfig, sandbox?: SandboxReady) => ({
  netsuite: {
    ...netsuite,
    restletBaseUrl: sandbox?.netsuite.baseUrl ?? netsuite.restletBaseUrl,
    restBaseUrl: sandbox?.netsuite.baseUrl ?? netsuite.restBaseUrl,
  },
  bullhorn: { bullhornRestBaseUrl: sandbox?.bullhorn.baseUrl ?? bullhorn.restBaseUrl },
  clio: { clioBaseUrl: sandbox?.clio.baseUrl ?? clio.baseUrl },
});

const baseUrlsOf = ({ netsuite, bullhorn, clio }: SandboxReady) => ({
  netsuite: netsuite.baseUrl,
  bullhorn: bullhorn.baseUrl,
  clio: clio.baseUrl,
});

const startSandbox = async (options: BridgeOptions): Promise<SandboxProcess | undefined> => {
  if (options.config.mode === 'live') return undefined;
  return startSandboxProcess({
    script: options.sandboxScript ?? SANDBOX_SCRIPT,
    seedFile: options.seedFile,
  });
};

/** @throws Error with a message for the person at the terminal, when the sandbox or the port cannot be had */
export const startBridge = async (options: BridgeOptions): Promise<RunningBridge> => {
  const { config, log = createLog({ level: config.logLevel }) } = options;
  const sandbox = await startSandbox(options);
  try {
    const { authenticate, users } = await createClients(config.secret, sandbox?.ready);
    const connectors = createConnectors({ ...connectorOptions(config, sandbox?.ready), log });
    const app = createApp({ connectors, authenticate, apiKey: config.apiKey, demoUsers: users, log });
    const server = createServer(app);
    const baseUrl = await listen(server, config);
    let isClosing = false;
    void sandbox?.ended.then(() => {
      if (!isClosing) log.error({}, 'sandbox ended while the bridge was running');
    });
    return {
      baseUrl,
      ...(sandbox
        ? { sandbox: { baseUrls: baseUrlsOf(sandbox.ready), notes: sandbox.ready.notes, users } }
        : {}),
      close: async () => {
        isClosing = true;
        await closeServer(server);
        await sandbox?.stop();
      },
    };
  } catch (error) {
    await sandbox?.stop();
    throw error;
  }
};
