/** The `appointmentUUID` by which the appointment that a request made is known again. */
import { createHash } from 'node:crypto';
import type { BullhornSettings } from './settings';

const TEXT_MARK = 'app-connect-';
/** The first of the four groups of the documented form. */
const HASH_MARK = 'APPCNNCT';

const hashed = (key: string): string => {
  const digits = createHash('sha256').update(key).digest('hex').toUpperCase();
  return [HASH_MARK, digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 24)].join('-');
};

/** Of letters, digits, `.`, `_` and `-` only, so that it can stand in a query. */
export const appointmentUuidOf = (key: string, format: BullhornSettings['appointmentUuidFormat']): string =>
  format === 'text' && /^[\w.-]{1,100}$/.test(key) ? TEXT_MARK + key : hashed(key);
