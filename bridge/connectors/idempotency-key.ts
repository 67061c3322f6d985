/** The keys by which a caller says that two requests are one (IETF draft "The Idempotency-Key HTTP Header Field"). */

/** The header's value is a quoted string; most callers leave the quotes out, and mean the same. */
export const idempotencyKeyOf = (given: string | undefined): string | undefined => {
  const text = given?.trim() ?? '';
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  return key === '' ? undefined : key;
};
