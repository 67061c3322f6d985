/** Everything about who is signed in, put together: what the client's routes are given. */
import { createHmac } from 'node:crypto';
import type { Platform } from '../../src/contract/operations';
import type { SignInProviders } from '../sign-in/create-sign-in-providers';
import { createClientAuthenticator, type AuthenticateClient } from './authenticate-client';
import type { BridgeKeys } from './bridge-keys';
import { createClientSignIn, type ClientSignIn } from './client-sign-in';
import { createClientTokens, type ClientTokens } from './client-token';
import { createCrmCredentials, type CrmCredentials } from './crm-credentials';
import type { SqlDatabase } from './database/sql-database';
import { createFrontDoor, type FrontDoor } from './front-door';
import { createHandOverCodes } from './hand-over-codes';
import { createSessionOpener } from './open-session';
import { createKeptSessions } from './kept-sessions';
import type { RenewalLog } from './renew-tokens';
import { createSecretBox } from './secret-box';
import { createSessionStore, type SessionStore } from './session-store';
import { createSignOut, type SignOut } from './sign-out';
import { createSingleUseStore } from './single-use-store';
import { createUserSettingsStore, type UserSettingsStore } from './user-settings-store';

export interface SessionServices {
  readonly authenticate: AuthenticateClient;
  readonly credentials: CrmCredentials;
  /** Is the bridge registered with the CRM? */
  readonly canConnect: (platform: Platform) => boolean;
  readonly clientSignIn: ClientSignIn;
  readonly frontDoor: FrontDoor;
  readonly signOut: SignOut;
  readonly settings: UserSettingsStore;
  /** HMAC-SHA256, hexadecimal: the same id always gives the same hash, and the hash does not give the id. */
  readonly hashUserInfo: (id: string) => string;
  readonly sessions: SessionStore;
  readonly tokens: ClientTokens;
}

export interface SessionServicesOptions {
  readonly database: SqlDatabase;
  /** No other process has the database. Default: others may. */
  readonly isDatabaseOurs?: boolean | undefined;
  readonly keys: BridgeKeys;
  readonly providers: SignInProviders;
  /** Pages that belong to App Connect's client. */
  readonly redirectUris: readonly string[];
  /** Pages of the bridge itself at which a sign-in may end too. */
  readonly ownRedirectUris?: (() => readonly string[]) | undefined;
  /** Address of the bridge as browsers see it, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly log: RenewalLog;
  readonly nowMs?: (() => number) | undefined;
}

export const createSessionServices = (options: SessionServicesOptions): SessionServices => {
  const { database, isDatabaseOurs = false, keys, providers, publicUrl, log, nowMs } = options;
  const redirectUris = () => [...options.redirectUris, ...(options.ownRedirectUris?.() ?? [])];
  const box = createSecretBox(keys.sealing);
  const store = createSessionStore({ database, box, nowMs });
  const sessions = isDatabaseOurs ? createKeptSessions({ store, nowMs }) : store;
  const tokens = createClientTokens({ keys: keys.clientTokens, nowMs });
  const singleUse = createSingleUseStore({ database, box, nowMs });
  const codes = createHandOverCodes(singleUse);
  const openSession = createSessionOpener({ providers, sessions });
  return {
    authenticate: createClientAuthenticator({ tokens, sessions, nowMs }),
    credentials: createCrmCredentials({ sessions, providers, log, nowMs }),
    canConnect: (platform) => providers[platform] !== undefined,
    clientSignIn: createClientSignIn({ openSession, codes, sessions, tokens, redirectUris }),
    frontDoor: createFrontDoor({ providers, openSession, singleUse, codes, redirectUris, publicUrl }),
    signOut: createSignOut({ sessions, providers, log }),
    settings: createUserSettingsStore({ database, box }),
    hashUserInfo: (id) => createHmac('sha256', keys.userInfoHash).update(id).digest('hex'),
    sessions,
    tokens,
  };
};
