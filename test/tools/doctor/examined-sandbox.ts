/** The local CRMs in a process of their own, as `npm run doctor` examines them, with switches to turn in between. */
import path from 'node:path';
import { readConfig } from '../../../bridge/config';
import { startSandboxProcess, type SandboxReady } from '../../../bridge/sandbox-process';
import type { Platform } from '../../../src/contract/operations';
import { examine } from '../../../tools/doctor/examine';
import type { Examined } from '../../../tools/doctor/doctor-report';
import { isCross } from '../../../tools/doctor/finding-table';
import type { PlatformDoctor } from '../../../tools/doctor/platform-doctor';
import type { CheckResult } from '../../../tools/doctor/run-checks';

const SANDBOX_SCRIPT = path.join(__dirname, '../../../dist/sandbox/main.js');

export interface ExaminedSandbox {
  readonly ready: SandboxReady;
  examine(env?: Readonly<Record<string, string>>): Promise<Examined>;
  turn(changes: object): Promise<void>;
  /** Everything as after the start. */
  reset(): Promise<void>;
  /** Names of all switches that there are, in the order of the alphabet. */
  switchNames(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const unexpectedQuestion = async (): Promise<string> => {
  throw new Error('The doctor asks nothing about the sandbox.');
};

export const openExaminedSandbox = async (
  platform: Platform,
  doctor: PlatformDoctor,
): Promise<ExaminedSandbox> => {
  const { ready, stop } = await startSandboxProcess({ script: SANDBOX_SCRIPT });
  const control = async (method: string, name: string, body?: object): Promise<unknown> => {
    const reply = await fetch(`${ready[platform].baseUrl}/_sandbox/${name}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(await reply.text());
    return reply.json();
  };
  return {
    ready,
    examine: async (env = {}) =>
      examine({
        doctor,
        account: 'sandbox',
        sandbox: ready,
        withOtherUser: false,
        config: readConfig({ BRIDGE_MODE: 'live', ...env }),
        env,
        terminal: { say: () => undefined, ask: unexpectedQuestion },
      }),
    turn: async (changes) => void (await control('PATCH', 'switches', changes)),
    reset: async () => void (await control('POST', 'reset')),
    switchNames: async () => Object.keys(Object(await control('GET', 'switches'))).sort(),
    close: stop,
  };
};

/** Opens it for the tests of a `describe`, as after the start for each of them. */
export const useExaminedSandbox = (platform: Platform, doctor: PlatformDoctor): (() => ExaminedSandbox) => {
  let sandbox: ExaminedSandbox;
  beforeAll(async () => {
    sandbox = await openExaminedSandbox(platform, doctor);
  });
  beforeEach(async () => {
    await sandbox.reset();
  });
  afterAll(async () => sandbox.close());
  return () => sandbox;
};

/** The check that settles a switch, alone or with other points. */
export const settling = ({ results }: Examined, name: string): CheckResult | undefined =>
  results.find(({ settles }) => settles?.split(', ').includes(name));

/** What nothing that the doctor says may contain: parts of names, tokens, and the sign of an e-mail address. */
export const personalWords = (
  users: readonly { readonly name: string; readonly token: string }[],
): readonly string[] => ['@', ...users.flatMap(({ name, token }) => [...name.split(' '), token])];

export const crossesOf = ({ results }: Examined): readonly string[] =>
  results.filter(isCross).map(({ id, setting, observed }) => setting ?? `${id} ${JSON.stringify(observed)}`);

export const ticksOnly = (examined: Examined): readonly string[] =>
  examined.results
    .filter(({ outcome }) => !['as-assumed', 'adapts', 'not-observable'].includes(outcome))
    .map(
      ({ id, outcome, observed, whatToDo }) =>
        `${id} ${outcome} ${JSON.stringify(observed)} ${whatToDo ?? ''}`,
    );
