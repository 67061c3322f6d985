/** From the client's token to its session; the token is renewed before it ends. */
import type { ClientTokens } from './client-token';
import type { Session, SessionStore } from './session-store';

/** As App Connect's server does, so that a client in use is never signed out. */
const RENEW_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

export interface AuthenticatedClient {
  readonly session: Session;
  /** To be given to the client in place of its own, which ends within a week. */
  readonly renewedToken?: string;
}

/** Gives undefined for whatever is not the valid token of a session that exists. */
export type AuthenticateClient = (token: string) => Promise<AuthenticatedClient | undefined>;

interface AuthenticateOptions {
  readonly tokens: ClientTokens;
  readonly sessions: Pick<SessionStore, 'find' | 'keep'>;
  readonly nowMs?: (() => number) | undefined;
}

export const createClientAuthenticator = ({
  tokens,
  sessions,
  nowMs = Date.now,
}: AuthenticateOptions): AuthenticateClient => {
  return async (token) => {
    const verified = await tokens.verify(token);
    const session = verified && (await sessions.find(verified.id));
    if (!session || session.platform !== verified.platform) return undefined;
    if (!verified.isOfOldKey && verified.expiresAtMs - nowMs() > RENEW_WITHIN_MS) return { session };
    const renewedToken = await tokens.sign(session);
    await sessions.keep(session.id);
    return { session, renewedToken };
  };
};
