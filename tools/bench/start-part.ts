/** From starting the bridge to its first answer: alone with a database that is there, and with the local CRMs. */
import { startTryOut, type BenchBridge } from './bench-bridge';
import type { BenchSettings } from './bench-settings';
import { median, type Measurement } from './measurement';
import type { Testbed } from './testbed';

const secondsToFirstAnswer = async (start: () => Promise<BenchBridge>): Promise<number> => {
  const startedAtMs = performance.now();
  const bridge = await start();
  const response = await fetch(`${bridge.baseUrl}/healthz`);
  const seconds = (performance.now() - startedAtMs) / 1000;
  await response.text();
  await bridge.stop();
  return seconds;
};

const measureStart = async (
  subject: string,
  rounds: number,
  start: () => Promise<BenchBridge>,
): Promise<Measurement> => {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) seconds.push(await secondsToFirstAnswer(start));
  return { part: 'start', subject, figures: { secondsToFirstAnswer: median(seconds) }, bounds: [] };
};

export const measureStarts = async (
  testbed: Testbed,
  { rounds }: BenchSettings,
): Promise<readonly Measurement[]> => [
  await measureStart('bridge, live', rounds, () => testbed.startBridge()),
  await measureStart('npm start, without the build', rounds, () => startTryOut()),
];
