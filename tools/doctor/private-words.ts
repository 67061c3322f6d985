/** Keeps tokens, hostnames, ids and names out of what the doctor prints and writes, wherever they come from. */

export interface PrivateWords {
  /** Text of fewer than four characters would mask half of the report and is left as it is. */
  add(...words: readonly (string | undefined)[]): void;
  mask(text: string): string;
}

const SHORTEST_WORD = 4;

/** An address that came along in a message of the CRM. */
const emailAddress = /[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi;

export const createPrivateWords = (): PrivateWords => {
  const words = new Set<string>();
  return {
    add: (...given) => {
      for (const word of given) if (word !== undefined && word.length >= SHORTEST_WORD) words.add(word);
    },
    mask: (text) => {
      // The longest first: a hostname begins with the account that is private, too.
      const longestFirst = [...words].sort((a, b) => b.length - a.length);
      const masked = longestFirst.reduce((left, word) => left.replaceAll(word, '***'), text);
      return masked.replace(emailAddress, '***');
    },
  };
};
