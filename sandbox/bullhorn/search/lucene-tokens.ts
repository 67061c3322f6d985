/** Cuts a Lucene query into tokens, escapes resolved (Lucene: classic query parser syntax). */
import { badRequest } from '../bullhorn-error';

export type LuceneToken =
  | { readonly kind: 'term'; readonly text: string; readonly isPrefix: boolean }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'operator'; readonly text: 'AND' | 'OR' | 'NOT' | '+' | '-' }
  | { readonly kind: 'mark'; readonly text: '(' | ')' };

const tokenPattern =
  /\s*(?:(?<mark>[()])|"(?<phrase>(?:[^"\\]|\\.)*)"|(?<field>[A-Za-z_][\w.]*):|(?<sign>[+\-!]|&&|\|\|)|(?<term>(?:[^\s+\-!(){}[\]^"~*?:\\/&|]|\\.)(?:[^\s(){}[\]^"~*?:\\]|\\.)*)(?<prefix>\*)?)\s*/suy;

const signs: Readonly<Record<string, 'AND' | 'OR' | 'NOT' | '+' | '-'>> = {
  '&&': 'AND',
  '||': 'OR',
  '!': 'NOT',
  '+': '+',
  '-': '-',
};

const unescaped = (text: string): string => text.replace(/\\(.)/gsu, '$1');

const isKeyword = (text: string): text is 'AND' | 'OR' | 'NOT' => /^(AND|OR|NOT)$/.test(text);

function tokenOf(groups: Readonly<Record<string, string | undefined>>): LuceneToken | undefined {
  const { mark, phrase, field, sign, term, prefix } = groups;
  if (mark === '(' || mark === ')') return { kind: 'mark', text: mark };
  if (phrase !== undefined) return { kind: 'phrase', text: unescaped(phrase) };
  if (field !== undefined) return { kind: 'field', name: field };
  const operator = sign === undefined ? undefined : signs[sign];
  if (operator !== undefined) return { kind: 'operator', text: operator };
  if (term === undefined) return undefined;
  if (isKeyword(term) && prefix === undefined) return { kind: 'operator', text: term };
  return { kind: 'term', text: unescaped(term), isPrefix: prefix !== undefined };
}

/** @throws BullhornError 400 for what it has no token for: ranges, fuzzy terms, boosts, a quote that is not closed. */
export function luceneTokens(source: string): readonly LuceneToken[] {
  const tokens: LuceneToken[] = [];
  for (let position = source.length - source.trimStart().length; position < source.length;) {
    tokenPattern.lastIndex = position;
    const groups = tokenPattern.exec(source)?.groups;
    const token = groups === undefined ? undefined : tokenOf(groups);
    if (token === undefined) throw badRequest(`Cannot parse query at character ${position}.`);
    tokens.push(token);
    position = tokenPattern.lastIndex;
  }
  return tokens;
}
