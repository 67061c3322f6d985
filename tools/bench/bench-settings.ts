/** How thoroughly the bench measures. */

export interface BenchSettings {
  /** Of bridge and pass-through by turns. */
  readonly rounds: number;
  /** Each time that one of them is asked in a round. */
  readonly seconds: number;
  /** Arguments of Node for the bridge: a profile, for example. */
  readonly bridgeArguments: readonly string[];
}

export const thorough: BenchSettings = { rounds: 5, seconds: 2, bridgeArguments: [] };

/** For those who change something and want to see whether it helps. */
export const quick: BenchSettings = { rounds: 5, seconds: 0.5, bridgeArguments: [] };
