/** What the bridge is to a CRM: a registered app. Its id and secret come from the CRM's own administration. */
import type { OnVendorCall } from '../http/vendor-call';

export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** For every provider; `nowMs` is the clock that expiry is told by, epoch milliseconds. */
export interface ProviderOptions {
  readonly timeoutMs?: number | undefined;
  readonly nowMs?: (() => number) | undefined;
  /** Told of every call to the CRM. */
  readonly onCall?: OnVendorCall | undefined;
}
