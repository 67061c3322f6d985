/** Hands out authorization codes, which work once, soon, and for whom they were issued (RFC 6749 §4.1). */
import { randomUUID } from 'node:crypto';

import { answersChallenge } from './pkce';

/** What a code is bound to. */
export interface CodeBinding {
  readonly clientId: string;
  readonly redirectUri: string;
  /** `undefined` when the request had none. */
  readonly codeChallenge: string | undefined;
}

export interface IssuedCode<Approval> extends CodeBinding {
  readonly approval: Approval;
  readonly expiresAtMs: number;
}

/** What a token request shows to have its code redeemed. */
export interface CodeProof {
  readonly clientId: string;
  /** `undefined` when it was left out, where the vendor allows that. */
  readonly redirectUri: string | undefined;
  /** Empty when there is none. */
  readonly codeVerifier: string;
}

export interface AuthorizationCodes<Approval> {
  issue(approval: Approval, binding: CodeBinding): string;
  /** Uses the code up, whatever comes of it. `undefined` when it is unknown, used, too old or bound to others. */
  redeem(code: string, proof: CodeProof): Approval | undefined;
  clear(): void;
}

/** RFC 6749 §4.1.2 recommends ten minutes at most; none of the three vendors says. */
const codeMs = 10 * 60_000;

function fits(issued: CodeBinding, proof: CodeProof): boolean {
  return (
    issued.clientId === proof.clientId &&
    (proof.redirectUri === undefined || issued.redirectUri === proof.redirectUri) &&
    (issued.codeChallenge === undefined || answersChallenge(proof.codeVerifier, issued.codeChallenge))
  );
}

export function createAuthorizationCodes<Approval>(options: {
  readonly clock: { nowMs(): number };
  /** Where they are kept; a map of its own when left out. */
  readonly issued?: Map<string, IssuedCode<Approval>>;
}): AuthorizationCodes<Approval> {
  const { clock, issued = new Map<string, IssuedCode<Approval>>() } = options;
  return {
    issue(approval, binding) {
      const code = randomUUID();
      issued.set(code, { ...binding, approval, expiresAtMs: clock.nowMs() + codeMs });
      return code;
    },
    redeem(code, proof) {
      const known = issued.get(code);
      issued.delete(code);
      if (known === undefined || known.expiresAtMs <= clock.nowMs() || !fits(known, proof)) return undefined;
      return known.approval;
    },
    clear: () => issued.clear(),
  };
}
