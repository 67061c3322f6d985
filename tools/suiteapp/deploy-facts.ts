/** What this computer has of what a deployment needs: Java, Oracle's jar, an account to go to. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export interface DeployFacts {
  /** Major version of the `java` on the path; 0 when there is none. */
  readonly javaVersion: number;
  /** Whether Oracle's jar is where the CLI looks for it. */
  readonly hasJar: boolean;
  /** SUITECLOUD_CLI_ACCEPT_LICENSE=true: somebody read Oracle's licence and says yes to it. */
  readonly acceptsLicense: boolean;
  /** SUITECLOUD_CI is set: credentials come from a file, nobody signs in. */
  readonly isCi: boolean;
  readonly passkey: 'missing' | 'malformed' | 'usable';
  /** The account and role this folder deploys to, by the name given at `account:setup`; empty when there is none. */
  readonly authId: string;
  /** A person sits at the terminal. */
  readonly isInteractive: boolean;
}

export interface DeployFactsOptions {
  /** Where suitecloud.config.js is. */
  readonly folder: string;
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly isTerminal: boolean;
}

/** The one on the path, as the CLI calls it. */
const java = 'java';

/** `openjdk version "17.0.15"`, on stderr. */
const javaVersion = (environment: NodeJS.ProcessEnv): number => {
  const { stderr } = spawnSync(java, ['-version'], { env: environment, encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
};

const cliPackageSchema = z.object({ sdkFilename: z.string() });

/** SdkProperties, 4.1.0: the jar's name is that of the CLI's version. */
const jarFile = (home: string): string => {
  const file = path.join(path.dirname(require.resolve('@oracle/suitecloud-cli')), '..', 'package.json');
  const { sdkFilename } = cliPackageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return path.join(home, '.suitecloud-sdk', 'cli', sdkFilename);
};

/** 32 to 100 letters and digits (article_94164947835). */
const passkeyOf = (value: string | undefined): DeployFacts['passkey'] => {
  if (value === undefined || value === '') return 'missing';
  return /^[A-Za-z0-9]{32,100}$/.test(value) ? 'usable' : 'malformed';
};

const projectSchema = z.object({ defaultAuthId: z.string() });

const authIdOf = (folder: string): string => {
  const file = path.join(folder, 'project.json');
  if (!existsSync(file)) return '';
  const parsed = projectSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data.defaultAuthId : '';
};

export const readDeployFacts = ({
  folder,
  home,
  environment,
  isTerminal,
}: DeployFactsOptions): DeployFacts => {
  const ci = environment.SUITECLOUD_CI ?? '';
  const isCi = ci !== '' && ci !== '0';
  return {
    javaVersion: javaVersion(environment),
    hasJar: existsSync(jarFile(home)),
    acceptsLicense: environment.SUITECLOUD_CLI_ACCEPT_LICENSE === 'true',
    isCi,
    passkey: passkeyOf(environment.SUITECLOUD_CI_PASSKEY),
    authId: authIdOf(folder),
    isInteractive: isTerminal && !isCi,
  };
};
