/** `npm run readme`: puts the table of capabilities into the README; with `--check`, fails where it is another one. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { capabilitiesTable } from './capabilities-table';

const README = path.join(__dirname, '..', '..', 'README.md');
const PLACE = /(<!-- capabilities -->\n)[\s\S]*?(\n<!-- \/capabilities -->)/;

const before = readFileSync(README, 'utf8');
const after = before.replace(
  PLACE,
  (_all, begin: string, end: string) => `${begin}\n${capabilitiesTable()}\n${end}`,
);
if (!process.argv.includes('--check')) {
  writeFileSync(README, after);
} else if (after !== before || !PLACE.test(before)) {
  process.stderr.write(
    'README.md: the table of capabilities is not what the adapters say. Run: npm run readme\n',
  );
  process.exitCode = 1;
}
