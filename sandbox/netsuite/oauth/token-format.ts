/** Writes tokens that look like NetSuite's: JWTs of the documented claims (section_158255317571). */
import { randomBytes, randomUUID } from 'node:crypto';

export interface TokenClaims {
  /** Role and entity, e.g. `1000;12`. */
  readonly sub: string;
  readonly aud: readonly string[];
  readonly scope: readonly string[];
  /** Seconds since the epoch: when the first token of the chain was issued. */
  readonly oit: number;
  readonly iat: number;
  readonly exp: number;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The signature is random: the sandbox knows its tokens by heart, and a client must not look into them. */
export function writeToken(kind: 'access' | 'refresh', claims: TokenClaims): string {
  const header = { kid: 'sandbox', typ: 'JWT', alg: 'PS256' };
  const payload = { ...claims, iss: 'https://system.netsuite.com', jti: `${kind[0] ?? ''}.${randomUUID()}` };
  return [encoded(header), encoded(payload), randomBytes(256).toString('base64url')].join('.');
}
