/**
 * `npm run bench`: measures what a person feels (the time until the list is there) and what an admin pays (calls, units,
 * memory), against a bare route that only fetches the same bytes. docs/performance.md says how to read it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { quick, thorough, type BenchSettings } from './bench/bench-settings';
import { benchTable } from './bench/bench-table';
import { measureBundles } from './bench/bundle-part';
import { measureCalls } from './bench/calls-part';
import { describeMachine } from './bench/machine';
import { holds, type Measurement } from './bench/measurement';
import { measureMemory } from './bench/memory-part';
import { measureRestlet } from './bench/restlet-part';
import { measureScale } from './bench/scale-part';
import { measureStarts } from './bench/start-part';
import { openTestbed, type Testbed } from './bench/testbed';
import { measureThroughput } from './bench/throughput-part';
import { measureZones } from './bench/zones-part';

// The sandbox runs in the zone of NetSuite's servers; Node reads the variable again whenever it is set.
process.env['TZ'] = 'America/Los_Angeles';

type Part = (settings: BenchSettings) => readonly Measurement[] | Promise<readonly Measurement[]>;

/** For memory and calls: it takes a while to record. */
const LONGEST = '-list-10000';
const LISTED_UNDER_LOAD = /-list-(200|2000)$/;

const alone: Readonly<Record<string, Part>> = {
  bundle: measureBundles,
  restlet: measureRestlet,
  zones: measureZones,
};

/** The only part that needs something besides the machine. */
const SCALE = 'scale';
const SCALE_NEEDS =
  'scale    is left out: it needs a Postgres in DATABASE_URL (.ci/with-postgres npm run bench).';
const databaseUrl = process.env['DATABASE_URL'];

type TestbedPart = (testbed: Testbed, settings: BenchSettings) => Promise<readonly Measurement[]>;

const onTestbed: Readonly<Record<string, TestbedPart>> = {
  list: (testbed, settings) => measureThroughput(testbed, settings, LISTED_UNDER_LOAD),
  record: (testbed, settings) => measureThroughput(testbed, settings, /-(create|update|refresh)$/),
  calls: (testbed) => measureCalls(testbed),
  memory: measureMemory,
  start: measureStarts,
  ...(databaseUrl === undefined
    ? {}
    : { [SCALE]: (testbed, settings) => measureScale(testbed, settings, databaseUrl) }),
};

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    match: { type: 'string' },
    profile: { type: 'string' },
    output: { type: 'string' },
  },
});
const allParts = [...Object.keys(alone), ...Object.keys(onTestbed)];
const wanted = values.only?.split(',') ?? [...new Set([...allParts, SCALE])];
const settings: BenchSettings = {
  ...(values.quick ? quick : thorough),
  bridgeArguments: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
};

const print = (measurements: readonly Measurement[]): readonly Measurement[] => {
  process.stdout.write(`${benchTable(measurements)}\n`);
  return measurements;
};

const measureAlone = async (): Promise<readonly Measurement[]> => {
  const measurements: Measurement[] = [];
  for (const [name, measure] of Object.entries(alone)) {
    if (wanted.includes(name)) measurements.push(...print(await measure(settings)));
  }
  return measurements;
};

const measureOnTestbed = async (): Promise<readonly Measurement[]> => {
  const parts = Object.entries(onTestbed).filter(([name]) => wanted.includes(name));
  if (parts.length === 0) return [];
  const needsLongest = wanted.some((name) => name === 'memory' || name === 'calls');
  const testbed = await openTestbed(
    ({ name }) => name.includes(values.match ?? '') && (needsLongest || !name.endsWith(LONGEST)),
  );
  try {
    const measurements: Measurement[] = [];
    for (const [, measure] of parts) measurements.push(...print(await measure(testbed, settings)));
    return measurements;
  } finally {
    await testbed.close();
  }
};

const bench = async (): Promise<void> => {
  const unknown = wanted.filter((name) => !allParts.includes(name) && name !== SCALE);
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}.`);
  if (wanted.includes(SCALE) && databaseUrl === undefined) process.stdout.write(`${SCALE_NEEDS}\n`);
  const startedAt = new Date().toISOString();
  const measurements = [...(await measureAlone()), ...(await measureOnTestbed())];
  if (measurements.length === 0)
    throw new Error(`Nothing is measured: no scenario has ${values.match} in its name.`);
  const missed = measurements.filter((one) => !one.bounds.every((bound) => holds(bound, one)));
  const file = values.output ?? path.join(__dirname, '..', 'bench', `${startedAt.replaceAll(':', '-')}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  const report = { startedAt, machine: describeMachine(), settings, measurements };
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  process.stdout.write(`\n${missed.length} of ${measurements.length} miss a bound. Written: ${file}\n`);
  if (missed.length > 0) process.exitCode = 1;
};

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The bench could not be run.'}\n`);
  process.exitCode = 1;
});
