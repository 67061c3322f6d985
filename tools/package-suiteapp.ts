/** `npm run package`: the zip of the SuiteApp, or with `--account-customization` of the project for an account without a publisher id. */
import path from 'node:path';
import { packageProject } from './suiteapp/package-project';
import { variantOf } from './suiteapp/variant';

const root = path.join(__dirname, '..', '..');

try {
  const zip = packageProject({
    variant: variantOf(process.argv.slice(2)),
    folder: root,
    destination: path.join(root, 'dist'),
  });
  process.stdout.write(`${path.relative(process.cwd(), zip)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The zip could not be made.'}\n`);
  process.exitCode = 1;
}
