/** Counts and times what happens in a chaos run, and keeps every violation. */
import type { Step } from './step';
import type { Finding, Violation } from './violation';

export interface ChaosRecord {
  /** The next operation of any worker: its number, from 1. */
  begin(operation: string): number;
  repeated(): void;
  /** How long an operation took to be answered, in milliseconds. */
  took(durationMs: number): void;
  answered(outcome: string): void;
  report(step: Step, findings: readonly Finding[]): void;
  readonly operations: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly durationsMs: readonly number[];
  readonly violations: readonly Violation[];
  readonly total: number;
  readonly repetitions: number;
}

const countUp = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** @param onBegin told of the number of every operation that begins */
export const createChaosRecord = (onBegin: (operationNumber: number) => void): ChaosRecord => {
  const operations = new Map<string, number>();
  const outcomes = new Map<string, number>();
  const durationsMs: number[] = [];
  const violations: Violation[] = [];
  let total = 0;
  let repetitions = 0;
  return {
    begin: (operation) => {
      total += 1;
      countUp(operations, operation);
      onBegin(total);
      return total;
    },
    repeated: () => {
      repetitions += 1;
    },
    took: (durationMs) => void durationsMs.push(durationMs),
    answered: (outcome) => countUp(outcomes, outcome),
    report: (step, findings) => void violations.push(...findings.map((finding) => ({ ...step, ...finding }))),
    operations,
    outcomes,
    durationsMs,
    violations,
    get total() {
      return total;
    },
    get repetitions() {
      return repetitions;
    },
  };
};
