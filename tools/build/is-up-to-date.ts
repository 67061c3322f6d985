/** Tells whether something has to be built again: whether any of its sources is newer than it is. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(__dirname, '..', '..', '..');

const filesUnder = (source: string): readonly string[] => {
  const full = path.join(root, source);
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' }).map((file) => path.join(full, file));
};

/** @param stamp file that was written when it was built @param sources files and folders, from the root */
export const isUpToDate = (stamp: string, sources: readonly string[]): boolean => {
  if (!existsSync(stamp)) return false;
  const builtMs = statSync(stamp).mtimeMs;
  return sources.flatMap(filesUnder).every((file) => statSync(file).mtimeMs <= builtMs);
};
