/** The token that the App Connect client carries: a JWT of its server, HS256, two weeks (app-connect.md §1.1). */
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { createLruCache } from '../lru-cache';
import type { KeyRing } from './bridge-keys';

export const CLIENT_TOKEN_LIFETIME_MS = 14 * 24 * 60 * 60 * 1000;

const claimsSchema = z.object({ id: z.string().min(1), platform: z.string().min(1), exp: z.number() });

export interface ClientTokenOptions {
  /** The first signs; each verifies. */
  readonly keys: KeyRing<Uint8Array>;
  readonly nowMs?: (() => number) | undefined;
}

interface VerifiedToken {
  /** Of the session. */
  readonly id: string;
  readonly platform: string;
  readonly expiresAtMs: number;
  /** Signed with a key that is on its way out: to be replaced, however long it has to go. */
  readonly isOfOldKey: boolean;
}

export interface ClientTokens {
  sign(claims: { readonly id: string; readonly platform: string }): Promise<string>;
  /** Undefined for a token that is not ours, was changed, has expired, or names another algorithm. */
  verify(token: string): Promise<VerifiedToken | undefined>;
}

const verifyWith = async (
  token: string,
  key: Uint8Array,
  nowMs: number,
): Promise<z.infer<typeof claimsSchema> | undefined> => {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      currentDate: new Date(nowMs),
    });
    return claimsSchema.safeParse(payload).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

/** Clients send the same token with every request, and checking its signature takes longer than all else about it. */
const MAX_VERIFIED = 1000;

const createVerifier = ({ keys, nowMs = Date.now }: ClientTokenOptions): ClientTokens['verify'] => {
  const verified = createLruCache<VerifiedToken>({
    maxEntries: MAX_VERIFIED,
    ttlMs: CLIENT_TOKEN_LIFETIME_MS,
  });
  return async (token) => {
    const known = verified.get(token, nowMs());
    if (known && known.expiresAtMs > nowMs()) return known;
    for (const key of keys) {
      const claims = await verifyWith(token, key, nowMs());
      if (claims) {
        const { id, platform, exp } = claims;
        const found = { id, platform, expiresAtMs: exp * 1000, isOfOldKey: key !== keys[0] };
        verified.set(token, found, nowMs());
        return found;
      }
    }
    return undefined;
  };
};

export const createClientTokens = (options: ClientTokenOptions): ClientTokens => ({
  sign: async ({ id, platform }) => {
    const { keys, nowMs = Date.now } = options;
    const issuedAt = Math.floor(nowMs() / 1000);
    return new SignJWT({ id, platform })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + CLIENT_TOKEN_LIFETIME_MS / 1000)
      .sign(keys[0]);
  },
  verify: createVerifier(options),
});
