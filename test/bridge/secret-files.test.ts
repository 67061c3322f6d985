import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecretFiles } from '../../bridge/secret-files';

const folder = mkdtempSync(join(tmpdir(), 'secret-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (text: string): string => {
  const path = join(folder, `${Math.random()}`);
  writeFileSync(path, text);
  return path;
};

describe('a secret in a file', () => {
  it.each([
    'BRIDGE_SECRET',
    'BRIDGE_SECRET_PREVIOUS',
    'BRIDGE_API_KEY',
    'DATABASE_URL',
    'NETSUITE_CLIENT_SECRET',
    'BULLHORN_CLIENT_SECRET',
    'CLIO_CLIENT_SECRET',
    'CLIO_EU_CLIENT_SECRET',
    'CLIO_CA_CLIENT_SECRET',
    'CLIO_AU_CLIENT_SECRET',
  ])('is as good as in the environment: %s', (name) => {
    const { env, problems } = readSecretFiles({ [`${name}_FILE`]: fileWith('the text\n'), PORT: '1' });
    expect([env[name], env['PORT'], problems]).toEqual(['the text', '1', []]);
  });

  it('is not looked for where the setting is empty', () => {
    expect(readSecretFiles({ BRIDGE_SECRET_FILE: ' ', BRIDGE_SECRET: 'x' }).problems).toEqual([]);
  });

  it('is not read for a setting that is no secret', () => {
    expect(readSecretFiles({ HOST_FILE: fileWith('evil') }).env['HOST']).toBeUndefined();
  });

  it('contradicts the same secret in the environment', () => {
    const { problems } = readSecretFiles({ BRIDGE_API_KEY_FILE: fileWith('one'), BRIDGE_API_KEY: 'two' });
    expect(problems).toEqual(['BRIDGE_API_KEY and BRIDGE_API_KEY_FILE are both set. Unset one.']);
  });

  it.each([
    ['is not there', () => join(folder, 'SECRET-nowhere'), 'cannot be read (ENOENT)'],
    ['is a folder', () => folder, 'cannot be read (EISDIR)'],
    ['is empty', () => fileWith('\n'), 'is empty'],
    ['is the secret itself', () => 'SECRET-of-thirty-two-characters!', 'cannot be read (ENOENT)'],
  ])('is a problem when it %s, named without what was set', (_what, pathOf, words) => {
    const { problems } = readSecretFiles({ CLIO_CLIENT_SECRET_FILE: pathOf() });
    expect(problems).toEqual([`CLIO_CLIENT_SECRET_FILE names a file that ${words}.`]);
    expect(problems.join()).not.toContain('SECRET-');
  });
});
