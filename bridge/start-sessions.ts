/** Starts what knows who is signed in: the database, the services on it, and in the sandbox everybody's session. */
import type { BridgeConfig } from './config';
import { consoleRedirectUri } from './console/console-sign-in';
import { demoUsersOf, type DemoUser } from './demo-users';
import type { OnVendorCall } from './http/vendor-call';
import type { IdempotencyStore } from './idempotency/idempotency-store';
import { createSqlIdempotencyStore } from './idempotency/sql-idempotency-store';
import type { SandboxReady } from './sandbox-process';
import { deriveBridgeKeys } from './sessions/bridge-keys';
import type { SqlDatabase } from './sessions/database/sql-database';
import { createSecretBox } from './sessions/secret-box';
import {
  createSessionServices,
  type SessionServices,
  type SessionServicesOptions,
} from './sessions/session-services';
import { createSignInProviders } from './sign-in/create-sign-in-providers';
import { signInOptionsOf } from './vendor-options';

/** A demo user with the token that the client routes take. */
export interface SignedInUser extends Omit<DemoUser, 'session'> {
  readonly clientToken: string;
}

export interface SessionsOptions extends Pick<SessionServicesOptions, 'database' | 'publicUrl' | 'log'> {
  readonly config: BridgeConfig;
  readonly secret: string;
  readonly sandbox?: SandboxReady | undefined;
  /** Told of every call to a CRM's sign-in. */
  readonly onVendorCall?: OnVendorCall | undefined;
}

export interface StartedSessions {
  readonly services: SessionServices;
  readonly users: readonly SignedInUser[];
  /** What was written lately, for every process on this database. */
  readonly idempotency: IdempotencyStore;
}

const signInEverybody = async (
  { sessions, tokens }: SessionServices,
  sandbox: SandboxReady,
): Promise<readonly SignedInUser[]> => {
  const users: SignedInUser[] = [];
  for (const { session, ...user } of demoUsersOf(sandbox)) {
    await sessions.save(session);
    users.push({ ...user, clientToken: await tokens.sign(session) });
  }
  return users;
};

export const startSessions = async (options: SessionsOptions): Promise<StartedSessions> => {
  const { config, secret, sandbox, database, publicUrl, log } = options;
  const keys = deriveBridgeKeys({ secret, previousSecret: config.previousSecret });
  const services = createSessionServices({
    database,
    isDatabaseOurs: config.database.url === undefined,
    keys,
    providers: createSignInProviders({ ...signInOptionsOf(config, sandbox), onCall: options.onVendorCall }),
    redirectUris: config.signIn.redirectUris,
    ownRedirectUris: () => (config.console ? [consoleRedirectUri(publicUrl())] : []),
    publicUrl,
    log,
  });
  return {
    services,
    users: sandbox ? await signInEverybody(services, sandbox) : [],
    idempotency: createSqlIdempotencyStore({
      database,
      box: createSecretBox(keys.sealing),
      rowKey: keys.idempotencyRows,
    }),
  };
};

/** For `/readyz`. */
export const databaseCheck = (database: SqlDatabase) => async (): Promise<void> => {
  await database.query('select 1');
};
