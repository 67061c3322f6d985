/**
 * Parses the part of Lucene's query syntax that people search uses: field:term, "phrases", term*, AND, OR, NOT, + and
 * -, parentheses, also after a field. AND binds closer than OR, as lucenetutorial.com (linked by docs: Search) reads.
 */
import { badRequest } from '../bullhorn-error';
import type { LuceneQuery } from './lucene-query';
import { luceneTokens, type LuceneToken } from './lucene-tokens';

type Operator = Extract<LuceneToken, { kind: 'operator' }>['text'];

/** @throws BullhornError 400 for a query it cannot read. */
export function parseLucene(source: string, defaultOperator: 'AND' | 'OR'): LuceneQuery {
  const tokens = luceneTokens(source);
  let position = 0;

  const refused = (reason: string): Error => badRequest(`Cannot parse query: ${reason}.`);
  const acceptOperator = (operator: Operator): boolean => {
    const token = tokens[position];
    const isIt = token?.kind === 'operator' && token.text === operator;
    if (isIt) position += 1;
    return isIt;
  };
  const isNextMark = (mark: '(' | ')'): boolean => {
    const token = tokens[position];
    return token?.kind === 'mark' && token.text === mark;
  };
  const startsClause = (): boolean => {
    const token = tokens[position];
    if (token === undefined || isNextMark(')')) return false;
    return token.kind !== 'operator' || (token.text !== 'AND' && token.text !== 'OR');
  };

  function clause(field: string | undefined): LuceneQuery {
    if (acceptOperator('NOT') || acceptOperator('-')) return { kind: 'not', part: clause(field) };
    if (acceptOperator('+')) return clause(field);
    const token = tokens[position];
    if (token === undefined) throw refused('a term is missing at the end');
    position += 1;
    if (token.kind === 'term') return { ...token, field };
    if (token.kind === 'phrase') return { ...token, field };
    if (token.kind === 'field') return clause(token.name);
    if (token.text !== '(') throw refused(`"${token.text}" was not expected`);
    const inner = alternatives(field);
    if (!isNextMark(')')) throw refused(') is missing');
    position += 1;
    return inner;
  }

  function conjunction(field: string | undefined): LuceneQuery {
    const parts = [clause(field)];
    while (acceptOperator('AND') || (defaultOperator === 'AND' && startsClause())) parts.push(clause(field));
    return { kind: 'and', parts };
  }

  function alternatives(field: string | undefined): LuceneQuery {
    const parts = [conjunction(field)];
    while (acceptOperator('OR') || (defaultOperator === 'OR' && startsClause())) {
      parts.push(conjunction(field));
    }
    return { kind: 'or', parts };
  }

  const query = alternatives(undefined);
  if (position < tokens.length) throw refused('a closing bracket was not expected');
  return query;
}
