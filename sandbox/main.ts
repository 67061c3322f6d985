/** The program `npm start` runs in a process of its own: CRM accounts on this computer, until its parent is gone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { startBullhorn } from './bullhorn/start-bullhorn';
import { startClio } from './clio/start-clio';
import type { RunningVendor } from './core/running-vendor';
import { startNetSuite } from './netsuite/start-netsuite';

const serverZone = 'America/Los_Angeles';

interface Arguments {
  readonly port: number;
  readonly calendarText: string | undefined;
  readonly suiteAppFolder: string;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, seed: { type: 'string' }, suiteapp: { type: 'string' } },
  });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port is a number up to 65535.');
  return {
    port,
    calendarText: values.seed === undefined ? undefined : readFileSync(values.seed, 'utf8'),
    // The build stages the SuiteApp next to this program: dist/sandbox/main.js, dist/suiteapp.
    suiteAppFolder: values.suiteapp ?? path.join(__dirname, '..', 'suiteapp'),
  };
}

/** `Date` inside a RESTlet shows the wall clock of the server, and that is Pacific (section_4388837989). */
function requireServerZone(): void {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === serverZone) return;
  throw new Error(
    `The sandbox must run in NetSuite's server zone, and this process is in ${zone}. ` +
      `Start it with the environment variable TZ=${serverZone}.`,
  );
}

function announce(vendors: Readonly<Record<string, RunningVendor>>): void {
  const announcements = Object.entries(vendors).map(([name, vendor]) => [name, vendor.announcement]);
  const message = {
    type: 'sandbox-ready',
    ...Object.fromEntries(announcements),
    notes: Object.values(vendors).flatMap((vendor) => vendor.notes),
  };
  process.send?.(message);
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function stopWithParent(vendors: Readonly<Record<string, RunningVendor>>): void {
  const stop = (): void => {
    void Promise.all(Object.values(vendors).map((vendor) => vendor.close())).then(() => process.exit(0));
  };
  process.once('disconnect', stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function main(): Promise<void> {
  requireServerZone();
  const { port, calendarText, suiteAppFolder } = readArguments();
  const vendors = {
    netsuite: await startNetSuite({ port, calendarText, suiteAppFolder }),
    bullhorn: await startBullhorn(),
    clio: await startClio(),
  };
  stopWithParent(vendors);
  announce(vendors);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
