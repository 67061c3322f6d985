/** Where the bridge keeps its sessions, as the settings say it; a wrong address of Postgres is found here as far as it can be. */
import { readFileSync } from 'node:fs';
import type { BridgeConfig } from './config';
import { errorCode } from './error-code';
import type { SettingReader } from './setting-reader';

const DEFAULT_DATA_DIRECTORY = '.bridge-data';

const FORM =
  'must be like postgres://user:password@host:5432/database, with a port up to 65535. In the user and the password ' +
  'write % as %25, # as %23, / as %2F, ? as %3F and @ as %40.';

/** Parameters that name files, which pg reads when it connects (node-postgres.com/features/ssl). */
const FILE_PARAMETERS = ['sslrootcert', 'sslcert', 'sslkey'];

/** As pg reads it: without a host between `@` and `/` there is one in the parameters. */
const readAddress = (given: string): URL | undefined =>
  [given, given.replace('@/', '@localhost/')]
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text))
    .at(0);

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * A `/`, `?` or `#` of a password ends what a URL takes for the host, and the `@` comes behind it: were it let through,
 * a piece of the password would be looked up as a name.
 */
const isWellFormed = ({ username, password, hostname, pathname, search, hash, searchParams }: URL): boolean =>
  [username, password, hostname, pathname].every(isDecodable) &&
  (hostname !== '' || searchParams.has('host')) &&
  hash === '' &&
  !pathname.includes('@') &&
  (username !== '' || !search.includes('@'));

/** The code of the error; undefined where the file can be read. */
const whyUnreadable = (path: string): string | undefined => {
  try {
    readFileSync(path);
    return undefined;
  } catch (error) {
    return errorCode(error) ?? 'unknown';
  }
};

/** Ends of sentences that begin with the name of the setting; nothing of what was given is in them. */
const complaintsOf = (given: string): readonly string[] => {
  const address = /^postgres(ql)?:\/\//.test(given) ? readAddress(given) : undefined;
  if (!address || !isWellFormed(address)) return [FORM];
  return FILE_PARAMETERS.flatMap((name) => {
    const path = address.searchParams.get(name);
    const why = path ? whyUnreadable(path) : undefined;
    return why === undefined ? [] : [`names a file as ${name} that cannot be read (${why}).`];
  });
};

/** In the sandbox nothing is to stay behind, unless a folder is named. */
export const readDatabaseSettings = (
  { text, problems }: SettingReader,
  mode: BridgeConfig['mode'],
): BridgeConfig['database'] => {
  const url = text('DATABASE_URL');
  if (url !== undefined) problems.push(...complaintsOf(url).map((complaint) => `DATABASE_URL ${complaint}`));
  return {
    url,
    directory: text('BRIDGE_DATA_DIR') ?? (mode === 'sandbox' ? undefined : DEFAULT_DATA_DIRECTORY),
  };
};
