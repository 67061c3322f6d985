/** What ids of Clio look like: numbers, with a suffix for an occurrence of a repeating calendar entry. */
import type { IdRule } from '../appointment-id';

/** Entry ids are strings (CalendarEntry_base in Clio's OpenAPI); how those of occurrences end is not documented. */
export const CLIO_ENTRY_ID: IdRule = {
  pattern: /^\d{1,19}(?:[-_:][\w:+-]{1,60})?$/,
  says: 'Clio entry ids are numbers, with a suffix for an occurrence of a repeating entry',
};

/** Clio's integers, as far as JSON carries them exactly. */
export const CLIO_RECORD_ID: IdRule = {
  pattern: /^[1-9]\d{0,14}$/,
  says: 'Clio ids are numbers of up to 15 digits',
};
