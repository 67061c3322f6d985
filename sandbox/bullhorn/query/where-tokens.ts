/** Cuts a `where` clause into tokens. */
import { badRequest } from '../bullhorn-error';

export type WhereToken =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'string'; readonly value: string; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string };

/**
 * A word is a keyword or a compound name (`owner.lastName`). Two single quotes inside a string are one: that is
 * JPQL's rule (Jakarta Persistence §4.6.1), Bullhorn documents none.
 */
const tokenPattern =
  /\s*(?:(?<word>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<number>-?\d+(?:\.\d+)?)(?![\w.])|'(?<string>(?:[^']|'')*)'|(?<mark><>|<=|>=|[=<>(),]))\s*/y;

function tokenOf(groups: Readonly<Record<string, string | undefined>>): WhereToken {
  const { word, number, string, mark = '' } = groups;
  if (word !== undefined) return { kind: 'word', text: word };
  if (number !== undefined) return { kind: 'number', value: Number(number), text: number };
  if (string !== undefined) {
    return { kind: 'string', value: string.replaceAll("''", "'"), text: `'${string}'` };
  }
  return { kind: 'mark', text: mark };
}

/** @throws BullhornError 400 that says where something stands that is no token, such as an unclosed quote. */
export function whereTokens(source: string): readonly WhereToken[] {
  const tokens: WhereToken[] = [];
  tokenPattern.lastIndex = 0;
  for (let position = 0; position < source.length; position = tokenPattern.lastIndex) {
    tokenPattern.lastIndex = position;
    const groups = tokenPattern.exec(source)?.groups;
    if (groups === undefined) throw badRequest(`Cannot parse where clause at character ${position}.`);
    tokens.push(tokenOf(groups));
  }
  return tokens;
}
