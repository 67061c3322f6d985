/** Which version of the bridge this is, as package.json says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** From bridge/ itself in the tests, from dist/bridge/ in use: the first package.json above. */
const findPackageFile = (folder: string): string => {
  const file = path.join(folder, 'package.json');
  const parent = path.dirname(folder);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (parent === folder) throw error;
    return findPackageFile(parent);
  }
};

export const bridgeVersion = packageSchema.parse(JSON.parse(findPackageFile(__dirname))).version;
