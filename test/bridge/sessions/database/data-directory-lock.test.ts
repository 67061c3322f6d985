import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDirectory } from '../../../../bridge/sessions/database/data-directory-lock';

let directory: string;

const lockFile = (): string => join(directory, 'bridge.pid');

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bridge-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('keeps a second process out, and says what to do', () => {
    // The parent of this process runs, and is another one.
    writeFileSync(lockFile(), String(process.ppid));
    expect(() => lockDataDirectory(directory)).toThrow(/Another bridge .*BRIDGE_DATA_DIR.*DATABASE_URL/);
  });

  it('is given back', () => {
    lockDataDirectory(directory)();
    expect(() => readFileSync(lockFile())).toThrow(/ENOENT/);
  });

  it.each([
    ['a process that is gone', '2147483646'],
    ['a process of the same number in a container before', String(process.pid)],
    ['nobody that can be told', ''],
  ])('is taken over from %s', (_whom, content) => {
    writeFileSync(lockFile(), content);
    lockDataDirectory(directory);
    expect(readFileSync(lockFile(), 'utf8')).toBe(String(process.pid));
  });
});
