/** Compiles the console's page into dist/console, when anything it is made of is newer than it is. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bringUpToDate } from './build/bring-up-to-date';
import { compile } from './build/compile';
import { root } from './build/is-up-to-date';

const page = path.join(root, 'bridge', 'console', 'page');
const built = path.join(root, 'dist', 'console');
const stamp = path.join(root, 'dist', '.console-built');
const sources = [
  'bridge/console/page',
  'src/contract',
  'webpack.console.config.js',
  'package.json',
  'tools/build-console.ts',
  'tools/build',
];

/** In the order in which one goes before another. */
const styles = ['base', 'table', 'layout', 'dock', 'list', 'week', 'dialog'];

const build = async (): Promise<void> => {
  await compile('webpack.console.config.js');
  copyFileSync(path.join(page, 'index.html'), path.join(built, 'index.html'));
  const sheets = styles.map((name) => readFileSync(path.join(page, 'styles', `${name}.css`), 'utf8'));
  writeFileSync(path.join(built, 'console.css'), sheets.join('\n'));
};

void bringUpToDate({ stamp, sources, build, failure: 'The page could not be built.' });
