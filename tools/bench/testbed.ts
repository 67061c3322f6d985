/** Bridge, pass-through and canned CRM, with every scenario recorded: what several parts of the bench measure on. */
import { z } from 'zod';
import { platforms, type Platform } from '../../src/contract/operations';
import { startBenchBridge, type BenchBridge } from './bench-bridge';
import { signInBenchUsers, type BenchUsers } from './bench-users';
import { startCannedVendor, startPassThrough, type CannedVendor, type PassThrough } from './canned-vendor';
import { startLocalCrm } from './local-crms';
import { isListScenario, listScenarios, recordScenarios, type Scenario } from './scenario';

/** As many as list at once in the memory part. */
const USERS = 50;

export interface RecordedScenario extends Scenario {
  /** Of the CRM, by a user whom the bridge has met before. */
  readonly callCount: number;
}

export interface Testbed {
  readonly users: BenchUsers;
  readonly vendor: CannedVendor;
  readonly passThrough: PassThrough;
  readonly scenarios: readonly RecordedScenario[];
  startBridge(nodeArguments?: readonly string[]): Promise<BenchBridge>;
  /** Starts a bridge, and ends it whatever becomes of the measuring. */
  withBridge<Result>(
    nodeArguments: readonly string[],
    measure: (bridge: BenchBridge) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

const answerSchema = z.object({
  successful: z.literal(true),
  appointments: z.array(z.object({ id: z.string() })).optional(),
});

type Answer = z.infer<typeof answerSchema>;

/** @throws Error with what the bridge said instead */
export const askBridge = async (
  { baseUrl }: BenchBridge,
  { method, path, body }: Scenario,
  token: string,
): Promise<Answer> => {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body(0)) } : {}),
  });
  const text = await response.text();
  const read = answerSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  throw new Error(`The bridge answered ${method} ${path}: ${text.slice(0, 300)}`);
};

interface Recording extends Pick<Testbed, 'users' | 'vendor' | 'passThrough'> {
  readonly bridge: BenchBridge;
}

/** Twice: what is asked the second time is what is asked every time. */
const recordScenario = async (
  { users, vendor, passThrough, bridge }: Recording,
  scenario: Scenario,
): Promise<{ readonly recorded: RecordedScenario; readonly answer: Answer }> => {
  const [token = ''] = users.tokens[scenario.platform];
  await askBridge(bridge, scenario, token);
  await vendor.takeCalls();
  const answer = await askBridge(bridge, scenario, token);
  const { calls } = await vendor.takeCalls();
  await passThrough.add({
    name: scenario.name,
    vendorUrl: vendor.baseUrl,
    calls,
    isParallel: isListScenario(scenario),
  });
  return { recorded: { ...scenario, callCount: calls.length }, answer };
};

const recordPlatform = async (
  recording: Recording,
  platform: Platform,
  isWanted: (scenario: Scenario) => boolean,
): Promise<RecordedScenario[]> => {
  const crm = await startLocalCrm(platform);
  await recording.vendor.record(crm.baseUrl);
  const recorded: RecordedScenario[] = [];
  const [shortest] = listScenarios.filter((one) => one.platform === platform);
  const listed = shortest && (await recordScenario(recording, shortest)).answer.appointments;
  const all = [
    ...listScenarios.filter((one) => one.platform === platform),
    ...recordScenarios(platform, listed?.[0]?.id ?? ''),
  ];
  for (const scenario of all.filter(isWanted)) {
    recorded.push((await recordScenario(recording, scenario)).recorded);
  }
  await recording.vendor.replay(0);
  await crm.close();
  return recorded;
};

export const openTestbed = async (isWanted: (scenario: Scenario) => boolean): Promise<Testbed> => {
  const users = await signInBenchUsers(USERS);
  const vendor = await startCannedVendor();
  const passThrough = await startPassThrough();
  const startBridge = (nodeArguments?: readonly string[]): Promise<BenchBridge> =>
    startBenchBridge({ users, vendorUrl: vendor.baseUrl, nodeArguments });
  const withBridge: Testbed['withBridge'] = async (nodeArguments, measure) => {
    const bridge = await startBridge(nodeArguments);
    try {
      return await measure(bridge);
    } finally {
      await bridge.stop();
    }
  };
  const scenarios: RecordedScenario[] = [];
  await withBridge([], async (bridge) => {
    for (const platform of platforms) {
      scenarios.push(...(await recordPlatform({ users, vendor, passThrough, bridge }, platform, isWanted)));
    }
  });
  return {
    users,
    vendor,
    passThrough,
    scenarios,
    startBridge,
    withBridge,
    close: async () => {
      await vendor.stop();
      await passThrough.stop();
      await users.remove();
    },
  };
};
