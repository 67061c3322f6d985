/** Requests a second of the bridge, against a bare Express route that makes the same calls to the CRM. */
import type { BenchBridge } from './bench-bridge';
import type { BenchSettings } from './bench-settings';
import { measureByTurns, type Round } from './measure-by-turns';
import { measuredLoad } from './measured-load';
import { median, type Bound, type Measurement } from './measurement';
import { isListScenario, subjectOf, type Scenario } from './scenario';
import type { Testbed } from './testbed';

const LIST_BOUNDS: readonly Bound[] = [
  { figure: 'ratio', least: 0.6 },
  { figure: 'p99Ratio', most: 2 },
];
const RECORD_BOUNDS: readonly Bound[] = [{ figure: 'ratio', least: 0.8 }];

const figuresOf = (rounds: readonly Round[]): Measurement['figures'] => {
  const medianOf = (figure: (round: Round) => number): number => median(rounds.map(figure));
  return {
    ratio: medianOf(
      ({ one: bridge, other: passThrough }) => bridge.requestsPerSecond / passThrough.requestsPerSecond,
    ),
    p99Ratio: medianOf(({ one: bridge, other: passThrough }) => bridge.p99Ms / passThrough.p99Ms),
    cpuRatio: medianOf(({ one: bridge, other: passThrough }) => passThrough.cpuMs / bridge.cpuMs),
    bridgePerSecond: medianOf(({ one }) => one.requestsPerSecond),
    passThroughPerSecond: medianOf(({ other }) => other.requestsPerSecond),
    bridgeP99Ms: medianOf(({ one }) => one.p99Ms),
    passThroughP99Ms: medianOf(({ other }) => other.p99Ms),
    bridgeCpuMs: medianOf(({ one }) => one.cpuMs),
    passThroughCpuMs: medianOf(({ other }) => other.cpuMs),
  };
};

const measureScenario = async (
  { users, passThrough }: Testbed,
  bridge: BenchBridge,
  scenario: Scenario,
  settings: BenchSettings,
): Promise<Measurement> => {
  const { name, platform, method, path, body } = scenario;
  const rounds = await measureByTurns(
    {
      one: (amount) =>
        measuredLoad({
          processIds: [bridge.processId],
          request: { method, url: bridge.baseUrl + path, tokens: users.tokens[platform], body },
          amount,
        }),
      other: (amount) =>
        measuredLoad({
          processIds: [passThrough.processId],
          request: { method, url: `${passThrough.baseUrl}/${name}`, body },
          amount,
        }),
    },
    settings,
  );
  const isList = isListScenario(scenario);
  return {
    part: isList ? 'list' : 'record',
    subject: subjectOf(scenario),
    figures: figuresOf(rounds),
    bounds: isList ? LIST_BOUNDS : RECORD_BOUNDS,
  };
};

/** @param wanted names of scenarios */
export const measureThroughput = (
  testbed: Testbed,
  settings: BenchSettings,
  wanted: RegExp,
): Promise<readonly Measurement[]> =>
  testbed.withBridge(settings.bridgeArguments, async (bridge) => {
    const measurements: Measurement[] = [];
    for (const scenario of testbed.scenarios.filter(({ name }) => wanted.test(name))) {
      measurements.push(await measureScenario(testbed, bridge, scenario, settings));
    }
    return measurements;
  });
