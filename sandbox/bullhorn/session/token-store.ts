/** Authorization codes, refresh tokens and access tokens: each can be used once (bullhorn.github.io/docs/oauth). */
import { randomUUID } from 'node:crypto';

import { createAuthorizationCodes, type AuthorizationCodes } from '../../core/authorization-codes';

/** Who allowed whom. */
export interface Grant {
  readonly clientId: string;
  readonly userId: number;
}

interface Issued extends Grant {
  readonly expiresAtMs: number;
}

export interface TokenStore {
  readonly codes: AuthorizationCodes<Grant>;
  issueAccessToken(grant: Grant): string;
  /** Looks it up; it stays valid until it is `spent` or expires. */
  accessGrant(accessToken: string): Grant | undefined;
  spendAccessToken(accessToken: string): void;
  issueRefreshToken(grant: Grant): string;
  /** `undefined` when it is unknown, used or of another client; of two who use it at the same time, one is refused. */
  redeemRefreshToken(refreshToken: string, clientId: string): Grant | undefined;
  clear(): void;
}

/** `expires_in` of the token answer. */
export const accessTokenSeconds = 600;

export function createTokenStore(clock: { nowMs(): number }): TokenStore {
  const codes = createAuthorizationCodes<Grant>({ clock });
  const accessTokens = new Map<string, Issued>();
  const refreshTokens = new Map<string, Issued>();

  function issue(store: Map<string, Issued>, grant: Grant, lifetimeSeconds: number): string {
    const token = randomUUID();
    store.set(token, { ...grant, expiresAtMs: clock.nowMs() + lifetimeSeconds * 1000 });
    return token;
  }

  function valid(store: ReadonlyMap<string, Issued>, token: string): Grant | undefined {
    const issued = store.get(token);
    return issued !== undefined && issued.expiresAtMs > clock.nowMs() ? issued : undefined;
  }

  function redeem(store: Map<string, Issued>, token: string, clientId: string): Grant | undefined {
    const issued = valid(store, token);
    if (issued?.clientId !== clientId) return undefined;
    store.delete(token);
    return issued;
  }

  return {
    codes,
    issueAccessToken: (grant) => issue(accessTokens, grant, accessTokenSeconds),
    accessGrant: (accessToken) => valid(accessTokens, accessToken),
    spendAccessToken: (accessToken) => void accessTokens.delete(accessToken),
    issueRefreshToken: (grant) => issue(refreshTokens, grant, Number.POSITIVE_INFINITY),
    redeemRefreshToken: (refreshToken, clientId) => redeem(refreshTokens, refreshToken, clientId),
    clear() {
      codes.clear();
      accessTokens.clear();
      refreshTokens.clear();
    },
  };
}
