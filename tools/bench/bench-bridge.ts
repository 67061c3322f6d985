/** The bridge as it runs in production, in a process of its own, with users who are signed in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { deriveBridgeKeys } from '../../bridge/sessions/bridge-keys';
import { createClientTokens } from '../../bridge/sessions/client-token';
import { openDatabase } from '../../bridge/sessions/database/open-database';
import { createSecretBox } from '../../bridge/sessions/secret-box';
import { createSessionStore, type Session } from '../../bridge/sessions/session-store';
import type { Platform } from '../../src/contract/operations';
import { startForked, type ForkedProcess } from './forked-process';
import { crmUsers } from './local-crms';
import { productionArguments } from './production-arguments';
import { credentialOf } from './vendor-exchange';

const SCRIPT = path.join(__dirname, '..', '..', 'bridge', 'main.js');
const SECRET = 'a secret of the bench, of thirty-two characters or more';
const IN_A_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** NetSuite's limit has no header that could lift it, and waiting for it is not what is measured. */
const ACCOUNT_CONCURRENCY = 64;

const readySchema = z.object({ type: z.literal('bridge-ready'), baseUrl: z.string() });

export interface BenchUsers {
  /** Folder of PGlite, with everybody's session in it. */
  readonly directory: string;
  /** Client tokens, by CRM. */
  readonly tokens: Readonly<Record<Platform, readonly string[]>>;
  remove(): void;
}

const sessionOf = (platform: Platform, number: number): Session => {
  const { userId, token, hostname, restUrl } = crmUsers[platform];
  const credential = credentialOf(token, number);
  return {
    id: `${platform}-bench-${number}`,
    platform,
    userId,
    userName: 'Bench User',
    hostname,
    timeZone: 'America/Los_Angeles',
    place: { hostname },
    tokens: {
      accessToken: credential,
      credential,
      expiresAtMs: Date.now() + IN_A_YEAR_MS,
      ...(restUrl === undefined ? {} : { restUrl }),
    },
  };
};

/** Signs in so many people at each CRM. */
export const signInBenchUsers = async (count: number): Promise<BenchUsers> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bridge-bench-'));
  const keys = deriveBridgeKeys({ secret: SECRET });
  const clientTokens = createClientTokens({ keys: keys.clientTokens });
  const database = await openDatabase({ url: undefined, directory, log: { error: () => undefined } });
  const sessions = createSessionStore({ database, box: createSecretBox(keys.sealing) });
  const signIn = async (platform: Platform): Promise<readonly string[]> => {
    const tokens: string[] = [];
    for (let number = 1; number <= count; number++) {
      const session = sessionOf(platform, number);
      await sessions.save(session);
      tokens.push(await clientTokens.sign(session));
    }
    return tokens;
  };
  const tokens = {
    netsuite: await signIn('netsuite'),
    bullhorn: await signIn('bullhorn'),
    clio: await signIn('clio'),
  } satisfies Record<Platform, readonly string[]>;
  await database.close();
  return { directory, tokens, remove: () => rmSync(directory, { recursive: true, force: true }) };
};

export interface BenchBridge extends ForkedProcess {
  readonly baseUrl: string;
}

export interface BenchBridgeOptions {
  readonly users: BenchUsers;
  /** Takes the place of every CRM; undefined: none is asked. */
  readonly vendorUrl: string;
  readonly nodeArguments?: readonly string[] | undefined;
}

export const startBenchBridge = async (options: BenchBridgeOptions): Promise<BenchBridge> => {
  const { users, vendorUrl, nodeArguments = [] } = options;
  const { ready, ...bridge } = await startForked({
    script: SCRIPT,
    nodeArguments: [...productionArguments, ...nodeArguments],
    ready: readySchema,
    env: {
      NODE_ENV: 'production',
      BRIDGE_MODE: 'live',
      PORT: '0',
      BRIDGE_SECRET: SECRET,
      BRIDGE_DATA_DIR: users.directory,
      ALLOW_VENDOR_URL_OVERRIDE: '1',
      NETSUITE_RESTLET_BASE_URL: vendorUrl,
      NETSUITE_REST_BASE_URL: vendorUrl,
      NETSUITE_ACCOUNT_CONCURRENCY: String(ACCOUNT_CONCURRENCY),
      BULLHORN_REST_BASE_URL: vendorUrl,
      CLIO_BASE_URL: vendorUrl,
    },
  });
  return { ...bridge, baseUrl: ready.baseUrl };
};

/** As `npm start` runs it: the local CRMs beside it, everybody signed in, the database in memory. */
export const startTryOut = async (): Promise<BenchBridge> => {
  const { ready, ...bridge } = await startForked({
    script: SCRIPT,
    nodeArguments: productionArguments,
    ready: readySchema,
    env: { PORT: '0' },
  });
  return { ...bridge, baseUrl: ready.baseUrl };
};
