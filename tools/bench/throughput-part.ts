/** Requests a second of the bridge, against a bare Express route that makes the same calls to the CRM. */
import type { BenchBridge } from './bench-bridge';
import type { BenchSettings } from './bench-settings';
import { load, type Load, type LoadRequest } from './load';
import { median, type Bound, type Measurement } from './measurement';
import { cpuSeconds } from './process-usage';
import { subjectOf, type Scenario } from './scenario';
import type { Testbed } from './testbed';

const CONNECTIONS = 16;
/** The first guess of how many requests fit into a round is one of cold code. */
const WARM_UPS = 3;
const LIST_BOUNDS: readonly Bound[] = [
  { figure: 'ratio', least: 0.6 },
  { figure: 'p99Ratio', most: 2 },
];
const RECORD_BOUNDS: readonly Bound[] = [{ figure: 'ratio', least: 0.8 }];

interface MeasuredLoad extends Load {
  /** Of the answering process, for each request. */
  readonly cpuMs: number;
}

interface Round {
  readonly bridge: MeasuredLoad;
  readonly passThrough: MeasuredLoad;
}

const measuredLoad = async (
  processId: number,
  request: LoadRequest,
  amount: number,
): Promise<MeasuredLoad> => {
  const before = cpuSeconds(processId);
  const measured = await load(request, { connections: CONNECTIONS, amount });
  return { ...measured, cpuMs: ((cpuSeconds(processId) - before) * 1000) / amount };
};

interface Amounts {
  readonly bridge: number;
  readonly passThrough: number;
}

/** Enough for a first guess at how many fit into a round. */
const firstAmounts: Amounts = { bridge: 3 * CONNECTIONS, passThrough: 3 * CONNECTIONS };

const measureRound = async (
  { users, passThrough }: Testbed,
  bridge: BenchBridge,
  { name, platform, method, path, body }: Scenario,
  amounts: Amounts,
): Promise<Round> => ({
  bridge: await measuredLoad(
    bridge.processId,
    { method, url: bridge.baseUrl + path, tokens: users.tokens[platform], body },
    amounts.bridge,
  ),
  passThrough: await measuredLoad(
    passThrough.processId,
    { method: 'GET', url: `${passThrough.baseUrl}/${name}` },
    amounts.passThrough,
  ),
});

const amountFor = ({ requestsPerSecond }: Load, seconds: number): number =>
  CONNECTIONS * Math.max(3, Math.round((requestsPerSecond * seconds) / CONNECTIONS));

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
  const isList = scenario.name.includes('-list-');
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
