/**
 * Keeps a second bridge process out of a data folder. SQLite has a lock of its own there, but not one that tells a bridge
 * that runs from one that was killed. Who has the folder touches the lock every second, so that its owner can be told to
 * live also from another container, where the number of its process says nothing.
 */
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as waitFor } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode } from '../../error-code';

const BEAT_MS = 1_000;
/** Without a sign for so long, the owner is gone: a bridge is never busy for as long at a stretch. */
const SILENCE_MS = 10_000;
const LOOK_MS = 250;

const ownerSchema = z.object({ host: z.string(), process: z.number().int().positive() });

type Owner = z.infer<typeof ownerSchema>;
type Wait = (durationMs: number) => Promise<unknown>;

/** Undefined when `code` is the error that it ends with. */
const unless = <Result>(code: string, act: () => Result): Result | undefined => {
  try {
    return act();
  } catch (error) {
    if (errorCode(error) === code) return undefined;
    throw error;
  }
};

/** EPERM: it runs, as another user. */
const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
};

/** Undefined for what no bridge has written, or not to its end. */
const readOwner = (text: string): Owner | undefined => {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Our own number, on the machine that we are on: a container that was started again. */
const isSurelyGone = (owner: Owner | undefined): boolean =>
  owner?.host === hostname() && (owner.process === process.pid || !isRunning(owner.process));

interface Lock {
  readonly text: string;
  readonly touchedAtMs: number;
}

/** Undefined: there is none. */
const look = (file: string): Lock | undefined =>
  unless('ENOENT', () => ({ text: readFileSync(file, 'utf8'), touchedAtMs: statSync(file).mtimeMs }));

/** Whether its owner is gone, or has given it back. No clocks are compared: another machine's may be wrong. */
const falls = async (file: string, { text, touchedAtMs }: Lock, wait: Wait): Promise<boolean> => {
  if (isSurelyGone(readOwner(text))) return true;
  for (let waitedMs = 0; waitedMs < SILENCE_MS; waitedMs += LOOK_MS) {
    await wait(LOOK_MS);
    const now = look(file);
    if (now?.text !== text) return now === undefined;
    if (now.touchedAtMs !== touchedAtMs) return false;
  }
  return true;
};

/** Of several who find the same lock fallen, one gets it out of the way; a lock that is new by then is put back. */
const clear = (file: string, fallen: Lock): void => {
  const aside = `${file}.${randomUUID()}`;
  unless('ENOENT', () => {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') === fallen.text) rmSync(aside);
    else renameSync(aside, file);
  });
};

const create = (file: string, text: string): boolean =>
  unless('EEXIST', () => {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  }) ?? false;

const inUse = (directory: string, owner: Owner | undefined): Error => {
  const who = owner ? ` (process ${owner.process} of ${owner.host})` : '';
  return new Error(
    `Another bridge${who} uses ${directory}. End it, set another BRIDGE_DATA_DIR, or give both a Postgres: DATABASE_URL.`,
  );
};

const beatOf = (file: string): NodeJS.Timeout => {
  const touch = (): void => {
    const now = new Date();
    unless('ENOENT', () => utimesSync(file, now, now));
  };
  return setInterval(touch, BEAT_MS).unref();
};

/**
 * Gives the function that unlocks it. A lock whose process is gone is taken over: at once when that is seen here, after
 * ten seconds without a sign when it was in another container or on another machine.
 * @throws Error with a message for the person at the terminal, when a process that runs has the folder
 */
export const lockDataDirectory = async (directory: string, wait: Wait = waitFor): Promise<() => void> => {
  const file = join(directory, 'bridge.lock');
  // No two are the same: the number of a process is given again.
  const own = JSON.stringify({ host: hostname(), process: process.pid, lock: randomUUID() });
  while (!create(file, own)) {
    const found = look(file);
    if (!found) await wait(LOOK_MS);
    else if (await falls(file, found, wait)) clear(file, found);
    else throw inUse(directory, readOwner(look(file)?.text ?? found.text));
  }
  const beat = beatOf(file);
  return () => {
    clearInterval(beat);
    if (look(file)?.text === own) rmSync(file, { force: true });
  };
};
