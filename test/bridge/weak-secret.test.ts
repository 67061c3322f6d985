import { randomBytes } from 'node:crypto';
import { weaknessOf } from '../../bridge/weak-secret';

describe('a secret', () => {
  it('will do as openssl makes it', () => {
    for (let count = 0; count < 500; count++) {
      expect(weaknessOf(randomBytes(32).toString('hex'))).toBeUndefined();
      expect(weaknessOf(randomBytes(24).toString('base64'))).toBeUndefined();
    }
  });

  it('will do as a long sentence', () => {
    expect(weaknessOf('the secret before, of 32 characters')).toBeUndefined();
  });

  it.each([
    ['too short', randomBytes(15).toString('hex'), /32 characters/],
    ['one character', 'x'.repeat(64), /over and over/],
    ['a piece that is repeated', 'Kv7!p2'.repeat(6), /over and over/],
    ['a piece that is repeated, with a rest', `${'Kv7!p2qZ'.repeat(5)}Kv7`, /over and over/],
    ['of few characters', 'abacabadabacabaabacadabacabadbbacda', /8 different/],
    ['a well-known word and what fills it up', 'changeme-for-production-gT5kq0Zw', /example/],
    ['an example of its own', 'replace-with-your-key-gT5kq0Zwe4', /example/],
    ['a password with numbers after it', 'P4f-Passw0rd-2024-gT5kq0Zwe4zzQ1', /example/],
    ['a row of the keyboard', 'qwertyuiopasdfghjklzxcvbnm098765', /example/],
    ['our own command, not run', '$(openssl rand -hex 32) # thirty-two', /example/],
  ])('is refused when it is %s, and is not repeated', (_what, secret, words) => {
    const weakness = weaknessOf(secret) ?? '';
    expect(weakness).toMatch(words);
    expect(weakness).not.toContain(secret);
  });
});
