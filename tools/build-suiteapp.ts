/** Compiles the RESTlets and stages both projects under dist, when anything they are made of is newer than they are. */
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import webpack, { type Configuration } from 'webpack';
import { stageAccountCustomization, stageSuiteApp } from './suiteapp/stage-project';
import { stagedFolders } from './suiteapp/variant';

const root = path.join(__dirname, '..', '..');
const suiteApp = path.join(root, stagedFolders.suiteapp);
const stamp = path.join(root, 'dist', '.suiteapp-built');
const sources = [
  'src',
  'webpack.config.js',
  'manifest.xml',
  'deploy.xml',
  'package.json',
  'tools/build-suiteapp.ts',
  'tools/suiteapp',
];

const filesUnder = (source: string): readonly string[] => {
  const full = path.join(root, source);
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' }).map((file) => path.join(full, file));
};

const isUpToDate = (): boolean => {
  if (!existsSync(stamp)) return false;
  const builtMs = statSync(stamp).mtimeMs;
  return sources.flatMap(filesUnder).every((file) => statSync(file).mtimeMs <= builtMs);
};

const run = (config: Configuration): Promise<void> =>
  new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors())
        reject(new Error(stats.toString({ preset: 'errors-only', colors: false })));
      else resolve();
    });
  });

const compile = async (): Promise<void> => {
  const { default: config }: { default: Configuration } = await import(path.join(root, 'webpack.config.js'));
  await run(config);
};

const build = async (): Promise<void> => {
  rmSync(suiteApp, { recursive: true, force: true });
  await compile();
  stageSuiteApp(root, suiteApp);
  stageAccountCustomization(suiteApp, path.join(root, stagedFolders['account-customization']));
  writeFileSync(stamp, '');
};

if (!isUpToDate()) {
  build().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The SuiteApp could not be built.'}\n`);
    process.exitCode = 1;
  });
}
