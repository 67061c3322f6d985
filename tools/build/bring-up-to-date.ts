/** Builds something when any of its sources is newer than it is; the end of a command. */
import { writeFileSync } from 'node:fs';
import { isUpToDate } from './is-up-to-date';

export interface BringUpToDateOptions {
  /** File that is written when it has been built. */
  readonly stamp: string;
  /** Files and folders, from the root. */
  readonly sources: readonly string[];
  build(): Promise<void>;
  /** Said of a failure without words of its own, as a sentence. */
  readonly failure: string;
}

/** A failure goes to stderr and into the exit code. */
export const bringUpToDate = async (options: BringUpToDateOptions): Promise<void> => {
  const { stamp, sources, build, failure } = options;
  if (isUpToDate(stamp, sources)) return;
  try {
    await build();
    writeFileSync(stamp, '');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : failure}\n`);
    process.exitCode = 1;
  }
};
