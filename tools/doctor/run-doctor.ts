/** The whole run of the doctor: every CRM that was asked for, the tables, the report. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readConfig } from '../../bridge/config';
import { vendorNames } from '../../bridge/vendor-names';
import type { Environment } from '../../bridge/setting-reader';
import type { DoctorArguments } from './doctor-arguments';
import { defaultReportFile, doctorReport, type Examined } from './doctor-report';
import { examine } from './examine';
import { findingTable, isCross } from './finding-table';
import { startLocalSandbox } from './local-sandbox';
import { platformDoctors } from './platform-doctors';
import type { Terminal } from './terminal';

export interface DoctorRun {
  readonly args: DoctorArguments;
  readonly env: Environment;
  readonly terminal: Terminal;
  readonly print: (text: string) => void;
  readonly signal: AbortSignal;
}

const headingOf = ({ platform, target }: Examined): string =>
  `\n${vendorNames[platform]}, ${target === 'sandbox' ? 'the local sandbox' : 'account ***'}\n`;

/** The doctor keeps no session: the secret for that is none of its business, and any will do. */
const configOf = (env: Environment) =>
  readConfig({
    ...env,
    BRIDGE_MODE: 'live',
    BRIDGE_SECRET: randomBytes(32).toString('hex'),
    BRIDGE_SECRET_FILE: undefined,
    BRIDGE_SECRET_PREVIOUS: undefined,
    BRIDGE_SECRET_PREVIOUS_FILE: undefined,
  });

const writeReport = (file: string, examined: readonly Examined[], nowMs: number): void =>
  writeFileSync(file, `${JSON.stringify(doctorReport(examined, nowMs), null, 2)}\n`);

/**
 * @returns whether all is well: no cross, nothing left behind
 * @throws Error with a message for the person at the terminal
 */
export const runDoctor = async ({ args, env, terminal, print, signal }: DoctorRun): Promise<boolean> => {
  const { targets, turns, withOtherUser, invitees } = args;
  const config = configOf(env);
  const sandbox = targets.some(({ account }) => account === 'sandbox')
    ? await startLocalSandbox(turns)
    : undefined;
  const examined: Examined[] = [];
  try {
    for (const { platform, account } of targets) {
      if (signal.aborted) break;
      const one = await examine({
        doctor: platformDoctors[platform],
        account,
        sandbox: sandbox?.ready,
        withOtherUser,
        invitees,
        config,
        env,
        terminal,
        signal,
      });
      examined.push(one);
      print(findingTable(headingOf(one), one.results));
      // Ctrl-C reaches the sandbox, too, and then nothing of it is left.
      const leftBehind = one.target === 'sandbox' && signal.aborted ? [] : one.leftBehind;
      for (const title of leftBehind) print(`Could not be deleted; look for it in the CRM: ${title}\n`);
    }
  } finally {
    await sandbox?.stop();
  }
  const nowMs = Date.now();
  const file = args.reportFile ?? defaultReportFile([...new Set(targets.map((one) => one.platform))], nowMs);
  writeReport(file, examined, nowMs);
  print(`\nReport: ${file}\n`);
  return examined.every(({ results, leftBehind }) => !results.some(isCross) && leftBehind.length === 0);
};
