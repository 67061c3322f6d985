/** Secrets in files, as Docker and Kubernetes hand them over: `BRIDGE_SECRET_FILE=/run/secrets/bridge` and the like. */
import { readFileSync } from 'node:fs';
import { errorCode } from './error-code';
import type { Environment } from './setting-reader';

/** Settings whose text may be in a file, its path in the setting of the same name with this at the end. */
export const FILE_SUFFIX = '_FILE';

const SECRET_SETTINGS = [
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
];

export interface ReadSecretFiles {
  /** The environment with the text of each file under the name of its secret. */
  readonly env: Environment;
  /** A sentence each. Neither contents nor paths are in them: a secret given for its path is an easy mistake. */
  readonly problems: readonly string[];
}

const readSecret = (path: string): { readonly text: string } | { readonly problem: string } => {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? { problem: 'names a file that is empty' } : { text };
  } catch (error) {
    return { problem: `names a file that cannot be read (${errorCode(error) ?? 'unknown'})` };
  }
};

/** Spaces and newlines around a secret are left out, as they are in the environment. */
export const readSecretFiles = (env: Environment): ReadSecretFiles => {
  const texts: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of SECRET_SETTINGS) {
    const path = env[name + FILE_SUFFIX]?.trim();
    if (!path) continue;
    if (env[name]?.trim()) {
      problems.push(`${name} and ${name}${FILE_SUFFIX} are both set. Unset one.`);
      continue;
    }
    const read = readSecret(path);
    if ('text' in read) texts[name] = read.text;
    else problems.push(`${name}${FILE_SUFFIX} ${read.problem}.`);
  }
  return { env: { ...env, ...texts }, problems };
};
