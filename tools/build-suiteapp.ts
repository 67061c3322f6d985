/** Compiles the RESTlets and stages the SuiteApp in dist/suiteapp, when anything it is made of is newer than it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const staged = path.join(root, 'dist', 'suiteapp');
const stamp = path.join(root, 'dist', '.suiteapp-built');
const sources = ['src', 'webpack.config.js', 'manifest.xml', 'deploy.xml', 'package.json'];

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

if (!isUpToDate()) {
  rmSync(staged, { recursive: true, force: true });
  const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  execFileSync(process.execPath, [webpack], { cwd: root, stdio: 'inherit' });
  cpSync(path.join(root, 'src', 'Objects'), path.join(staged, 'Objects'), { recursive: true });
  for (const descriptor of ['manifest.xml', 'deploy.xml']) {
    cpSync(path.join(root, descriptor), path.join(staged, descriptor));
  }
  writeFileSync(stamp, '');
}
