/**
 * Keeps a second bridge process out of a data folder. SQLite has a lock of its own there, but not one that tells a bridge
 * that runs from one that was killed.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const nodeErrorSchema = z.object({ code: z.string() });

const hasCode = (error: unknown, code: string): boolean =>
  nodeErrorSchema.safeParse(error).data?.code === code;

/** EPERM: it runs, as another user. */
const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

/** False when the file is there already. */
const writeNew = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
};

/**
 * Gives the function that unlocks it. A lock whose process is gone, or was killed and had our own number (the first of
 * every container), is taken over.
 * @throws Error with a message for the person at the terminal, when a process that runs has the folder
 */
export const lockDataDirectory = (directory: string): (() => void) => {
  const file = join(directory, 'bridge.pid');
  if (!writeNew(file)) {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && Number.isInteger(owner) && owner > 0 && isRunning(owner)) {
      throw new Error(
        `Another bridge (process ${owner}) uses ${directory}. End it, set another BRIDGE_DATA_DIR, or give both a ` +
          'Postgres: DATABASE_URL.',
      );
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
};
