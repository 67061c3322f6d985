import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../../package.json';

const root = path.join(__dirname, '..', '..', '..');

/** In a process of its own, as a server would: by the package's name, and with the settings of the environment. */
const run = (script: string, env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(process.execPath, ['-e', script], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

describe('the package', () => {
  it('gives a CommonJS server the connectors of the three CRMs', () => {
    const printed = run(`
      const { connectors, acceptClientBodies } = require('app-connect-appointments');
      const names = Object.entries(connectors).map(([name, functions]) => [name, Object.keys(functions).sort()]);
      console.log(JSON.stringify([Object.fromEntries(names), typeof acceptClientBodies()]));
    `);
    const functions = [
      'cancelAppointment',
      'confirmAppointment',
      'createAppointment',
      'findContactWithName',
      'listAppointments',
      'refreshAppointment',
      'updateAppointment',
    ];
    expect(JSON.parse(printed)).toEqual([
      { netsuite: functions, bullhorn: functions, clio: functions },
      'function',
    ]);
  });

  it('gives an ES module the same', () => {
    const script = `import('app-connect-appointments').then((library) => console.log(Object.keys(library.connectors)))`;
    expect(run(script)).toMatch(/netsuite.*bullhorn.*clio/);
  });

  it('answers a call that cannot be with a failure, not with an exception', () => {
    const printed = run(`
      const { connectors } = require('app-connect-appointments');
      const call = { user: { id: '5-netsuite', hostname: 'elsewhere.example' }, authHeader: 'Bearer t' };
      connectors.netsuite.listAppointments(call).then((result) => console.log(JSON.stringify(result)));
    `);
    expect(JSON.parse(printed)).toMatchObject({ successful: false, errorCode: 'invalid_request' });
  });

  it('has types beside the code', () => {
    for (const file of [packageJson.types, packageJson.main])
      expect(existsSync(path.join(root, file))).toBe(true);
    expect(packageJson.exports['.']).toMatchObject({
      types: `./${packageJson.types}`,
      require: `./${packageJson.main}`,
    });
  });
});
