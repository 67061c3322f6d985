/** Starts what the bridge has beside it: the sandbox, where there is one, and the database. */
import { join } from 'node:path';
import type { BridgeConfig } from './config';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process';
import { openDatabase, type DatabaseOptions } from './sessions/database/open-database';
import type { SqlDatabase } from './sessions/database/sql-database';

const SANDBOX_SCRIPT = join(__dirname, '..', 'sandbox', 'main.js');

export interface SurroundingsOptions {
  readonly config: BridgeConfig;
  /** For the sandbox; absolute path. */
  readonly seedFile?: string | undefined;
  /** Another sandbox than the one beside us. */
  readonly sandboxScript?: string | undefined;
}

export interface Surroundings {
  readonly sandbox: SandboxProcess | undefined;
  /** Undefined without a secret: nobody is signed in then, and nothing is kept. */
  readonly database: SqlDatabase | undefined;
  end(): Promise<void>;
}

const startSandbox = async (options: SurroundingsOptions): Promise<SandboxProcess | undefined> => {
  if (options.config.mode === 'live') return undefined;
  return startSandboxProcess({
    script: options.sandboxScript ?? SANDBOX_SCRIPT,
    seedFile: options.seedFile,
  });
};

/**
 * Both at once: the sandbox takes a while, and so does a Postgres that is far away. When one cannot be had, the other is ended.
 * @throws Error with a message for the person at the terminal
 */
export const startSurroundings = async (
  options: SurroundingsOptions,
  log: DatabaseOptions['log'],
): Promise<Surroundings> => {
  const { secret, database: where } = options.config;
  const [sandbox, database] = await Promise.allSettled([
    startSandbox(options),
    secret === undefined ? undefined : openDatabase({ ...where, log }),
  ]);
  const end = async (): Promise<void> => {
    if (sandbox.status === 'fulfilled') await sandbox.value?.stop();
    if (database.status === 'fulfilled') await database.value?.close();
  };
  const failed = [sandbox, database].find((one) => one.status === 'rejected');
  if (sandbox.status === 'rejected' || database.status === 'rejected') {
    await end();
    throw failed?.reason;
  }
  return { sandbox: sandbox.value, database: database.value, end };
};
