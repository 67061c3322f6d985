/** Switches of a local CRM turned to their other sides, with what the doctor is to find then. */
import type { Outcome } from '../../../tools/doctor/check';

export type TurnedSwitch = readonly [
  name: string,
  value: string | number | boolean,
  outcome: Outcome,
  /** The setting that the doctor is to name, as `NAME=value`. */
  setting?: string,
];

/** For `it.each`: an object each, so that a setting that is not there is not taken for the `done` of jest. */
export const switchCasesOf = (turned: readonly TurnedSwitch[]) =>
  turned.map(([name, value, outcome, setting]) => ({ name, value, outcome, setting }));

/** Each name once, in the order of the alphabet. */
export const switchNamesIn = (turned: readonly TurnedSwitch[]): readonly string[] =>
  [...new Set(turned.map(([name]) => name))].sort();
