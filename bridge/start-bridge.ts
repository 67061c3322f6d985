/** Starts the bridge: what it has beside it first, then sessions, connectors, and the port. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from './app';
import type { Platform } from '../src/contract/operations';
import { createConnectors } from './connectors/create-connectors';
import { defaultCallPolicy } from './http/call-policy';
import { keepOnTrail } from './http/call-trail';
import type { OnVendorCall } from './http/vendor-call';
import { startServer } from './listening-server';
import { createLog, withoutRedaction } from './log';
import { createMetrics } from './metrics';
import type { Readiness } from './readiness';
import type { SandboxReady } from './sandbox-process';
import { databaseCheck, startSessions, type SignedInUser } from './start-sessions';
import { startSurroundings, type Surroundings, type SurroundingsOptions } from './start-surroundings';
import { connectorOptionsOf } from './vendor-options';

export type { SignedInUser };

/** Where the build puts the console's page, beside this file's folder. */
const CONSOLE_PAGE = join(__dirname, '..', 'console');

type Log = ReturnType<typeof createLog>;

export interface BridgeOptions extends SurroundingsOptions {
  readonly log?: Log | undefined;
}

export interface RunningBridge {
  readonly baseUrl: string;
  /** The page to look at; undefined: it is off. */
  readonly consoleUrl: string | undefined;
  readonly sandbox?: {
    /** Where each local CRM listens. */
    readonly baseUrls: Readonly<Record<Platform, string>>;
    readonly notes: readonly string[];
    readonly users: readonly SignedInUser[];
  };
  /** `/readyz` fails at once. After the notice: takes no more requests, answers those it has, ends the sandbox, closes the database. */
  close(): Promise<void>;
}

const baseUrlsOf = ({ netsuite, bullhorn, clio }: SandboxReady) => ({
  netsuite: netsuite.baseUrl,
  bullhorn: bullhorn.baseUrl,
  clio: clio.baseUrl,
});

/** Without a database nobody is signed in, and there is none to wait for. */
const readinessOf = (database: Surroundings['database'], isClosing: () => boolean): Readiness => ({
  checks: {
    accepting: async () => {
      if (isClosing()) throw new Error('the bridge is ending');
    },
    ...(database ? { database: databaseCheck(database) } : {}),
  },
});

const startWithin = async (
  { sandbox, database, end }: Surroundings,
  { config }: BridgeOptions,
  log: Log,
): Promise<RunningBridge> => {
  const { secret, apiKey, signIn } = config;
  const ready = sandbox?.ready;
  let listeningAt = '';
  let isClosing = false;
  const publicUrl = (): string => signIn.publicUrl ?? listeningAt;
  const metrics = createMetrics({ ofProcess: true });
  const onVendorCall: OnVendorCall = (call) => {
    metrics.countVendorCall(call);
    keepOnTrail(call);
  };
  const started =
    secret === undefined || !database
      ? undefined
      : await startSessions({ config, secret, sandbox: ready, database, publicUrl, onVendorCall, log });
  const users = started?.users ?? [];
  const server = await startServer(
    createApp({
      connectors: createConnectors({
        ...connectorOptionsOf(config, ready),
        log,
        onVendorCall,
        callPolicy: defaultCallPolicy,
        idempotency: started?.idempotency,
      }),
      sessions: started?.services,
      publicUrl,
      apiKey,
      signInsPerMinute: signIn.limitPerMinute,
      trustedProxies: config.trustedProxies,
      demoUsers: users,
      console: config.console ? { mode: config.mode, pageFolder: CONSOLE_PAGE } : undefined,
      metrics,
      readiness: readinessOf(database, () => isClosing),
      log,
      requestLog: withoutRedaction(log),
    }),
    config,
  );
  listeningAt = server.baseUrl;
  void sandbox?.ended.then(() => {
    if (!isClosing) log.error({}, 'sandbox ended while the bridge was running');
  });
  return {
    baseUrl: server.baseUrl,
    consoleUrl: config.console ? `${publicUrl()}/console/` : undefined,
    ...(ready ? { sandbox: { baseUrls: baseUrlsOf(ready), notes: ready.notes, users } } : {}),
    close: async () => {
      isClosing = true;
      await sleep(config.shutdownNoticeMs);
      await server.close();
      await end();
    },
  };
};

/** @throws Error with a message for the person at the terminal, when the sandbox, the database or the port cannot be had */
export const startBridge = async (options: BridgeOptions): Promise<RunningBridge> => {
  const { config, log = createLog({ level: config.logLevel }) } = options;
  const surroundings = await startSurroundings(options, log);
  try {
    return await startWithin(surroundings, options, log);
  } catch (error) {
    await surroundings.end();
    throw error;
  }
};
