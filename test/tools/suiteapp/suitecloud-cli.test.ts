import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runSuiteCloud, type CliResult } from '../../../tools/suiteapp/suitecloud-cli';

const root = path.join(__dirname, '..', '..', '..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'suitecloud-'));
  writeFileSync(
    path.join(folder, 'suitecloud.config.js'),
    "module.exports = { defaultProjectFolder: 'project' };",
  );
  cpSync(path.join(root, 'dist', 'suiteapp'), path.join(folder, 'project'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], variables: NodeJS.ProcessEnv = {}): CliResult =>
  runSuiteCloud({
    args,
    folder,
    environment: { ...process.env, HOME: folder, USERPROFILE: folder, ...variables },
    terminal: 'captured',
  });

describe('the SuiteCloud CLI, without an account and without Oracle’s jar', () => {
  it.each(['project:validate', 'project:deploy'])('refuses %s for want of an account', (command) => {
    expect(run([command])).toEqual({
      succeeded: false,
      output: expect.stringContaining('No account has been set up for this project.'),
    });
  });

  it('refuses to deploy with a sign-in it does not have', () => {
    writeFileSync(path.join(folder, 'project.json'), '{"defaultAuthId": "sandbox"}');
    expect(run(['project:deploy'])).toEqual({
      succeeded: false,
      output: expect.stringContaining('There is no JAR file'),
    });
  });

  it('refuses to set up credentials for CI without a passkey', () => {
    const setUp = ['--account', '1', '--authid', 'ci', '--certificateid', 'x', '--privatekeypath', 'y'];
    expect(run(['account:setup:ci', ...setUp])).toEqual({
      succeeded: false,
      output: expect.stringContaining('Machine-to-machine authentication is not allowed'),
    });
  });
});
