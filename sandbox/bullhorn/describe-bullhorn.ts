/** What the sandbox's main program announces about its Bullhorn. */
import type { BullhornState, OAuthClient } from './bullhorn-state';
import { restUrlOf } from './request-host';

export interface BullhornDescription {
  readonly baseUrl: string;
  /** Ends in a slash. */
  readonly restUrl: string;
  readonly loginInfoUrl: string;
  /** An API key; `null` when the corporation has none. Its authorize and token URLs are below `baseUrl`/oauth. */
  readonly oauth: Pick<OAuthClient, 'clientId' | 'clientSecret'> | null;
  /** CorporateUsers; `token` is a BhRestToken that is signed in. */
  readonly users: readonly {
    readonly id: number;
    readonly name: string;
    readonly timeZone: string;
    readonly token: string;
  }[];
}

/** @param options `baseUrl` is where the sandbox listens, without a slash at the end. */
export function describeBullhorn(options: {
  readonly state: BullhornState;
  readonly baseUrl: string;
}): BullhornDescription {
  const { state, baseUrl } = options;
  const [client] = state.oauthClients.values();
  return {
    baseUrl,
    restUrl: restUrlOf(baseUrl, state.corpToken),
    loginInfoUrl: `${baseUrl}/rest-services/loginInfo`,
    oauth: client === undefined ? null : { clientId: client.clientId, clientSecret: client.clientSecret },
    users: [...state.users.values()].map(({ id, timeZone, restToken }) => ({
      id,
      name: String(state.records.Person.get(id)?.name ?? ''),
      timeZone,
      token: restToken,
    })),
  };
}
