/** What the sandbox's main program announces about its Bullhorn. */
import type { BullhornState } from './bullhorn-state';
import { restUrlOf } from './request-host';

export interface BullhornDescription {
  readonly baseUrl: string;
  /** Ends in a slash. */
  readonly restUrl: string;
  readonly loginInfoUrl: string;
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
  return {
    baseUrl,
    restUrl: restUrlOf(baseUrl, state.corpToken),
    loginInfoUrl: `${baseUrl}/rest-services/loginInfo`,
    users: [...state.users.values()].map(({ id, timeZone, restToken }) => ({
      id,
      name: String(state.records.Person.get(id)?.name ?? ''),
      timeZone,
      token: restToken,
    })),
  };
}
