/** Makes the zip of a staged project with the SuiteCloud CLI, which needs neither network nor account for it. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { readProject } from './suitecloud-project';
import { runSuiteCloud } from './suitecloud-cli';
import { stagedFolders, variantVariable, type Variant } from './variant';
import { textAt } from './xml-element';

export interface PackageOptions {
  readonly variant: Variant;
  /** Has suitecloud.config.js and, under dist, the staged projects. */
  readonly folder: string;
  /** Where the zip goes; made when it is not there. */
  readonly destination: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Named for application id and version, not for the minute it was made in. */
const zipName = (folder: string, variant: Variant): string => {
  const { appId, manifest } = readProject({
    root: path.join(folder, stagedFolders.suiteapp),
    base: '.',
  });
  const version = textAt(manifest.root, 'projectversion');
  return `${appId}-${version}${variant === 'suiteapp' ? '' : `-${variant}`}.zip`;
};

/** The CLI always writes into `build` beside its configuration (PackageHandler, 4.1.0). */
const zipsIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];

/**
 * @returns where the zip is
 * @throws Error with the CLI's own words when it refuses
 */
export const packageProject = ({
  variant,
  folder,
  destination,
  environment = process.env,
}: PackageOptions): string => {
  const built = path.join(folder, 'build');
  const before = zipsIn(built);
  const { succeeded, output } = runSuiteCloud({
    args: ['project:package'],
    folder,
    environment: { ...environment, [variantVariable]: variant },
    terminal: 'captured',
  });
  const zip = zipsIn(built).find((name) => !before.includes(name));
  if (!succeeded || zip === undefined)
    throw new Error(`The SuiteCloud CLI could not package ${variant}:\n${output}`);
  mkdirSync(destination, { recursive: true });
  const target = path.join(destination, zipName(folder, variant));
  renameSync(path.join(built, zip), target);
  if (readdirSync(built).length === 0) rmdirSync(built);
  return target;
};
