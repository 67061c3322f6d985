/** Says why a secret would be guessed. A filter for what people leave in a settings file, not a measure of strength. */

const MIN_LENGTH = 32;
/** Of 32 hexadecimal characters at random, fewer are different less than once in ten million times. */
const MIN_DISTINCT = 8;

/** What stands in examples, and in lists of what people choose; the last is our own documentation, pasted whole. */
const WELL_KNOWN =
  /change[-_ ]?(me|this|it)|replace[-_ ]?(me|this|with)|your[-_ ]?(secret|key)|placeholder|example|passw(or|0r)d|letmein|qwerty|01234567|12345678|abcdefgh|deadbeef|openssl rand/i;

/** `abcabcabc`, also where the last round is not whole. */
const isRepetition = (text: string): boolean =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, index) => index + 1).some(
    (period) => text.slice(period) === text.slice(0, -period),
  );

/** The end of a sentence that begins with the name of the setting; undefined for a secret that will do. */
export const weaknessOf = (secret: string): string | undefined => {
  if (secret.length < MIN_LENGTH) return `must have ${MIN_LENGTH} characters or more`;
  if (isRepetition(secret)) return 'must not be one piece of text over and over';
  if (new Set(secret).size < MIN_DISTINCT) return `must have ${MIN_DISTINCT} different characters or more`;
  if (WELL_KNOWN.test(secret)) return 'must not contain a word of an example or a well-known password';
  return undefined;
};
