/** Examines one CRM from the sign-in to the clean-up. */
import { randomBytes } from 'node:crypto';
import type { BridgeConfig } from '../../bridge/config';
import type { SandboxReady } from '../../bridge/sandbox-process';
import type { Environment } from '../../bridge/setting-reader';
import { createCreatedRecords } from './created-records';
import type { Examined } from './doctor-report';
import type { PlatformDoctor } from './platform-doctor';
import { createPrivateWords } from './private-words';
import { runChecks, type CheckResult } from './run-checks';
import type { Terminal } from './terminal';

export interface ExamineOptions {
  readonly doctor: PlatformDoctor;
  readonly account: string;
  /** The local CRMs; used where the account is `sandbox`. */
  readonly sandbox?: SandboxReady | undefined;
  readonly withOtherUser: boolean;
  readonly invitees?: readonly string[] | undefined;
  readonly config: BridgeConfig;
  readonly env: Environment;
  readonly terminal: Terminal;
  readonly signal?: AbortSignal | undefined;
  readonly onResult?: ((result: CheckResult) => void) | undefined;
  readonly nowMs?: (() => number) | undefined;
}

/**
 * Deletes what it made, also when it is stopped.
 * @throws Error with a message for the person at the terminal when there is no way to sign in
 */
export const examine = async (options: ExamineOptions): Promise<Examined> => {
  const { doctor, account, config, env, terminal, nowMs = Date.now } = options;
  const isSandbox = account === 'sandbox';
  const created = createCreatedRecords();
  const privateWords = createPrivateWords();
  privateWords.add(isSandbox ? undefined : account, ...(options.invitees ?? []));
  const markedTitle = `App Connect doctor ${randomBytes(3).toString('hex')}`;
  let results: readonly CheckResult[] = [];
  let leftBehind: readonly string[] = [];
  try {
    const checks = await doctor.prepare({
      account,
      sandbox: isSandbox ? options.sandbox : undefined,
      withOtherUser: isSandbox || options.withOtherUser,
      invitees: options.invitees ?? [],
      config,
      env,
      markedTitle,
      created,
      privateWords,
      terminal,
      nowMs,
    });
    const { signal, onResult } = options;
    results = await runChecks({ checks, created, markedTitle, privateWords, signal, onResult });
  } finally {
    leftBehind = await created.removeAll();
  }
  return { platform: doctor.platform, target: isSandbox ? 'sandbox' : 'account', results, leftBehind };
};
