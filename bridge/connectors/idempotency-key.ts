/** Keys by which a caller says that two requests to create mean the same appointment. */
import { createHash } from 'node:crypto';

/** The key where it is plain, its hash where it is not (two keys never become one); undefined for none. */
export const idempotencyKeyOf = (given: string | undefined): string | undefined => {
  const key = given?.trim() ?? '';
  if (key === '') return undefined;
  return /^[\w.-]{1,64}$/.test(key) ? key : createHash('sha256').update(key).digest('hex');
};
