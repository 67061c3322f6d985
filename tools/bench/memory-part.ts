/** How much memory the bridge takes while 50 people list 10,000 appointments each, and what it holds when idle. */
import type { BenchBridge } from './bench-bridge';
import type { BenchSettings } from './bench-settings';
import type { Measurement } from './measurement';
import { residentMegabytes } from './process-usage';
import { subjectOf, type Scenario } from './scenario';
import { askBridge, type Testbed } from './testbed';

const SIZE = 10_000;
const MOST_MEGABYTES = 400;

/** Those that failed, because the time that an operation has was over, are counted beside the others. */
const listForEverybody = async (
  { users }: Testbed,
  bridge: BenchBridge,
  scenario: Scenario,
): Promise<Measurement['figures']> => {
  const idleMegabytes = residentMegabytes(bridge.processId, 'VmRSS');
  const startedAtMs = performance.now();
  const lists = await Promise.allSettled(
    users.tokens[scenario.platform].map((token) => askBridge(bridge, scenario, token)),
  );
  const seconds = (performance.now() - startedAtMs) / 1000;
  const complete = lists.filter(
    (one) => one.status === 'fulfilled' && one.value.appointments?.length === SIZE,
  );
  return {
    peakMegabytes: residentMegabytes(bridge.processId, 'VmHWM'),
    idleMegabytes,
    seconds,
    incompleteLists: lists.length - complete.length,
  };
};

/** A bridge of its own for each CRM, because the most is counted from its start. */
export const measureMemory = async (
  testbed: Testbed,
  { bridgeArguments }: BenchSettings,
): Promise<readonly Measurement[]> => {
  const measurements: Measurement[] = [];
  for (const scenario of testbed.scenarios.filter(({ name }) => name.endsWith(`-list-${SIZE}`))) {
    const people = testbed.users.tokens[scenario.platform].length;
    measurements.push({
      part: 'memory',
      subject: `${subjectOf(scenario)}, by ${people} people at once`,
      figures: await testbed.withBridge(bridgeArguments, (bridge) =>
        listForEverybody(testbed, bridge, scenario),
      ),
      bounds: [
        { figure: 'peakMegabytes', most: MOST_MEGABYTES },
        { figure: 'incompleteLists', most: 0 },
      ],
    });
  }
  return measurements;
};
