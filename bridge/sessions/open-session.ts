/** Exchanges a CRM's authorization code for a session. */
import { createHash } from 'node:crypto';
import { AppointmentError } from '../../src/contract/failure';
import type { Platform } from '../../src/contract/operations';
import type { SignInProviders } from '../sign-in/create-sign-in-providers';
import type { CodeExchange, CrmTokens, CrmUser, SignInProvider } from '../sign-in/sign-in-provider';
import type { Session, SessionStore } from './session-store';

/**
 * `<user id in the CRM>-<platform>` is App Connect's, and two customers of one CRM have users of the same id: here the
 * account is part of it. Bullhorn's is the last part of its session URL, because its hosts change and are shared.
 */
export const sessionIdOf = (
  platform: Platform,
  user: Pick<CrmUser, 'id' | 'hostname'>,
  { restUrl }: Pick<CrmTokens, 'restUrl'>,
): string => {
  const account = restUrl === undefined ? user.hostname : new URL(restUrl).pathname;
  const mark = createHash('sha256').update(account.toLowerCase()).digest('base64url').slice(0, 12);
  return `${user.id}.${mark}-${platform}`;
};

/** @throws AppointmentError unsupported where the bridge is not registered with the CRM */
export const providerOf = (providers: SignInProviders, platform: Platform): SignInProvider => {
  const provider = providers[platform];
  if (provider) return provider;
  throw new AppointmentError(
    'unsupported',
    'This bridge is not registered with that CRM, so nobody can connect to it. Tell your administrator.',
  );
};

/** @throws AppointmentError as the provider's `exchangeCode`; unsupported where the bridge is not registered */
export type OpenSession = (platform: Platform, exchange: CodeExchange) => Promise<Session>;

interface OpenSessionOptions {
  readonly providers: SignInProviders;
  readonly sessions: Pick<SessionStore, 'save'>;
}

export const createSessionOpener =
  ({ providers, sessions }: OpenSessionOptions): OpenSession =>
  async (platform, exchange) => {
    const { tokens, user } = await providerOf(providers, platform).exchangeCode(exchange);
    const session: Session = {
      id: sessionIdOf(platform, user, tokens),
      platform,
      userId: user.id,
      userName: user.name,
      hostname: user.hostname,
      timeZone: user.timeZone,
      // NetSuite's account may be known only now: by which one the user chose at the sign-in.
      place: { ...exchange.place, hostname: user.hostname },
      tokens,
    };
    await sessions.save(session);
    return session;
  };
