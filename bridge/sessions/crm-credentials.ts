/**
 * Keeps the CRM's credentials usable: renews them shortly before they end or when the CRM refuses them, one renewal at
 * a time for each session, whichever process asks. Bullhorn's refresh tokens can be used once: of two renewals at the
 * same time, one would sign the user out.
 */
import { AppointmentError } from '../../src/contract/failure';
import type { Deadline } from '../http/deadline';
import { withinDeadline } from '../http/within-deadline';
import type { SignInProviders } from '../sign-in/create-sign-in-providers';
import type { SignInProvider } from '../sign-in/sign-in-provider';
import { notRenewedNow, renewTokens, type RenewalLog } from './renew-tokens';
import type { Session, SessionStore } from './session-store';

const RENEW_BEFORE_END_MS = 2 * 60 * 1000;
/** Of the caller's time, what is left for that for which the credential is wanted. */
const OPERATION_MS = 5000;

export interface CrmCredentials {
  /**
   * The session with a credential that is good for the next two minutes, as far as is known.
   * @throws AppointmentError unauthenticated when the CRM has ended the session (it is ended here then, too),
   *   upstream_unavailable when it cannot be renewed now, or not in the caller's time, and has expired
   */
  credentialFor(session: Session, deadline?: Deadline): Promise<Session>;
  /**
   * The session with another credential than this one, which the CRM has just refused; undefined where there is no way
   * to get one: the CRM gave no refresh token, or the bridge is not registered there.
   * @throws AppointmentError as `credentialFor` does
   */
  replaceRefused(session: Session, deadline?: Deadline): Promise<Session | undefined>;
}

export interface CrmCredentialsOptions {
  readonly sessions: Pick<SessionStore, 'change'>;
  readonly providers: SignInProviders;
  readonly log: RenewalLog;
  readonly nowMs?: (() => number) | undefined;
}

const ENDED = 'The CRM has ended this sign-in. Connect to it again.';

export const createCrmCredentials = (options: CrmCredentialsOptions): CrmCredentials => {
  const { sessions, providers, log, nowMs = Date.now } = options;
  /** By the session and the credential to be replaced: requests of one process share the wait for the row. */
  const renewals = new Map<string, Promise<Session>>();

  const isDue = ({ tokens }: Session): boolean => tokens.expiresAtMs - nowMs() <= RENEW_BEFORE_END_MS;

  const renewUnderLock = async (session: Session, provider: SignInProvider): Promise<Session> => {
    const { credential, expiresAtMs } = session.tokens;
    const renewed = await sessions.change(session.id, async (stored) => {
      const wasRenewed = stored.tokens.credential !== credential && !isDue(stored);
      return wasRenewed ? stored : renewTokens(stored, provider, log);
    });
    if (!renewed) throw new AppointmentError('unauthenticated', ENDED);
    // Bullhorn's refresh token was exchanged, and no session opened with the new one: that one is saved by now. To try
    // with the same credential once more would sign the user out, if it was refused.
    const isSame = renewed.tokens.credential === credential;
    if (isSame && (isDue(renewed) || renewed.tokens.expiresAtMs === expiresAtMs)) throw notRenewedNow();
    return renewed;
  };

  /** Never cut off for a caller who waits no longer: a refresh token that was sent is used up, and the new one would be lost. */
  const renew = (
    session: Session,
    provider: SignInProvider,
    deadline: Deadline | undefined,
  ): Promise<Session> => {
    const key = `${session.id} ${session.tokens.credential}`;
    const running =
      renewals.get(key) ?? renewUnderLock(session, provider).finally(() => renewals.delete(key));
    renewals.set(key, running);
    return deadline
      ? withinDeadline(running, {
          remainingMs: deadline.remainingMs() - OPERATION_MS,
          failure: notRenewedNow,
        })
      : running;
  };

  const providerFor = ({ platform, tokens }: Session): SignInProvider | undefined =>
    tokens.refreshToken === undefined ? undefined : providers[platform];

  return {
    credentialFor: async (session, deadline) => {
      const provider = providerFor(session);
      if (!provider || !isDue(session)) return session;
      try {
        return await renew(session, provider, deadline);
      } catch (error) {
        const isForNow = error instanceof AppointmentError && error.retryable;
        if (isForNow && session.tokens.expiresAtMs > nowMs()) return session;
        throw error;
      }
    },
    replaceRefused: async (session, deadline) => {
      const provider = providerFor(session);
      return provider && renew(session, provider, deadline);
    },
  };
};
