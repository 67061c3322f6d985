/** What the bridge did or said wrong in a chaos run, in words that lead back to the operation. */
import type { Step } from './step';

export const violationKinds = [
  'lost',
  'doubled',
  'false success',
  'false failure',
  'wrong list',
  'wrong answer',
] as const;

export type ViolationKind = (typeof violationKinds)[number];

/** As a judge sees it. */
export interface Finding {
  readonly kind: ViolationKind;
  /** What was answered, and what is there. */
  readonly words: string;
}

export interface Violation extends Finding, Step {}

export const describeViolation = (violation: Violation): string => {
  const { kind, words, operationNumber, worker, platform, operation, key } = violation;
  const of = `operation ${operationNumber}, worker ${worker}, ${platform}, ${operation}`;
  return `${kind}: ${of}${key === undefined ? '' : `, key ${key}`}: ${words}`;
};
