/** `npm start`: reads the settings, starts the bridge, says where it is, ends it when told to. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { platforms } from '../src/contract/operations';
import { readConfig } from './config';
import { endOnSignal } from './end-on-signal';
import { limitHeapGrowth } from './heap-growth';
import { readAppointments } from './read-appointments';
import { startBridge, type RunningBridge, type SignedInUser } from './start-bridge';
import { welcomeText, type ShownCalendar } from './welcome-text';

/** For the requests, then the sandbox and the database. */
const END_LIMIT_MS = 33_000;

/** Relative to where the command was typed: npm itself runs scripts in the folder of package.json. */
const readSeedFile = (): string | undefined => {
  const { seed } = parseArgs({ options: { seed: { type: 'string' } } }).values;
  return seed === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), seed);
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The first user of each local CRM, with what the bridge lists for them: the whole chain at work. */
const readCalendars = async (
  baseUrl: string,
  users: readonly SignedInUser[],
): Promise<readonly ShownCalendar[]> => {
  const firstOfEach = platforms.flatMap((platform) => users.find((user) => user.platform === platform) ?? []);
  return Promise.all(
    firstOfEach.map(async (user) => ({
      user,
      appointments: await readAppointments(baseUrl, user.clientToken),
    })),
  );
};

const greet = async ({ baseUrl, consoleUrl, sandbox }: RunningBridge): Promise<void> => {
  if (sandbox) {
    const calendars = await readCalendars(baseUrl, sandbox.users);
    print(welcomeText({ baseUrl, consoleUrl, sandbox, calendars, nowMs: Date.now() }));
  } else if (consoleUrl !== undefined) {
    print(`console at ${consoleUrl}`);
  }
  print(`bridge listening on ${baseUrl}`);
  process.send?.({ type: 'bridge-ready', baseUrl });
};

const main = async (): Promise<void> => {
  limitHeapGrowth();
  const seedFile = readSeedFile();
  const config = readConfig(process.env);
  const bridge = await startBridge({ config, seedFile });
  endOnSignal({
    close: () => bridge.close(),
    limitMs: config.shutdownNoticeMs + END_LIMIT_MS,
    signals: process,
    exit: (code) => process.exit(code),
  });
  try {
    await greet(bridge);
  } catch (error) {
    await bridge.close();
    throw error;
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The bridge could not start.'}\n`);
  process.exit(1);
});
