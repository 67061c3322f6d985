/** What a CRM's part of the doctor is given, and what it gives: its checks, in order. */
import type { Platform } from '../../src/contract/operations';
import type { BridgeConfig } from '../../bridge/config';
import type { SandboxReady } from '../../bridge/sandbox-process';
import type { Environment } from '../../bridge/setting-reader';
import type { ReadyCheck } from './check';
import type { CreatedRecords } from './created-records';
import type { PrivateWords } from './private-words';
import type { Terminal } from './terminal';

export interface DoctorCase {
  /** As given on the command line: an account, or `sandbox`. */
  readonly account: string;
  /** The local CRMs; undefined for a real account. */
  readonly sandbox: SandboxReady | undefined;
  /** A second person was asked for: in the sandbox always, of an account with `--other-user`. */
  readonly withOtherUser: boolean;
  /** Ids of people in the CRM who may be invited: nobody else is, for the CRM may send them mail. */
  readonly invitees: readonly string[];
  /** The bridge's settings, with the adapters'. */
  readonly config: BridgeConfig;
  readonly env: Environment;
  /** Stands in every title that the doctor gives: `App Connect doctor 7f3a`. */
  readonly markedTitle: string;
  /** What is made in the CRM goes in here at once. */
  readonly created: CreatedRecords;
  /** What must not be in the output: tokens, hostnames, ids, names. To be added before the first check runs. */
  readonly privateWords: PrivateWords;
  readonly terminal: Terminal;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
}

export interface PlatformDoctor {
  readonly platform: Platform;
  /**
   * Finds out how to sign in (tokens of the environment, or by hand), and which checks there are.
   * @throws Error with a message for the person at the terminal when there is no way to sign in
   */
  prepare(doctorCase: DoctorCase): Promise<readonly ReadyCheck[]>;
}
