/** Hands out tokens for approvals, refreshes and revokes them (docs.developers.clio.com/faq). */
import { randomUUID } from 'node:crypto';

import { OAuthError } from '../../core/oauth-error';
import type { ClioState } from '../entities';

/** "Manage tokens last 30 days." */
const accessTokenSeconds = 30 * 24 * 60 * 60;

export interface TokenReply {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly refresh_token?: string;
}

export interface OAuthGrants {
  /** The first tokens of an approval. */
  begin(userId: number): TokenReply;
  /** A refresh token neither expires nor changes; there is none in the reply. @throws OAuthError invalid_grant. */
  refresh(refreshToken: string): TokenReply;
  /** Ends the approval behind an access token, with all its tokens. @throws OAuthError invalid_token. */
  revoke(accessToken: string): void;
}

export function createOAuthGrants(options: {
  readonly state: ClioState;
  readonly clock: { nowMs(): number };
}): OAuthGrants {
  const { state, clock } = options;

  function issueToken(userId: number, refreshToken: string): TokenReply {
    const accessToken = `${state.region}-access-${randomUUID()}`;
    const expiresAtMs = clock.nowMs() + accessTokenSeconds * 1000;
    state.grants.set(accessToken, { userId, refreshToken, expiresAtMs });
    return { access_token: accessToken, token_type: 'bearer', expires_in: accessTokenSeconds };
  }

  return {
    begin(userId) {
      const refreshToken = `${state.region}-refresh-${randomUUID()}`;
      return { ...issueToken(userId, refreshToken), refresh_token: refreshToken };
    },
    refresh(refreshToken) {
      const known = [...state.grants.values()].find((grant) => grant.refreshToken === refreshToken);
      if (known === undefined) {
        throw new OAuthError(400, 'invalid_grant', 'The refresh token was revoked or never issued.');
      }
      return issueToken(known.userId, refreshToken);
    },
    revoke(accessToken) {
      const revoked = state.grants.get(accessToken);
      const isOver =
        revoked === undefined || (revoked.expiresAtMs !== null && revoked.expiresAtMs <= clock.nowMs());
      if (isOver) throw new OAuthError(401, 'invalid_token', 'The access token is invalid.');
      for (const [token, grant] of [...state.grants]) {
        if (grant.refreshToken === revoked.refreshToken) state.grants.delete(token);
      }
    },
  };
}
