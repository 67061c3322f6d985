/** What the environment says about this bridge; wrong settings are all named at once, before anything starts. */
import { randomBytes } from 'node:crypto';
import { isKnownTimeZone } from '../src/contract/time/intl-zone-clock';
import { readBullhornSettings, readClioSettings, type ClioAdapterSettings } from './adapter-settings';
import type { BullhornSettings } from './adapters/bullhorn/settings';
import { logLevels, type LogLevel } from './log';
import { createSettingReader, type Environment, type SettingReader } from './setting-reader';
import { readSignInSettings, type SignInSettings } from './sign-in-settings';

export type { Environment };

export interface BridgeConfig {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** `sandbox` starts a local NetSuite and sends every call there. */
  readonly mode: 'sandbox' | 'live';
  /** Signs the clients' tokens and encrypts the CRMs'. Without it the client routes are off. */
  readonly secret: string | undefined;
  /** The secret before: what it signed and encrypted still counts. */
  readonly previousSecret: string | undefined;
  readonly database: {
    /** Of Postgres; undefined: PGlite. */
    readonly url: string | undefined;
    /** For PGlite; undefined: in memory. */
    readonly directory: string | undefined;
  };
  readonly signIn: SignInSettings;
  /** What other servers must send as `x-bridge-api-key`; undefined: nothing. */
  readonly apiKey: string | undefined;
  readonly logLevel: LogLevel;
  /** Base URLs replace the vendors' own hosts. */
  readonly netsuite: {
    readonly restletBaseUrl: string | undefined;
    readonly restBaseUrl: string | undefined;
    /** `user`, or the IANA name of the zone in which the REST Record API takes wall times for everybody. */
    readonly recordTimeZone: string;
  };
  readonly bullhorn: {
    readonly loginInfoUrl: string | undefined;
    readonly restBaseUrl: string | undefined;
    readonly settings: BullhornSettings;
  };
  readonly clio: ClioAdapterSettings & { readonly baseUrl: string | undefined };
}

/** The message lists every problem, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The settings need a correction:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const DEFAULT_PORT = 8080;
const MIN_SECRET_LENGTH = 32;
const DEFAULT_DATA_DIRECTORY = '.bridge-data';

const readPort = ({ text, problems }: SettingReader): number => {
  const given = text('PORT') ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) {
    problems.push('PORT must be a number from 0 to 65535.');
  }
  return Number(given);
};

/** A base URL sends credentials elsewhere: in production it takes a second word. */
const readBaseUrl = ({ text, url, problems }: SettingReader, name: string): string | undefined => {
  const given = url(name);
  if (given === undefined) return undefined;
  if (text('NODE_ENV') === 'production' && text('ALLOW_VENDOR_URL_OVERRIDE') !== '1') {
    problems.push(
      `${name} takes effect in production only with ALLOW_VENDOR_URL_OVERRIDE=1. Unset one or set both.`,
    );
  }
  return given;
};

const readMode = (reader: SettingReader, env: Environment): BridgeConfig['mode'] => {
  const named = reader.choice('BRIDGE_MODE', ['sandbox', 'live']);
  const isCrmConfigured = Object.keys(env).some(
    (name) => /^(NETSUITE|BULLHORN|CLIO)_/.test(name) && reader.text(name) !== undefined,
  );
  return named ?? (isCrmConfigured || reader.text('NODE_ENV') === 'production' ? 'live' : 'sandbox');
};

const readSecret = ({ text, problems }: SettingReader, mode: BridgeConfig['mode']): string | undefined => {
  const given = text('BRIDGE_SECRET');
  if (mode === 'live' && given !== undefined && given.length < MIN_SECRET_LENGTH) {
    problems.push(`BRIDGE_SECRET must have ${MIN_SECRET_LENGTH} characters or more.`);
  }
  return given ?? (mode === 'sandbox' ? randomBytes(MIN_SECRET_LENGTH).toString('hex') : undefined);
};

/** In the sandbox nothing is to stay behind, unless a folder is named. */
const readDatabase = ({ text, problems }: SettingReader, mode: BridgeConfig['mode']) => {
  const url = text('DATABASE_URL');
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) {
    problems.push('DATABASE_URL must be like postgres://user:password@host:5432/database.');
  }
  return {
    url,
    directory: text('BRIDGE_DATA_DIR') ?? (mode === 'sandbox' ? undefined : DEFAULT_DATA_DIRECTORY),
  };
};

/** Somebody who registered the bridge with a CRM wants people to sign in. */
const requireSecretForApps = ({ text, problems }: SettingReader, mode: BridgeConfig['mode']): void => {
  if (mode === 'sandbox' || text('BRIDGE_SECRET') !== undefined) return;
  const app = ['NETSUITE_CLIENT_ID', 'BULLHORN_CLIENT_ID', 'CLIO_CLIENT_ID'].find((name) => text(name));
  if (app !== undefined) problems.push(`BRIDGE_SECRET must be set, because ${app} is.`);
};

const readRecordTimeZone = ({ text, problems }: SettingReader): string => {
  const given = text('NETSUITE_RECORD_TIME_ZONE') ?? 'user';
  if (given !== 'user' && !isKnownTimeZone(given)) {
    problems.push('NETSUITE_RECORD_TIME_ZONE must be "user" or an IANA name like America/New_York.');
  }
  return given;
};

/** @throws ConfigError naming every wrong setting */
export const readConfig = (env: Environment): BridgeConfig => {
  const reader = createSettingReader(env);
  const mode = readMode(reader, env);
  requireSecretForApps(reader, mode);
  const config: BridgeConfig = {
    port: readPort(reader),
    host: reader.text('HOST') ?? '127.0.0.1',
    mode,
    secret: readSecret(reader, mode),
    previousSecret: reader.text('BRIDGE_SECRET_PREVIOUS'),
    database: readDatabase(reader, mode),
    signIn: readSignInSettings(reader),
    apiKey: reader.text('BRIDGE_API_KEY'),
    // In the sandbox a person reads the terminal: there only what went wrong is worth a line.
    logLevel: reader.choice('LOG_LEVEL', logLevels) ?? (mode === 'sandbox' ? 'error' : 'info'),
    netsuite: {
      restletBaseUrl: readBaseUrl(reader, 'NETSUITE_RESTLET_BASE_URL'),
      restBaseUrl: readBaseUrl(reader, 'NETSUITE_REST_BASE_URL'),
      recordTimeZone: readRecordTimeZone(reader),
    },
    bullhorn: {
      loginInfoUrl: readBaseUrl(reader, 'BULLHORN_LOGIN_INFO_URL'),
      restBaseUrl: readBaseUrl(reader, 'BULLHORN_REST_BASE_URL'),
      settings: readBullhornSettings(reader),
    },
    clio: { baseUrl: readBaseUrl(reader, 'CLIO_BASE_URL'), ...readClioSettings(reader) },
  };
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return config;
};
