import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDirectory } from '../../../../bridge/sessions/database/data-directory-lock';

let directory: string;
let waitedMs: number;
const unlocking: (() => void)[] = [];

const lockFile = (): string => join(directory, 'bridge.lock');
const owned = (host: string, processId: number): string => JSON.stringify({ host, process: processId });
const ours = owned(hostname(), process.pid);
const owner = (): unknown => JSON.parse(readFileSync(lockFile(), 'utf8'));
const us = { host: hostname(), process: process.pid };

/** What the other owner does while we wait, if there is one. */
const wait = (act: () => void) => async (durationMs: number) => {
  waitedMs += durationMs;
  act();
};

const lock = async (act = () => {}): Promise<void> => {
  unlocking.push(await lockDataDirectory(directory, wait(act)));
};

const touch = (): void => {
  if (waitedMs >= 1_000) utimesSync(lockFile(), 1 + waitedMs, 1 + waitedMs);
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bridge-lock-'));
  waitedMs = 0;
});
afterEach(() => {
  for (const unlock of unlocking.splice(0)) unlock();
  rmSync(directory, { recursive: true, force: true });
});

describe('the lock of a data folder', () => {
  it('is given back', async () => {
    const unlock = await lockDataDirectory(directory);
    expect(owner()).toMatchObject(us);
    unlock();
    expect(existsSync(lockFile())).toBe(false);
  });

  it.each([
    // The parent of this process runs, and is another one.
    ['on this machine', owned(hostname(), process.ppid)],
    ['in another container, where it has our number', owned('another-container', process.pid)],
    ['whose name is not to be read', ''],
  ])('keeps us out while there is a process %s', async (_where, content) => {
    writeFileSync(lockFile(), content);
    await expect(lock(touch)).rejects.toThrow(/^Another bridge .*BRIDGE_DATA_DIR.*DATABASE_URL/);
    expect(waitedMs).toBe(1_000);
    expect(readFileSync(lockFile(), 'utf8')).toBe(content);
  });

  it('is given back by its owner alone', async () => {
    const unlock = await lockDataDirectory(directory);
    const theirs = owned('another-container', 1);
    writeFileSync(lockFile(), theirs);
    unlock();
    expect(readFileSync(lockFile(), 'utf8')).toBe(theirs);
  });

  it('names the process that has it', async () => {
    writeFileSync(lockFile(), owned('another-container', 7));
    await expect(lock(touch)).rejects.toThrow('Another bridge (process 7 of another-container) uses');
  });

  it.each([
    ['gone', owned(hostname(), 2_147_483_646)],
    ['of our number in the container that was started again', ours],
  ])('is taken over at once from a process %s', async (_which, content) => {
    writeFileSync(lockFile(), content);
    await lock();
    expect(waitedMs).toBe(0);
    expect(owner()).toMatchObject(us);
  });

  it.each([
    ['in another container', owned('another-container', 1)],
    ['whose number another process has by now', owned(hostname(), process.ppid)],
    ['that wrote nothing before it was killed', ''],
  ])('is taken over from a process %s after ten seconds without a sign', async (_which, content) => {
    writeFileSync(lockFile(), content);
    await lock();
    expect(waitedMs).toBe(10_000);
    expect(owner()).toMatchObject(us);
    expect(readdirSync(directory)).toEqual(['bridge.lock']);
  });

  it('is had as soon as another container gives it back', async () => {
    writeFileSync(lockFile(), owned('another-container', 1));
    await lock(() => rmSync(lockFile(), { force: true }));
    expect(waitedMs).toBeLessThan(1_000);
  });

  it('is left to another newcomer who was first', async () => {
    writeFileSync(lockFile(), owned('another-container', 1));
    const newcomer = (): void => writeFileSync(lockFile(), owned('a-third-container', 1));
    await expect(lock(newcomer)).rejects.toThrow('process 1 of a-third-container');
  });

  it('is touched every second by who has it', async () => {
    const now = Date.UTC(2026, 2, 2);
    jest.useFakeTimers({ now });
    await lock();
    for (const seconds of [1, 2]) {
      jest.advanceTimersByTime(1_000);
      expect(statSync(lockFile()).mtimeMs).toBe(now + seconds * 1_000);
    }
    jest.useRealTimers();
  });
});
