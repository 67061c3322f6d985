/** The token that the App Connect client carries: a JWT of its server, HS256, two weeks (app-connect.md §1.1). */
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const LIFETIME_SECONDS = 14 * 24 * 60 * 60;

const claimsSchema = z.object({ id: z.string().min(1), platform: z.string().min(1), exp: z.number() });

export interface ClientTokenOptions {
  readonly secret: string;
  readonly nowMs?: (() => number) | undefined;
}

interface VerifiedToken {
  /** Of the session. */
  readonly id: string;
  readonly platform: string;
  readonly expiresAtMs: number;
}

export interface ClientTokens {
  sign(claims: { readonly id: string; readonly platform: string }): Promise<string>;
  /** Undefined for a token that is not ours, was changed, has expired, or names another algorithm. */
  verify(token: string): Promise<VerifiedToken | undefined>;
}

export const createClientTokens = ({ secret, nowMs = Date.now }: ClientTokenOptions): ClientTokens => {
  const key = new TextEncoder().encode(secret);
  return {
    sign: async ({ id, platform }) => {
      const issuedAt = Math.floor(nowMs() / 1000);
      return new SignJWT({ id, platform })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .sign(key);
    },
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          currentDate: new Date(nowMs()),
        });
        const claims = claimsSchema.safeParse(payload);
        if (!claims.success) return undefined;
        return { id: claims.data.id, platform: claims.data.platform, expiresAtMs: claims.data.exp * 1000 };
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
};
