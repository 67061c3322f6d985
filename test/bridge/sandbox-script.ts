/** Writes small scripts that behave as a sandbox does at its start, well or badly. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const writeSandboxScript = (code: string): string => {
  const script = join(mkdtempSync(join(tmpdir(), 'sandbox-script-')), 'main.js');
  writeFileSync(script, code);
  return script;
};

/** Reports itself ready, with its own arguments and zone as notes, and stays until it is told to end. */
export const readyScript = (baseUrl: string): string => `
const users = [
  { id: '5', name: 'Olga', timeZone: 'America/Los_Angeles', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a', token: 'T5' },
  { id: '6', name: 'Pierre', timeZone: 'Europe/Paris', dateFormat: 'D.M.YYYY', timeFormat: 'HH:mm', token: 'T6' },
];
const hostname = '1234567.app.netsuite.com';
process.send({ type: 'something-else' });
process.send({
  type: 'sandbox-ready',
  netsuite: { baseUrl: ${JSON.stringify(baseUrl)}, accountId: '1234567', hostname, users },
  bullhorn: {
    baseUrl: 'http://127.0.0.1:9',
    restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/',
    users: [{ id: 11, name: 'Rana', timeZone: 'Europe/London', token: 'B11' }],
  },
  clio: {
    baseUrl: 'http://127.0.0.1:9',
    hostname: 'app.clio.com',
    users: [{ id: 21, name: 'Cleo', timeZone: 'America/New_York', token: 'C21' }],
  },
  notes: [process.argv.slice(2).join(' '), process.env.TZ],
});
setInterval(() => {}, 1000);
`;
