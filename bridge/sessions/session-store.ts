/** Where the sessions of App Connect's users are kept: who is signed in, to which CRM, with what credential. */
import type { Platform } from '../../src/contract/operations';

export interface Session {
  /** `<user id in the CRM>-<platform>`, as App Connect builds it. */
  readonly id: string;
  readonly platform: Platform;
  /** Host of the user's CRM pages. */
  readonly hostname: string;
  /** IANA name of the user's zone, where it is known. */
  readonly timezoneName?: string | undefined;
  /** Bullhorn's session URL. */
  readonly platformAdditionalInfo?: { readonly restUrl: string } | undefined;
  /** Value of the CRM's credential: `Bearer …`, or a BhRestToken. */
  readonly authHeader: string;
}

export interface SessionStore {
  find(id: string): Promise<Session | undefined>;
  /** Replaces the session of the same id. */
  save(session: Session): Promise<void>;
}
