/** Lays out beside the compiled scripts what the SuiteCloud CLI wants in one folder, for each way of installing. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountCustomizationFile } from './account-customization';
import { readProject } from './suitecloud-project';

const sourceFolders = ['Objects', 'Translations', 'InstallationPreferences'];

/** @param folder where webpack put FileCabinet */
export const stageSuiteApp = (root: string, folder: string): void => {
  for (const name of sourceFolders) {
    cpSync(path.join(root, 'src', name), path.join(folder, name), { recursive: true });
  }
  for (const name of ['manifest.xml', 'deploy.xml']) cpSync(path.join(root, name), path.join(folder, name));
};

/** @param suiteAppFolder a staged SuiteApp, compiled scripts included */
export const stageAccountCustomization = (suiteAppFolder: string, folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  const { appId, files } = readProject({ root: suiteAppFolder, base: '.' });
  for (const file of files) {
    const text = readFileSync(path.join(suiteAppFolder, file), 'utf8');
    const staged = accountCustomizationFile({ path: file, text }, appId);
    if (staged === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, staged.path)), { recursive: true });
    writeFileSync(path.join(folder, staged.path), staged.text);
  }
};
