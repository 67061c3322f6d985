/** `npm run openapi`: writes docs/openapi.json from the contract; with `--check`, fails where it is another one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bridgeVersion } from '../bridge/bridge-version';
import { openApiDocument } from '../bridge/openapi/openapi-document';

const FILE = path.join(__dirname, '..', '..', 'docs', 'openapi.json');

const document = `${JSON.stringify(openApiDocument(bridgeVersion), undefined, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, document);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== document) {
  process.stderr.write('docs/openapi.json is not what the contract says. Run: npm run openapi\n');
  process.exitCode = 1;
}
