/**
 * The bridge's own way in to a CRM. It adds what the client's has not: a state that only this bridge knows, good once,
 * for ten minutes, in the browser that began (RFC 9700 §4.7), and PKCE where the CRM has it (RFC 7636).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppointmentError } from '../../src/contract/failure';
import { platforms, type Platform } from '../../src/contract/operations';
import type { SignInProviders } from '../sign-in/create-sign-in-providers';
import type { CrmPlace } from '../sign-in/sign-in-provider';
import { requireKnownRedirect } from './client-sign-in';
import type { HandOverCodes, SignInOutcome } from './hand-over-codes';
import { providerOf, type OpenSession } from './open-session';
import type { SingleUseStore } from './single-use-store';

export const ATTEMPT_LIFETIME_MS = 10 * 60 * 1000;

const attemptSchema = z.object({
  platform: z.enum(platforms),
  place: z.object({ hostname: z.string(), username: z.string().optional() }),
  clientRedirectUri: z.string(),
  clientState: z.string(),
  /** Where the CRM has PKCE. */
  codeVerifier: z.string().optional(),
  browserKeyHash: z.string(),
});

type Attempt = Readonly<z.infer<typeof attemptSchema>>;

export interface EntryRequest {
  readonly platform: Platform;
  readonly place: CrmPlace;
  /** The client's page to end at. */
  readonly clientRedirectUri: string;
  /** The client's, given back to it as it came. */
  readonly clientState: string;
}

export interface FrontDoor {
  /**
   * Where the browser goes to sign in, and what it must keep until it comes back.
   * @throws AppointmentError invalid_request for a page that is not App Connect's; as `authorizeUrl` of the provider
   */
  enter(request: EntryRequest): Promise<{
    readonly url: string;
    readonly state: string;
    readonly browserKey: string;
  }>;
  /**
   * Where the browser goes in the end: the client's page, with a code for the session or for why there is none.
   * @throws AppointmentError invalid_request where nobody can be told but the person at the screen: the state is not
   *   ours, too old, used, or of another browser
   */
  leave(callback: URLSearchParams, browserKeyOf: (state: string) => string): Promise<string>;
}

export interface FrontDoorOptions {
  readonly providers: SignInProviders;
  readonly openSession: OpenSession;
  readonly singleUse: SingleUseStore;
  readonly codes: HandOverCodes;
  /** Pages at which a sign-in may end. */
  readonly redirectUris: () => readonly string[];
  /** Address of the bridge as browsers see it, without a slash at the end. */
  readonly publicUrl: () => string;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const isOfBrowser = ({ browserKeyHash }: Attempt, browserKey: string): boolean =>
  timingSafeEqual(Buffer.from(browserKeyHash, 'base64url'), sha256(browserKey));

export const createFrontDoor = (options: FrontDoorOptions): FrontDoor => {
  const { providers, openSession, singleUse, codes, redirectUris, publicUrl } = options;
  const ownRedirectUri = (): string => `${publicUrl()}/oauth/redirect`;

  const takeAttempt = async (state: string, browserKey: string): Promise<Attempt> => {
    const text = await singleUse.take(state);
    const attempt = text === undefined ? undefined : attemptSchema.safeParse(JSON.parse(text)).data;
    if (attempt && isOfBrowser(attempt, browserKey)) return attempt;
    throw new AppointmentError(
      'invalid_request',
      'This sign-in is too old, was used already, or began in another browser. Close this window and connect again.',
    );
  };

  /** A failure is handed over too: the client has a place to show it, this window has none. */
  const outcomeOf = async (attempt: Attempt, callback: URLSearchParams): Promise<SignInOutcome> => {
    const { platform, place, codeVerifier } = attempt;
    try {
      const redirectUri = ownRedirectUri();
      const session = await openSession(platform, { place, callback, redirectUri, codeVerifier });
      return { sessionId: session.id };
    } catch (error) {
      if (error instanceof AppointmentError) return { failure: error.message, code: error.code };
      throw error;
    }
  };

  return {
    enter: async ({ platform, place, clientRedirectUri, clientState }) => {
      const provider = providerOf(providers, platform);
      requireKnownRedirect(clientRedirectUri, redirectUris());
      const browserKey = randomBytes(32).toString('base64url');
      const codeVerifier = provider.usesPkce ? randomBytes(32).toString('base64url') : undefined;
      const browserKeyHash = sha256(browserKey).toString('base64url');
      const attempt = { platform, place, clientRedirectUri, clientState, codeVerifier, browserKeyHash };
      const state = await singleUse.put(JSON.stringify(attempt), ATTEMPT_LIFETIME_MS);
      const url = await provider.authorizeUrl({
        place,
        redirectUri: ownRedirectUri(),
        state,
        codeChallenge: codeVerifier && sha256(codeVerifier).toString('base64url'),
      });
      return { url, state, browserKey };
    },
    leave: async (callback, browserKeyOf) => {
      const state = callback.get('state') ?? '';
      const attempt = await takeAttempt(state, browserKeyOf(state));
      const code = await codes.issue(await outcomeOf(attempt, callback));
      const url = new URL(attempt.clientRedirectUri);
      url.search = new URLSearchParams({ code, state: attempt.clientState }).toString();
      return url.href;
    },
  };
};
