/** Compiles the RESTlets and stages both projects under dist, when anything they are made of is newer than they are. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { bringUpToDate } from './build/bring-up-to-date';
import { compile } from './build/compile';
import { root } from './build/is-up-to-date';
import { stageAccountCustomization, stageSuiteApp } from './suiteapp/stage-project';
import { stagedFolders } from './suiteapp/variant';

const suiteApp = path.join(root, stagedFolders.suiteapp);
const stamp = path.join(root, 'dist', '.suiteapp-built');
const sources = [
  'src',
  'webpack.config.js',
  'manifest.xml',
  'deploy.xml',
  'package.json',
  'tools/build-suiteapp.ts',
  'tools/build',
  'tools/suiteapp',
];

const build = async (): Promise<void> => {
  rmSync(suiteApp, { recursive: true, force: true });
  await compile('webpack.config.js');
  stageSuiteApp(root, suiteApp);
  stageAccountCustomization(suiteApp, path.join(root, stagedFolders['account-customization']));
};

void bringUpToDate({ stamp, sources, build, failure: 'The SuiteApp could not be built.' });
