/**
 * `npm run deploy`: tests, validates and deploys with the SuiteCloud CLI, and asks for what is missing. With
 * `--account-customization` the project for an account without a publisher id; with `--dryrun` only a preview.
 */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readDeployFacts } from './suiteapp/deploy-facts';
import type { Remedy } from './suiteapp/deploy-need';
import { cliArguments, deployProject, type DeployStep } from './suiteapp/deploy-project';
import { runSuiteCloud } from './suiteapp/suitecloud-cli';
import { variantOf, variantVariable } from './suiteapp/variant';

const root = path.join(__dirname, '..', '..');
const args = process.argv.slice(2);
const options = { variant: variantOf(args), isDryRun: args.includes('--dryrun') };

const npm = (npmArgs: readonly string[], environment: NodeJS.ProcessEnv): boolean =>
  spawnSync('npm', npmArgs, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0;

const suiteCloud = (cliArgs: readonly string[]): boolean =>
  runSuiteCloud({
    args: cliArgs,
    folder: root,
    environment: { ...process.env, [variantVariable]: options.variant },
    terminal: 'shared',
  }).succeeded;

/** .npmrc keeps install scripts from running; fetching the jar is the CLI's. Only said yes to do we get here. */
const remedies: Readonly<Record<Remedy, () => boolean>> = {
  'fetch-jar': () =>
    npm(['rebuild', '@oracle/suitecloud-cli', '--ignore-scripts=false', '--foreground-scripts'], {
      ...process.env,
      SUITECLOUD_CLI_ACCEPT_LICENSE: 'true',
    }),
  'sign-in': () => suiteCloud(['account:setup']),
};

const steps: Readonly<Record<DeployStep, () => boolean>> = {
  test: () => npm(['test'], process.env),
  validate: () => suiteCloud(cliArguments('validate', options)),
  deploy: () => suiteCloud(cliArguments('deploy', options)),
};

const ask = async (question: string): Promise<boolean> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (yes/no) `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
};

const ports = {
  facts: () =>
    readDeployFacts({
      folder: root,
      home: homedir(),
      environment: process.env,
      isTerminal: process.stdin.isTTY === true,
    }),
  ask,
  say: (sentence: string) => process.stderr.write(`${sentence}\n`),
  remedy: (remedy: Remedy) => remedies[remedy](),
  step: (step: DeployStep) => steps[step](),
};

deployProject(options, ports).then(
  (isDone) => {
    if (!isDone) process.exitCode = 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The deployment failed.'}\n`);
    process.exitCode = 1;
  },
);
