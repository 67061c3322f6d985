/** `npm start`: reads the settings, starts the bridge, says where it is, ends it when told to. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config';
import { readAppointments } from './read-appointments';
import { startBridge, type RunningBridge } from './start-bridge';
import { welcomeText } from './welcome-text';

/** Relative to where the command was typed: npm itself runs scripts in the folder of package.json. */
const readSeedFile = (): string | undefined => {
  const { seed } = parseArgs({ options: { seed: { type: 'string' } } }).values;
  return seed === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), seed);
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const greet = async ({ baseUrl, sandbox }: RunningBridge): Promise<void> => {
  const firstUser = sandbox?.users[0];
  if (sandbox && firstUser) {
    const appointments = await readAppointments(baseUrl, firstUser.clientToken);
    print(welcomeText({ baseUrl, sandbox, appointments, nowMs: Date.now() }));
  }
  print(`bridge listening on ${baseUrl}`);
  process.send?.({ type: 'bridge-ready', baseUrl });
};

const endOnSignal = (bridge: RunningBridge): void => {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    void bridge.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

const main = async (): Promise<void> => {
  const seedFile = readSeedFile();
  const bridge = await startBridge({ config: readConfig(process.env), seedFile });
  endOnSignal(bridge);
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
