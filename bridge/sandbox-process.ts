/** The sandbox, CRMs on this computer in a process of their own: starts it, waits until it is ready, ends it. */
import { fork, type ChildProcess } from 'node:child_process';
import { z } from 'zod';

const START_LIMIT_MS = 60_000;
const END_LIMIT_MS = 5_000;

const usersSchema = z
  .array(
    z.object({
      id: z.union([z.string(), z.number().transform(String)]),
      name: z.string(),
      timeZone: z.string(),
      token: z.string(),
    }),
  )
  .min(1);

/** As what the bridge is registered; a local CRM without is one that nobody signs in to. */
const oauthSchema = z.object({ clientId: z.string(), clientSecret: z.string() }).nullish();

const sandboxReadySchema = z.object({
  type: z.literal('sandbox-ready'),
  netsuite: z.object({ baseUrl: z.url(), hostname: z.string(), users: usersSchema, oauth: oauthSchema }),
  bullhorn: z.object({
    baseUrl: z.url(),
    restUrl: z.url(),
    loginInfoUrl: z.url().optional(),
    users: usersSchema,
    oauth: oauthSchema,
  }),
  clio: z.object({ baseUrl: z.url(), hostname: z.string(), users: usersSchema, oauth: oauthSchema }),
  notes: z.array(z.string()).default([]),
});

export type SandboxReady = z.infer<typeof sandboxReadySchema>;

export interface SandboxProcessOptions {
  /** Compiled script to run. */
  readonly script: string;
  /** Absolute path of a file with what the sandbox begins with; undefined: its own. */
  readonly seedFile?: string | undefined;
  /** How long it may take to be ready. */
  readonly startLimitMs?: number | undefined;
}

export interface SandboxProcess {
  readonly ready: SandboxReady;
  /** Resolves when the process is gone, also when nobody stopped it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** What ends the wait for readiness. */
const waitUntilReady = (child: ChildProcess, startLimitMs: number): Promise<SandboxReady> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The sandbox was not ready after ${startLimitMs / 1000} s.`)),
      startLimitMs,
    );
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    child.on('message', (message) => {
      const read = sandboxReadySchema.safeParse(message);
      if (read.success) settle(() => resolve(read.data));
    });
    child.once('error', () => {
      settle(() => reject(new Error('The sandbox could not be started.')));
    });
    child.once('exit', (code, signal) => {
      const how = signal ? `by signal ${signal}` : `with code ${code}`;
      settle(() =>
        reject(
          new Error(
            `The sandbox ended ${how} before it was ready. What it said is above; without it: BRIDGE_MODE=live.`,
          ),
        ),
      );
    });
  });

const stopChild = async (child: ChildProcess, ended: Promise<void>): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await ended;
  clearTimeout(timer);
};

/** @throws Error saying why, when the sandbox ends early or is not ready in time */
export const startSandboxProcess = async (options: SandboxProcessOptions): Promise<SandboxProcess> => {
  const { script, seedFile, startLimitMs = START_LIMIT_MS } = options;
  const child = fork(script, seedFile === undefined ? [] : ['--seed', seedFile], {
    // NetSuite's server zone (section_4388837989): `Date` in the sandbox must behave as it does there.
    env: { ...process.env, TZ: 'America/Los_Angeles' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    const ready = await waitUntilReady(child, startLimitMs);
    return { ready, ended, stop: () => stopChild(child, ended) };
  } catch (error) {
    await stopChild(child, ended);
    throw error;
  }
};
