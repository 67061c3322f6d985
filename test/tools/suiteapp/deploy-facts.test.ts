import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDeployFacts, type DeployFacts } from '../../../tools/suiteapp/deploy-facts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'facts-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const factsWith = (environment: NodeJS.ProcessEnv, isTerminal = true): DeployFacts =>
  readDeployFacts({ folder, home: folder, environment: { PATH: folder, ...environment }, isTerminal });

describe('what a deployment finds on this computer', () => {
  it('is nothing on an empty one', () => {
    expect(factsWith({})).toEqual({
      javaVersion: 0,
      hasJar: false,
      acceptsLicense: false,
      isCi: false,
      passkey: 'missing',
      authId: '',
      isInteractive: true,
    });
  });

  it('is the Java that the path leads to', () => {
    const java = path.join(folder, 'java');
    writeFileSync(java, '#!/bin/sh\necho \'openjdk version "17.0.15" 2025-04-15\' >&2\n');
    chmodSync(java, 0o755);
    expect(factsWith({}).javaVersion).toBe(17);
  });

  it('is Oracle’s jar in the home directory, under the name of the CLI’s version', () => {
    const place = path.join(folder, '.suitecloud-sdk', 'cli');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'cli-2025.1.0.jar'), '');
    expect(factsWith({}).hasJar).toBe(false);
    writeFileSync(path.join(place, 'cli-2026.2.0.jar'), '');
    expect(factsWith({}).hasJar).toBe(true);
  });

  it('is the sign-in that the CLI wrote down, if it can be read', () => {
    writeFileSync(path.join(folder, 'project.json'), '{"defaultAuthId": "production"}');
    expect(factsWith({}).authId).toBe('production');
    writeFileSync(path.join(folder, 'project.json'), '{"other": 1}');
    expect(factsWith({}).authId).toBe('');
  });

  it.each([
    ['x'.repeat(32), 'usable'],
    ['x'.repeat(100), 'usable'],
    ['x'.repeat(31), 'malformed'],
    ['x'.repeat(101), 'malformed'],
    [`${'x'.repeat(40)}-`, 'malformed'],
    ['', 'missing'],
  ])('is the passkey %s: %s', (value, passkey) => {
    expect(factsWith({ SUITECLOUD_CI_PASSKEY: value }).passkey).toBe(passkey);
  });

  it('is a person, where there is a terminal and CI is not said', () => {
    expect(factsWith({}).isInteractive).toBe(true);
    expect(factsWith({}, false).isInteractive).toBe(false);
    expect(factsWith({ SUITECLOUD_CI: '1' })).toMatchObject({ isCi: true, isInteractive: false });
    expect(factsWith({ SUITECLOUD_CI: '0' })).toMatchObject({ isCi: false, isInteractive: true });
  });

  it('is an accepted licence only where that is what it says', () => {
    expect(factsWith({ SUITECLOUD_CLI_ACCEPT_LICENSE: 'true' }).acceptsLicense).toBe(true);
    expect(factsWith({ SUITECLOUD_CLI_ACCEPT_LICENSE: '1' }).acceptsLicense).toBe(false);
  });
});
