/** Calls to the CRM for each operation, and how long a full list takes where each call takes as long as a real one. */
import type { BenchBridge } from './bench-bridge';
import type { Bound, Measurement } from './measurement';
import { subjectOf } from './scenario';
import { askBridge, type RecordedScenario, type Testbed } from './testbed';

const DELAY_MS = 150;

/** One after the other, as Clio's pages are: each names the next. */
const turnBounds: Readonly<Record<string, number>> = {
  'netsuite-list-200': 1,
  'netsuite-list-2000': 2,
  'netsuite-list-10000': 4,
  'bullhorn-list-200': 2,
  'bullhorn-list-2000': 5,
  'bullhorn-list-10000': 12,
  'clio-list-200': 1,
  'clio-list-2000': 10,
  'clio-list-10000': 50,
};

/** A create of Bullhorn takes a call for each of two attendees more. */
const callBounds: Readonly<Record<string, number>> = {
  create: 3,
  'bullhorn-create': 5,
  update: 3,
  refresh: 1,
};

const boundsOf = ({ name, platform }: RecordedScenario): readonly Bound[] => {
  const calls = callBounds[name] ?? callBounds[name.replace(`${platform}-`, '')];
  const turns = turnBounds[name];
  return [
    ...(calls === undefined ? [] : [{ figure: 'calls', most: calls }]),
    ...(turns === undefined ? [] : [{ figure: 'turns', most: turns }]),
  ];
};

const secondsOf = async (act: () => Promise<unknown>): Promise<number> => {
  const startedAtMs = performance.now();
  await act();
  return (performance.now() - startedAtMs) / 1000;
};

/** What the delay adds, by the delay; no more than there are calls, because a busy machine adds to it as well. */
const turnsOf = (addedSeconds: number, callCount: number): number =>
  Math.min(Math.round((addedSeconds * 1000) / DELAY_MS), callCount);

/** `turns` are the calls that the operation waits for one after the other. */
const measureOn = async (testbed: Testbed, bridge: BenchBridge): Promise<readonly Measurement[]> => {
  const { users, vendor, scenarios } = testbed;
  const measurements: Measurement[] = [];
  for (const scenario of scenarios) {
    const [token = ''] = users.tokens[scenario.platform];
    const ask = () => askBridge(bridge, scenario, token);
    await vendor.replay(0);
    await ask();
    const seconds = await secondsOf(ask);
    await vendor.replay(DELAY_MS);
    const secondsAt150Ms = await secondsOf(ask);
    const { callCount } = await vendor.takeCalls();
    measurements.push({
      part: 'calls',
      subject: subjectOf(scenario),
      figures: {
        calls: callCount,
        turns: turnsOf(secondsAt150Ms - seconds, callCount),
        secondsAt150Ms,
      },
      bounds: boundsOf(scenario),
    });
  }
  await vendor.replay(0);
  return measurements;
};

export const measureCalls = (testbed: Testbed): Promise<readonly Measurement[]> =>
  testbed.withBridge([], (bridge) => measureOn(testbed, bridge));
