/** Runs the SuiteCloud CLI of this repository. The only file that knows where it is. */
import { spawnSync } from 'node:child_process';

export interface CliRun {
  readonly args: readonly string[];
  /** Where suitecloud.config.js is; the CLI also reads and writes project.json there. */
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Show its output and let it ask, or keep the output for {@link CliResult}. */
  readonly terminal: 'shared' | 'captured';
}

export interface CliResult {
  readonly succeeded: boolean;
  /** What it printed, without the codes that move the cursor; empty when the terminal was shared. */
  readonly output: string;
}

const controlSequences = /\u001b\[[0-9;?]*[A-Za-z]/g;

export const runSuiteCloud = ({ args, folder, environment = process.env, terminal }: CliRun): CliResult => {
  const cli = require.resolve('@oracle/suitecloud-cli');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: terminal === 'shared' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const output = terminal === 'shared' ? '' : `${stdout}${stderr}`.replace(controlSequences, '').trim();
  return { succeeded: status === 0, output };
};
