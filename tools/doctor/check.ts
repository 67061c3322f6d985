/** What a check of the doctor is, and what it can find. */

/**
 * `as-assumed`: the CRM does what the adapter takes for granted. `adapts`: it does not, and the adapter copes, by itself
 * or by a setting that is made already. `needs-setting`: it does not, and a setting has to be made. `broken`: neither
 * helps. `not-observable`: nothing that the doctor may do shows it. `skipped`: an earlier check has to succeed first.
 */
export type Outcome = 'as-assumed' | 'adapts' | 'needs-setting' | 'broken' | 'not-observable' | 'skipped';

/** Words, numbers and booleans for the report; never a name, an id of a person, a token or a hostname. */
export type Observed = Readonly<Record<string, string | number | boolean>>;

export interface Finding {
  readonly outcome: Outcome;
  readonly observed: Observed;
  /** A sentence for the person at the terminal: what to do, or for `adapts` and `not-observable` how the bridge copes. */
  readonly whatToDo?: string | undefined;
  /** `NAME=value` of the setting that makes the adapter right for this account. */
  readonly setting?: string | undefined;
}

export interface Check<Context> {
  /** Words with hyphens; stays the same from version to version, so that reports can be compared. */
  readonly id: string;
  /** What is checked, as a short statement: `Times are the same on both sides of a change of the clock`. */
  readonly title: string;
  /** The unverified point of the reference that it settles: `netsuite.md §8.3`, or the name of the sandbox's switch. */
  readonly settles?: string | undefined;
  /**
   * May throw: that is a cross with the failure's code and message, and the next check runs.
   * Facts for later checks are kept in the context, each with a field of its own (see `needed`).
   */
  run(context: Context): Promise<Finding>;
}

/** A check with its context, as the doctor runs it whatever the platform. */
export type ReadyCheck = Omit<Check<never>, 'run'> & { run(): Promise<Finding> };

export const withContext = <Context>(
  checks: readonly Check<Context>[],
  context: Context,
): readonly ReadyCheck[] =>
  checks.map((check) => ({
    id: check.id,
    title: check.title,
    settles: check.settles,
    run: () => check.run(context),
  }));

/** Ends a check as `skipped`. */
export class MissingFact extends Error {
  override readonly name = 'MissingFact';

  constructor(readonly fact: string) {
    super(`There is no ${fact}: an earlier check has not succeeded.`);
  }
}

/**
 * A fact that an earlier check found.
 * @throws MissingFact when it did not find it; `fact` completes "There is no …"
 */
export const needed = <Fact>(value: Fact | undefined, fact: string): Fact => {
  if (value === undefined) throw new MissingFact(fact);
  return value;
};
