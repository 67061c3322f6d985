/** How much memory the bridge takes while 50 people list 10,000 appointments each, and what it holds when idle. */
import { platforms } from '../../src/contract/operations';
import type { BenchSettings } from './bench-settings';
import type { Measurement } from './measurement';
import { residentMegabytes } from './process-usage';
import { listScenario, subjectOf } from './scenario';
import { askBridge, type Testbed } from './testbed';

const SIZE = 10_000;
const MOST_MEGABYTES = 400;

/** A bridge of its own for each CRM, because the most is counted from its start. */
export const measureMemory = async (
  testbed: Testbed,
  { bridgeArguments }: BenchSettings,
): Promise<readonly Measurement[]> => {
  const measurements: Measurement[] = [];
  for (const platform of platforms) {
    const scenario = listScenario(platform, SIZE);
    const bridge = await testbed.startBridge(bridgeArguments);
    const idleMegabytes = residentMegabytes(bridge.processId, 'VmRSS');
    const startedAtMs = performance.now();
    const lists = await Promise.all(
      testbed.users.tokens[platform].map((token) => askBridge(bridge, scenario, token)),
    );
    const seconds = (performance.now() - startedAtMs) / 1000;
    measurements.push({
      part: 'memory',
      subject: `${subjectOf(scenario)}, by ${lists.length} people at once`,
      figures: {
        peakMegabytes: residentMegabytes(bridge.processId, 'VmHWM'),
        idleMegabytes,
        seconds,
        shortLists: lists.filter(({ appointments }) => appointments?.length !== SIZE).length,
      },
      bounds: [
        { figure: 'peakMegabytes', most: MOST_MEGABYTES },
        { figure: 'shortLists', most: 0 },
      ],
    });
    await bridge.stop();
  }
  return measurements;
};
