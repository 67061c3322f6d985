/** The access and refresh tokens of the account: how long they last, how they are renewed, and their end. */
import type { NetSuiteState } from '../entities';
import { roleInternalId } from '../role-id';
import type { NetSuiteSwitches } from '../switches';
import type { OAuthScope } from './integration-record';
import { writeToken, type TokenClaims } from './token-format';

/** Who let which app in, and where. */
export interface Grant {
  readonly clientId: string;
  readonly isPublicClient: boolean;
  /** Employee id. */
  readonly userId: string;
  readonly scopes: readonly OAuthScope[];
}

export interface IssuedTokens {
  readonly accessToken: string;
  /** `undefined` when the one before stays valid. */
  readonly refreshToken: string | undefined;
}

export interface TokenStore {
  /** The first tokens of a grant. */
  begin(grant: Grant): IssuedTokens;
  /** `undefined` for a refresh token that is unknown, too old, used up or of another client. */
  refresh(refreshToken: string, clientId: string): IssuedTokens | undefined;
  /** Ends a refresh token and everything that came of the same grant; one that nobody has is no matter. */
  revoke(refreshToken: string, clientId: string): void;
  /** The grant behind an access token that has not expired. */
  accessGrant(accessToken: string): Grant | undefined;
  clear(): void;
}

/** Tokens that descend from one approval. */
interface Chain {
  readonly grant: Grant;
  readonly startedAtMs: number;
}

interface Issued {
  readonly chain: Chain;
  readonly expiresAtMs: number;
}

/** "The value of expires_in parameter is always 3600" (section_160855594402). */
export const accessTokenSeconds = 3600;
const hourMs = 3_600_000;
/** Default of "Maximum Time For Token Rotation (In Hours)" of a public client (section_157771733782, 2026.1). */
const rotationHours = 168;

function refreshTokenExpiresAtMs(chain: Chain, nowMs: number, switches: NetSuiteSwitches): number {
  const { confidentialRefreshTokenHours, publicRefreshTokenHours } = switches;
  return chain.grant.isPublicClient
    ? Math.min(nowMs + publicRefreshTokenHours * hourMs, chain.startedAtMs + rotationHours * hourMs)
    : nowMs + confidentialRefreshTokenHours * hourMs;
}

function claimsOf({ chain, expiresAtMs }: Issued, state: NetSuiteState, nowMs: number): TokenClaims {
  const { userId, clientId, scopes } = chain.grant;
  const user = state.users.get(userId);
  return {
    sub: `${user === undefined ? '' : roleInternalId(user)};${userId}`,
    aud: [state.accountId, clientId],
    scope: scopes,
    oit: Math.floor(chain.startedAtMs / 1000),
    iat: Math.floor(nowMs / 1000),
    exp: Math.floor(expiresAtMs / 1000),
  };
}

export function createTokenStore(options: {
  readonly state: NetSuiteState;
  readonly clock: { nowMs(): number };
  readonly switches: () => NetSuiteSwitches;
}): TokenStore {
  const { state, clock, switches } = options;
  const accessTokens = new Map<string, Issued>();
  const refreshTokens = new Map<string, Issued>();

  function issue(kind: 'access' | 'refresh', chain: Chain, expiresAtMs: number): string {
    const issued = { chain, expiresAtMs };
    const token = writeToken(kind, claimsOf(issued, state, clock.nowMs()));
    (kind === 'access' ? accessTokens : refreshTokens).set(token, issued);
    return token;
  }

  const issueAccessToken = (chain: Chain): string =>
    issue('access', chain, clock.nowMs() + accessTokenSeconds * 1000);
  const issueRefreshToken = (chain: Chain): string =>
    issue('refresh', chain, refreshTokenExpiresAtMs(chain, clock.nowMs(), switches()));

  function validRefreshToken(refreshToken: string, clientId: string): Issued | undefined {
    const issued = refreshTokens.get(refreshToken);
    if (issued === undefined || issued.expiresAtMs <= clock.nowMs()) return undefined;
    return issued.chain.grant.clientId === clientId ? issued : undefined;
  }

  return {
    begin(grant) {
      const chain = { grant, startedAtMs: clock.nowMs() };
      return { accessToken: issueAccessToken(chain), refreshToken: issueRefreshToken(chain) };
    },
    refresh(refreshToken, clientId) {
      const issued = validRefreshToken(refreshToken, clientId);
      if (issued === undefined) return undefined;
      const { chain } = issued;
      const rotates = chain.grant.isPublicClient || switches().confidentialRefreshRotates;
      if (rotates) refreshTokens.delete(refreshToken);
      return {
        accessToken: issueAccessToken(chain),
        refreshToken: rotates ? issueRefreshToken(chain) : undefined,
      };
    },
    revoke(refreshToken, clientId) {
      const revoked = validRefreshToken(refreshToken, clientId);
      if (revoked === undefined) return;
      for (const tokens of [accessTokens, refreshTokens]) {
        for (const [token, { chain }] of [...tokens]) if (chain === revoked.chain) tokens.delete(token);
      }
    },
    accessGrant(accessToken) {
      const issued = accessTokens.get(accessToken);
      return issued !== undefined && issued.expiresAtMs > clock.nowMs() ? issued.chain.grant : undefined;
    },
    clear() {
      accessTokens.clear();
      refreshTokens.clear();
    },
  };
}
