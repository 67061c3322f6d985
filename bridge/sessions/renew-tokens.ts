/** Renews the tokens of a session at its CRM, and says apart what ends the session and what passes. */
import { AppointmentError } from '../../src/contract/failure';
import type { SignInProvider } from '../sign-in/sign-in-provider';
import type { Session } from './session-store';

export interface RenewalLog {
  info(ids: object, title: string): void;
  warn(ids: object, title: string): void;
}

/** @param retryAfterMs how long the CRM asks to wait */
export const notRenewedNow = (retryAfterMs?: number): AppointmentError =>
  new AppointmentError(
    'upstream_unavailable',
    'The CRM does not renew the sign-in at the moment. Try again in a minute.',
    { details: retryAfterMs === undefined ? {} : { retryAfterMs } },
  );

/**
 * The session with new tokens; undefined when the CRM has ended it for good.
 * @throws AppointmentError upstream_unavailable when it cannot be renewed now
 */
export const renewTokens = async (
  session: Session,
  provider: SignInProvider,
  log: RenewalLog,
): Promise<Session | undefined> => {
  const { platform, tokens, place } = session;
  try {
    const renewed = { ...session, tokens: await provider.refresh(tokens, place) };
    if (renewed.tokens.credential === tokens.credential) {
      log.warn({ platform }, 'crm credential not renewed, but its refresh token');
    } else {
      log.info({ platform }, 'crm credential renewed');
    }
    return renewed;
  } catch (error) {
    if (!(error instanceof AppointmentError)) throw error;
    const { code, details } = error;
    log.warn({ platform, code, upstream: details.upstream }, 'crm credential not renewed');
    if (code === 'unauthenticated') return undefined;
    throw notRenewedNow(details.retryAfterMs);
  }
};
