/** What a chaos run came to, as a table for a terminal. Pure. */
import { faultNames } from './planned-faults';
import type { ChaosResult } from './run-chaos';
import { violationKinds } from './violation';

type Row = readonly [name: string, value: string];

const { format: number } = new Intl.NumberFormat('en-US');

/** Nearest rank; 0 of nothing. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0);

const countRows = (counts: ReadonlyMap<string, number>): readonly Row[] =>
  [...counts].sort(([, one], [, other]) => other - one).map(([name, count]) => [`  ${name}`, number(count)]);

const lines = (rows: readonly Row[]): string => {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const valueWidth = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([name, value]) => `${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}\n`).join('');
};

export const chaosTable = (result: ChaosResult): string => {
  const sorted = [...result.durationsMs].sort((one, other) => one - other);
  const faulty = sum(result.faults);
  const share = result.requests === 0 ? 0 : (faulty / result.requests) * 100;
  return lines([
    ['operations', number(result.total)],
    ...countRows(result.operations),
    ['asked again with the same key', number(result.repetitions)],
    ['answers', number(sum(result.outcomes))],
    ...countRows(result.outcomes),
    ['requests to the CRMs', number(result.requests)],
    [`faults (${share.toFixed(1)} %)`, number(faulty)],
    ...faultNames.map((name): Row => [`  ${name}`, number(result.faults.get(name) ?? 0)]),
    ['bridge killed and restarted', number(result.kills)],
    ...violationKinds.map((kind): Row => [
      kind,
      number(result.violations.filter((violation) => violation.kind === kind).length),
    ]),
    ['p50', `${number(Math.round(percentile(sorted, 0.5)))} ms`],
    ['p99', `${number(Math.round(percentile(sorted, 0.99)))} ms`],
    ['took', `${number(Math.round(result.tookMs / 1000))} s`],
  ]);
};
