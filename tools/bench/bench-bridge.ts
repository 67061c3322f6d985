/** The bridge as it runs in production, in a process of its own, with users who are signed in. */
import path from 'node:path';
import { z } from 'zod';
import { BENCH_SECRET, type BenchUsers } from './bench-users';
import { startForked, type ForkedProcess } from './forked-process';
import { productionArguments } from './production-arguments';

const SCRIPT = path.join(__dirname, '..', '..', 'bridge', 'main.js');

/** NetSuite's limit has no header that could lift it, and waiting for it is not what is measured. */
const ACCOUNT_CONCURRENCY = 64;

const readySchema = z.object({ type: z.literal('bridge-ready'), baseUrl: z.string() });

export interface BenchBridge extends ForkedProcess {
  readonly baseUrl: string;
}

export interface BenchBridgeOptions {
  readonly users: Pick<BenchUsers, 'databaseEnv'>;
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
      BRIDGE_SECRET: BENCH_SECRET,
      ...users.databaseEnv,
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
