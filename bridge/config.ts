/** What the environment says about this bridge; wrong settings are all named at once, before anything starts. */
import { isKnownTimeZone } from '../src/contract/time/intl-zone-clock';
import { readBullhornSettings, readClioSettings, type ClioAdapterSettings } from './adapter-settings';
import type { BullhornSettings } from './adapters/bullhorn/settings';
import { readDatabaseSettings } from './database-settings';
import { logLevels, type LogLevel } from './log';
import { readSecretSettings } from './secret-settings';
import { createSettingReader, type Environment, type SettingReader } from './setting-reader';
import { readSignInSettings, type SignInSettings } from './sign-in-settings';

export type { Environment };

export interface BridgeConfig {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** How many proxies stand before the bridge, each of which adds an address to X-Forwarded-For. */
  readonly trustedProxies: number;
  /** How long the bridge still takes requests when told to end, with `/readyz` failing, for a balancer to see it. */
  readonly shutdownNoticeMs: number;
  /** `sandbox` starts a local NetSuite and sends every call there. */
  readonly mode: 'sandbox' | 'live';
  /** Signs the clients' tokens and encrypts the CRMs'. Without it the client routes are off. */
  readonly secret: string | undefined;
  /** The secret before: what it signed and encrypted still counts. */
  readonly previousSecret: string | undefined;
  readonly database: {
    /** Of Postgres; undefined: SQLite. */
    readonly url: string | undefined;
    /** For SQLite; undefined: in memory. */
    readonly directory: string | undefined;
  };
  readonly signIn: SignInSettings;
  /** What other servers must send as `x-bridge-api-key`; undefined: nothing. */
  readonly apiKey: string | undefined;
  readonly logLevel: LogLevel;
  /** Does the bridge show its page to look at? */
  readonly console: boolean;
  /** Base URLs replace the vendors' own hosts. */
  readonly netsuite: {
    readonly restletBaseUrl: string | undefined;
    readonly restBaseUrl: string | undefined;
    /** `user`, or the IANA name of the zone in which the REST Record API takes wall times for everybody. */
    readonly recordTimeZone: string;
    /** Requests at a time of all users of one account; undefined: the adapter's default. */
    readonly accountConcurrency: number | undefined;
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

/** Also where it is not spelled as Node's world spells it: what is lax outside of production is not to be had by a slip. */
const isProduction = ({ text }: SettingReader): boolean => /^prod(uction)?$/i.test(text('NODE_ENV') ?? '');

/** A base URL sends credentials elsewhere: in production it takes a second word. */
const readBaseUrl = (reader: SettingReader, name: string): string | undefined => {
  const { text, url, problems } = reader;
  const given = url(name);
  if (given === undefined) return undefined;
  if (isProduction(reader) && text('ALLOW_VENDOR_URL_OVERRIDE') !== '1') {
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
  return named ?? (isCrmConfigured || isProduction(reader) ? 'live' : 'sandbox');
};

const readRecordTimeZone = ({ text, problems }: SettingReader): string => {
  const given = text('NETSUITE_RECORD_TIME_ZONE') ?? 'user';
  if (given !== 'user' && !isKnownTimeZone(given)) {
    problems.push('NETSUITE_RECORD_TIME_ZONE must be "user" or an IANA name like America/New_York.');
  }
  return given;
};

/** A person at the console is signed in by a token, and that takes a secret to sign it with. */
const readConsole = ({ isSet, choice, problems }: SettingReader, mode: BridgeConfig['mode']): boolean => {
  const given = choice('CONSOLE', ['0', '1']);
  if (given === '1' && mode === 'live' && !isSet('BRIDGE_SECRET')) {
    problems.push('BRIDGE_SECRET must be set, because CONSOLE=1 is.');
  }
  return given === undefined ? mode === 'sandbox' : given === '1';
};

/** NetSuite sells from 5 to some hundreds, by service tier and licences (section_1504769959). */
const readAccountConcurrency = ({ text, problems }: SettingReader): number | undefined => {
  const given = text('NETSUITE_ACCOUNT_CONCURRENCY');
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(given)) {
    problems.push('NETSUITE_ACCOUNT_CONCURRENCY must be a number from 1 to 999.');
  }
  return Number(given);
};

/** @throws ConfigError naming every wrong setting */
export const readConfig = (env: Environment): BridgeConfig => {
  const reader = createSettingReader(env);
  const mode = readMode(reader, env);
  const config: BridgeConfig = {
    port: reader.wholeNumber('PORT', { from: 0, to: 65_535, byDefault: DEFAULT_PORT }),
    host: reader.text('HOST') ?? '127.0.0.1',
    trustedProxies: reader.wholeNumber('TRUST_PROXY', { from: 0, to: 10, byDefault: 0 }),
    shutdownNoticeMs: reader.wholeNumber('SHUTDOWN_NOTICE_SECONDS', { from: 0, to: 60, byDefault: 0 }) * 1000,
    mode,
    ...readSecretSettings(reader, mode),
    database: readDatabaseSettings(reader, mode),
    signIn: readSignInSettings(reader),
    // In the sandbox a person reads the terminal: there only what went wrong is worth a line.
    logLevel: reader.choice('LOG_LEVEL', logLevels) ?? (mode === 'sandbox' ? 'error' : 'info'),
    console: readConsole(reader, mode),
    netsuite: {
      restletBaseUrl: readBaseUrl(reader, 'NETSUITE_RESTLET_BASE_URL'),
      restBaseUrl: readBaseUrl(reader, 'NETSUITE_REST_BASE_URL'),
      recordTimeZone: readRecordTimeZone(reader),
      accountConcurrency: readAccountConcurrency(reader),
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
