import { answersChallenge, isCodeChallenge } from '../../../sandbox/core/pkce';

/** RFC 7636, Appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('PKCE', () => {
  it('accepts the verifier of the example in the RFC and no other', () => {
    expect(answersChallenge(verifier, challenge)).toBe(true);
    expect(answersChallenge(`${verifier}x`, challenge)).toBe(false);
    expect(answersChallenge('', challenge)).toBe(false);
  });

  it('has a verifier of 43 to 128 characters', () => {
    const short = 'a'.repeat(42);
    expect(answersChallenge(short, 'whatever')).toBe(false);
    expect(answersChallenge('a'.repeat(129), 'whatever')).toBe(false);
  });

  it('knows only the method S256', () => {
    expect(isCodeChallenge(challenge, 'S256')).toBe(true);
    expect(isCodeChallenge(challenge, 'plain')).toBe(false);
    expect(isCodeChallenge(verifier.slice(1), 'S256')).toBe(false);
  });
});
