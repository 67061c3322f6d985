/** Requests a second of the bridge, against a bare Express route that makes the same calls to the CRM. */
import type { BenchBridge } from './bench-bridge';
import type { BenchSettings } from './bench-settings';
import { amountFor, FIRST_AMOUNT, measuredLoad, WARM_UPS, type MeasuredLoad } from './measured-load';
import { median, type Bound, type Measurement } from './measurement';
import { isListScenario, subjectOf, type Scenario } from './scenario';
import type { Testbed } from './testbed';

const LIST_BOUNDS: readonly Bound[] = [
  { figure: 'ratio', least: 0.6 },
  { figure: 'p99Ratio', most: 2 },
];
const RECORD_BOUNDS: readonly Bound[] = [{ figure: 'ratio', least: 0.8 }];

interface Round {
  readonly bridge: MeasuredLoad;
  readonly passThrough: MeasuredLoad;
}

interface Amounts {
  readonly bridge: number;
  readonly passThrough: number;
}

const firstAmounts: Amounts = { bridge: FIRST_AMOUNT, passThrough: FIRST_AMOUNT };

const measureRound = async (
  { users, passThrough }: Testbed,
  bridge: BenchBridge,
  { name, platform, method, path, body }: Scenario,
  amounts: Amounts,
): Promise<Round> => ({
  bridge: await measuredLoad({
    processIds: [bridge.processId],
    request: { method, url: bridge.baseUrl + path, tokens: users.tokens[platform], body },
    amount: amounts.bridge,
  }),
  passThrough: await measuredLoad({
    processIds: [passThrough.processId],
    request: { method, url: `${passThrough.baseUrl}/${name}`, body },
    amount: amounts.passThrough,
  }),
});

const figuresOf = (rounds: readonly Round[]): Measurement['figures'] => {
  const medianOf = (figure: (round: Round) => number): number => median(rounds.map(figure));
  return {
    ratio: medianOf(({ bridge, passThrough }) => bridge.requestsPerSecond / passThrough.requestsPerSecond),
    p99Ratio: medianOf(({ bridge, passThrough }) => bridge.p99Ms / passThrough.p99Ms),
    cpuRatio: medianOf(({ bridge, passThrough }) => passThrough.cpuMs / bridge.cpuMs),
    bridgePerSecond: medianOf(({ bridge }) => bridge.requestsPerSecond),
    passThroughPerSecond: medianOf(({ passThrough }) => passThrough.requestsPerSecond),
    bridgeP99Ms: medianOf(({ bridge }) => bridge.p99Ms),
    passThroughP99Ms: medianOf(({ passThrough }) => passThrough.p99Ms),
    bridgeCpuMs: medianOf(({ bridge }) => bridge.cpuMs),
    passThroughCpuMs: medianOf(({ passThrough }) => passThrough.cpuMs),
  };
};

/** Bridge and pass-through by turns: what else the machine does meets both, and the ratio holds. */
const measureScenario = async (
  testbed: Testbed,
  bridge: BenchBridge,
  scenario: Scenario,
  { rounds, seconds }: BenchSettings,
): Promise<Measurement> => {
  let amounts = firstAmounts;
  for (let warmUps = 0; warmUps < WARM_UPS; warmUps++) {
    const warmUp = await measureRound(testbed, bridge, scenario, amounts);
    amounts = {
      bridge: amountFor(warmUp.bridge, seconds),
      passThrough: amountFor(warmUp.passThrough, seconds),
    };
  }
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push(await measureRound(testbed, bridge, scenario, amounts));
  }
  const isList = isListScenario(scenario);
  return {
    part: isList ? 'list' : 'record',
    subject: subjectOf(scenario),
    figures: figuresOf(measured),
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
