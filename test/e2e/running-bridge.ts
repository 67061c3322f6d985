/** The bridge as `npm start` runs it: a process of its own, with the sandbox in another, over TCP. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const MAIN = path.join(__dirname, '../../dist/bridge/main.js');

export interface RunningBridge {
  readonly baseUrl: string;
  /** What it printed by the time it was ready. */
  readonly printed: string;
  /** What it printed until now, log lines included. */
  output(): string;
  /** Tokens of the demo users of a CRM, for the client routes. */
  tokensOf(platform: string): Promise<readonly string[]>;
  /** Tells it to end; the signal comes and goes whether it obeys or not. */
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
  /** Resolves when it has ended: with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  close(): Promise<void>;
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const baseUrlOf = (message: unknown): string | undefined =>
  typeof message === 'object' && message !== null && 'baseUrl' in message
    ? String(message.baseUrl)
    : undefined;

const endOf = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? ''));
  });

export const startBridge = async ({ env = {}, args = [] }: StartOptions = {}): Promise<RunningBridge> => {
  const child = fork(MAIN, [...args], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    silent: true,
  });
  const ended = endOf(child);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const ready = baseUrlOf(message);
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', () => reject(new Error(`the bridge ended before it was ready: ${printed}`)));
  });
  return {
    baseUrl,
    printed,
    output: () => printed,
    tokensOf: async (platform) => {
      const users: readonly { platform: string; clientToken: string }[] = JSON.parse(
        await (await fetch(`${baseUrl}/demo-users`)).text(),
      );
      return users.filter((user) => user.platform === platform).map(({ clientToken }) => clientToken);
    },
    signal: (name) => void child.kill(name),
    ended,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
