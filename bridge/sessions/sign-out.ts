/** Signing out: the tokens are forgotten here first, and then revoked at the CRM if it can be reached. */
import type { SignInProviders } from '../sign-in/create-sign-in-providers';
import type { Session, SessionStore } from './session-store';

export type SignOut = (session: Session) => Promise<void>;

export interface SignOutOptions {
  readonly sessions: Pick<SessionStore, 'remove'>;
  readonly providers: SignInProviders;
  readonly log: { warn(ids: object, title: string): void };
}

export const createSignOut =
  ({ sessions, providers, log }: SignOutOptions): SignOut =>
  async ({ id, platform }) => {
    // As it last was: a refresh may have replaced the tokens since the caller read the session.
    const ended = await sessions.remove(id);
    if (!ended) return;
    try {
      await providers[platform]?.revoke(ended.tokens, ended.place);
    } catch (error) {
      log.warn({ platform, err: error }, 'crm tokens not revoked');
    }
  };
