/** The search for people by name, as a Lucene query in which every word counts and no word is an operator. Pure. */

/** Characters that mean something to Lucene's query parser (lucene.apache.org, "Escaping Special Characters"). */
const SPECIAL = /[+\-&|!(){}[\]^"~*?:\\/]/g;

const MAX_WORDS = 10;

const escaped = (word: string): string => word.replace(SPECIAL, '\\$&');

/** A word with punctuation is stored as several: only a phrase is taken apart in the same way. */
const condition = (field: string, word: string): string => {
  const beginning = `${field}:${escaped(word)}*`;
  return /^[\p{L}\p{N}]+$/u.test(word) ? beginning : `${beginning} OR ${field}:"${escaped(word)}"`;
};

const NAME_FIELDS = ['firstName', 'lastName', 'name'] as const;

/** Those in whose name each of the words begins a part. */
export const contactQuery = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, MAX_WORDS)
    .map((word) => `(${NAME_FIELDS.map((field) => condition(field, word)).join(' OR ')})`)
    .join(' AND ');
