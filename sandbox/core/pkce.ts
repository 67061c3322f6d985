/** Proof Key for Code Exchange with the method S256 (RFC 7636). */
import { createHash } from 'node:crypto';

/** 43 to 128 unreserved characters (RFC 7636 §4.1). */
const verifierForm = /^[A-Za-z0-9\-._~]{43,128}$/;
/** A SHA-256 digest in Base64url without padding. */
const challengeForm = /^[A-Za-z0-9\-_]{43}$/;

export function isCodeChallenge(challenge: string, method: string): boolean {
  return method === 'S256' && challengeForm.test(challenge);
}

export function answersChallenge(codeVerifier: string, codeChallenge: string): boolean {
  if (!verifierForm.test(codeVerifier)) return false;
  return createHash('sha256').update(codeVerifier).digest('base64url') === codeChallenge;
}
