/** People who are signed in at each CRM before anything is measured, in SQLite or in Postgres. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deriveBridgeKeys } from '../../bridge/sessions/bridge-keys';
import { createClientTokens } from '../../bridge/sessions/client-token';
import { openDatabase } from '../../bridge/sessions/database/open-database';
import type { SqlDatabase } from '../../bridge/sessions/database/sql-database';
import { createSecretBox } from '../../bridge/sessions/secret-box';
import { createSessionStore, type Session } from '../../bridge/sessions/session-store';
import type { Platform } from '../../src/contract/operations';
import { crmUsers } from './local-crms';
import { openPostgresSchema } from './postgres-schema';
import { credentialOf } from './vendor-exchange';

/** `BRIDGE_SECRET` of every bridge that is to know these people. */
export const BENCH_SECRET = 'a secret of the bench, of thirty-two characters or more';

const IN_A_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

const log = { error: (): undefined => undefined };

export type ClientTokensByCrm = Readonly<Record<Platform, readonly string[]>>;

export interface BenchUsers {
  readonly tokens: ClientTokensByCrm;
  /** Leads a bridge to the database that has everybody's session. */
  readonly databaseEnv: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export interface PostgresUsers extends BenchUsers {
  readonly database: SqlDatabase;
}

const sessionOf = (platform: Platform, number: number): Session => {
  const { userId, token, hostname, restUrl } = crmUsers[platform];
  const credential = credentialOf(token, number);
  return {
    id: `${platform}-bench-${number}`,
    platform,
    userId,
    userName: 'Bench User',
    hostname,
    timeZone: 'America/Los_Angeles',
    place: { hostname },
    tokens: {
      accessToken: credential,
      credential,
      expiresAtMs: Date.now() + IN_A_YEAR_MS,
      ...(restUrl === undefined ? {} : { restUrl }),
    },
  };
};

/** So many at each CRM. */
const signIn = async (database: SqlDatabase, count: number): Promise<ClientTokensByCrm> => {
  const keys = deriveBridgeKeys({ secret: BENCH_SECRET });
  const clientTokens = createClientTokens({ keys: keys.clientTokens });
  const sessions = createSessionStore({ database, box: createSecretBox(keys.sealing) });
  const signInAt = async (platform: Platform): Promise<readonly string[]> => {
    const tokens: string[] = [];
    for (let number = 1; number <= count; number++) {
      const session = sessionOf(platform, number);
      await sessions.save(session);
      tokens.push(await clientTokens.sign(session));
    }
    return tokens;
  };
  return {
    netsuite: await signInAt('netsuite'),
    bullhorn: await signInAt('bullhorn'),
    clio: await signInAt('clio'),
  };
};

/** For one bridge at a time: the folder is closed again. */
export const signInBenchUsers = async (count: number): Promise<BenchUsers> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bridge-bench-'));
  const database = await openDatabase({ url: undefined, directory, log });
  const tokens = await signIn(database, count);
  await database.close();
  return {
    tokens,
    databaseEnv: { BRIDGE_DATA_DIR: directory },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
};

export interface PostgresUsersOptions {
  readonly databaseUrl: string;
  readonly count: number;
}

/** For several bridges at once, in a schema that is gone in the end. */
export const signInPostgresUsers = async (options: PostgresUsersOptions): Promise<PostgresUsers> => {
  const schema = await openPostgresSchema(options.databaseUrl);
  const database = await openDatabase({ url: schema.url, directory: undefined, log });
  return {
    tokens: await signIn(database, options.count),
    database,
    databaseEnv: { DATABASE_URL: schema.url },
    remove: async () => {
      await database.close();
      await schema.drop();
    },
  };
};
