/** The last step of a sign-in: App Connect's client sends the redirect it caught, and gets its token. */
import { AppointmentError } from '../../src/contract/failure';
import type { Platform } from '../../src/contract/operations';
import type { CrmPlace } from '../sign-in/sign-in-provider';
import type { ClientTokens } from './client-token';
import type { HandOverCodes } from './hand-over-codes';
import type { OpenSession } from './open-session';
import type { Session, SessionStore } from './session-store';

/** A redirect that ended at the client's own page. */
export interface CaughtRedirect {
  readonly platform: Platform;
  readonly place: CrmPlace;
  /** Address of the page, without a query: the CRM must have been given the same one. */
  readonly redirectUri: string;
  readonly callback: URLSearchParams;
}

export interface ClientSignIn {
  /**
   * @throws AppointmentError saying why there is none: unauthenticated, invalid_request for a page that is not
   *   App Connect's, unsupported, upstream_unavailable, upstream_invalid
   */
  complete(redirect: CaughtRedirect): Promise<{ readonly jwtToken: string; readonly name: string }>;
}

export interface ClientSignInOptions {
  readonly openSession: OpenSession;
  readonly codes: HandOverCodes;
  readonly sessions: Pick<SessionStore, 'find'>;
  readonly tokens: Pick<ClientTokens, 'sign'>;
  /** Pages at which a sign-in may end. */
  readonly redirectUris: () => readonly string[];
}

const TOO_OLD = 'This sign-in is too old or was used already. Connect again.';

/** @throws AppointmentError invalid_request: to any other page, a code or a token would be given away */
export const requireKnownRedirect = (redirectUri: string, redirectUris: readonly string[]): void => {
  if (redirectUris.includes(redirectUri)) return;
  throw new AppointmentError(
    'invalid_request',
    'The redirect page is not one of App Connect’s. Its address belongs in APP_CONNECT_REDIRECT_URIS of the bridge.',
  );
};

export const createClientSignIn = (options: ClientSignInOptions): ClientSignIn => {
  const { openSession, codes, sessions, tokens, redirectUris } = options;

  const redeem = async (code: string, platform: Platform): Promise<Session> => {
    const outcome = await codes.redeem(code);
    if (!outcome) throw new AppointmentError('unauthenticated', TOO_OLD);
    if ('failure' in outcome) throw new AppointmentError(outcome.code, outcome.failure);
    const session = await sessions.find(outcome.sessionId);
    if (session?.platform !== platform) throw new AppointmentError('unauthenticated', TOO_OLD);
    return session;
  };

  return {
    complete: async ({ platform, ...exchange }) => {
      requireKnownRedirect(exchange.redirectUri, redirectUris());
      const code = exchange.callback.get('code') ?? '';
      const session = codes.isOurs(code)
        ? await redeem(code, platform)
        : await openSession(platform, exchange);
      return { jwtToken: await tokens.sign(session), name: session.userName };
    },
  };
};
