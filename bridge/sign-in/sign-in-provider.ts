/** What signing in at a CRM takes, whichever it is: one thin provider for each, and nothing of sessions in it. */
import type { Platform } from '../../src/contract/operations';

/** What a CRM's token endpoint gave; kept encrypted, never logged. */
export interface CrmTokens {
  readonly accessToken: string;
  /** Absent where the CRM gave none. */
  readonly refreshToken?: string | undefined;
  /** When `credential` stops being accepted. */
  readonly expiresAtMs: number;
  /** Value of the credential that the CRM's API takes: `Bearer …`, or Bullhorn's BhRestToken. */
  readonly credential: string;
  /** Bullhorn's session URL. */
  readonly restUrl?: string | undefined;
}

/** Who signed in, as the CRM says. */
export interface CrmUser {
  readonly id: string;
  readonly name: string;
  /** Host of the user's CRM pages. */
  readonly hostname: string;
  /** IANA name, where the CRM says it. */
  readonly timeZone?: string | undefined;
}

/** In which account, region or data centre of the CRM. */
export interface CrmPlace {
  /** NetSuite `1234567.app.netsuite.com`, Clio `eu.app.clio.com`; Bullhorn: empty. */
  readonly hostname: string;
  /** Bullhorn: the API user's name, by which `loginInfo` finds the data centre. */
  readonly username?: string | undefined;
}

export interface AuthorizeRequest {
  readonly place: CrmPlace;
  readonly redirectUri: string;
  /** Single-use, bound to the browser by whoever asks. */
  readonly state: string;
  /** S256, where the CRM has PKCE (`usesPkce`). */
  readonly codeChallenge?: string | undefined;
}

export interface CodeExchange {
  readonly place: CrmPlace;
  /** All parameters that the CRM's redirect carried: `code`, and NetSuite's `company`, `entity`, `role`. */
  readonly callback: URLSearchParams;
  readonly redirectUri: string;
  readonly codeVerifier?: string | undefined;
}

export interface SignInProvider {
  readonly platform: Platform;
  readonly usesPkce: boolean;
  /** Where the user's browser goes to sign in. */
  authorizeUrl(request: AuthorizeRequest): Promise<string>;
  /** @throws AppointmentError unauthenticated for a code the CRM refuses, upstream_unavailable, upstream_invalid */
  exchangeCode(exchange: CodeExchange): Promise<{ readonly tokens: CrmTokens; readonly user: CrmUser }>;
  /**
   * New tokens for old ones; a refresh token that rotates is spent by this call. Where it got no further than a new
   * refresh token, that one is given with the credential as it was.
   * @throws AppointmentError unauthenticated when the CRM has ended the session for good
   */
  refresh(tokens: CrmTokens, place: CrmPlace): Promise<CrmTokens>;
  /** Ends it at the CRM. A CRM that cannot be reached is no reason to keep the user signed in here. */
  revoke(tokens: CrmTokens, place: CrmPlace): Promise<void>;
}
