/** The bridge of a chaos run: a process that can be killed in the middle of anything, and comes back on its database. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';

const START_LIMIT_MS = 60_000;
const SECRET = 'a secret of the chaos run, longer than thirty-two characters';

export interface BridgeProcess {
  readonly baseUrl: string;
  /** Resolves while it is up, or as soon as it is again. */
  whenUp(): Promise<void>;
  /** SIGKILL, and a new start on the same port and database. */
  killAndRestart(): void;
  kills(): number;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'baseUrl' in message;

const waitUntilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The bridge did not start in time.')), START_LIMIT_MS);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    child.on('message', (message) => {
      if (isReady(message)) settle(resolve);
    });
    child.once('exit', () => settle(() => reject(new Error('The bridge ended before it was ready.'))));
  });

/**
 * @param env what leads it to the CRMs
 * @throws Error when it cannot be started; nothing of it is left then
 */
export const startBridgeProcess = async (env: Readonly<Record<string, string>>): Promise<BridgeProcess> => {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'chaos-bridge-'));
  const start = (): ChildProcess =>
    fork(path.resolve('dist/bridge/main.js'), [], {
      env: {
        PATH: process.env['PATH'],
        ...env,
        PORT: String(port),
        BRIDGE_MODE: 'live',
        BRIDGE_SECRET: SECRET,
        BRIDGE_PUBLIC_URL: baseUrl,
        BRIDGE_DATA_DIR: dataFolder,
        LOG_LEVEL: 'fatal',
        // For an address, and here everybody has the same one.
        SIGN_IN_LIMIT_PER_MINUTE: '1000000',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  let child = start();
  let up = waitUntilReady(child);
  let kills = 0;
  const restart = async (killed: ChildProcess): Promise<void> => {
    await ended(killed);
    child = start();
    await waitUntilReady(child);
  };
  const stop = async (): Promise<void> => {
    await up.catch(() => undefined);
    child.kill('SIGTERM');
    await ended(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await up;
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    baseUrl,
    whenUp: () => up,
    killAndRestart: () => {
      kills += 1;
      child.kill('SIGKILL');
      up = restart(child);
      // Whoever waits for it is told of the failure; nobody may be waiting just now.
      up.catch(() => undefined);
    },
    kills: () => kills,
    stop,
  };
};
