/**
 * Reads the filters of a search, in both forms SuiteScript has: `search.Filter` objects, which are joined by an
 * implicit and, and filter expressions with explicit `and`, `or` and `not`. As in SQL, `and` binds before `or`.
 */
import { listOf, memberOf, optionalText, requiredText } from '../script-arguments';
import { SuiteScriptFault, notEmulated } from '../suitescript-fault';
import { splitJoin } from './search-column';

export interface FilterTerm {
  readonly kind: 'term';
  readonly name: string;
  readonly join: string;
  /** Lower case, as the values of `search.Operator`. */
  readonly operator: string;
  readonly values: readonly unknown[];
}

export type SearchFilter =
  | FilterTerm
  | { readonly kind: 'all' | 'any'; readonly filters: readonly SearchFilter[] }
  | { readonly kind: 'not'; readonly filter: SearchFilter };

/** @throws SuiteScriptFault SSS_INVALID_SRCH_FILTER_EXPR for a malformed expression. Names are checked at the run. */
export function parseFilters(filters: unknown): SearchFilter {
  if (filters === undefined || filters === null) return { kind: 'all', filters: [] };
  if (!Array.isArray(filters)) return parseFilterObject(filters);
  if (filters.every(isFilterObject)) return { kind: 'all', filters: filters.map(parseFilterObject) };
  return parseExpression(filters);
}

/** Every term of a filter, wherever it stands. */
export function termsOf(filter: SearchFilter): readonly FilterTerm[] {
  switch (filter.kind) {
    case 'term':
      return [filter];
    case 'not':
      return termsOf(filter.filter);
    default:
      return filter.filters.flatMap(termsOf);
  }
}

function parseExpression(expression: readonly unknown[]): SearchFilter {
  if (isTerm(expression)) return parseTerm(expression);
  const tokens = [...expression];
  const filter = parseAlternatives(tokens);
  if (tokens.length > 0) throw malformed('"and" or "or" is missing between two filters');
  return filter;
}

function parseAlternatives(tokens: unknown[]): SearchFilter {
  const filters = [parseConjunction(tokens)];
  while (takeKeyword(tokens, 'or')) filters.push(parseConjunction(tokens));
  return combine('any', filters);
}

function parseConjunction(tokens: unknown[]): SearchFilter {
  const filters = [parseOperand(tokens)];
  while (takeKeyword(tokens, 'and')) filters.push(parseOperand(tokens));
  return combine('all', filters);
}

function parseOperand(tokens: unknown[]): SearchFilter {
  if (takeKeyword(tokens, 'not')) return { kind: 'not', filter: parseOperand(tokens) };
  const operand = tokens.shift();
  if (Array.isArray(operand) && operand.length > 0) return parseExpression(operand);
  if (isFilterObject(operand)) return parseFilterObject(operand);
  throw malformed('a filter is missing');
}

function takeKeyword(tokens: unknown[], keyword: string): boolean {
  const [first] = tokens;
  const isKeyword = typeof first === 'string' && first.toLowerCase() === keyword;
  if (isKeyword) tokens.shift();
  return isKeyword;
}

function combine(kind: 'all' | 'any', filters: readonly SearchFilter[]): SearchFilter {
  const [only, ...others] = filters;
  return only !== undefined && others.length === 0 ? only : { kind, filters };
}

/** A term starts with two strings: `['title', 'contains', …]`; a list of terms starts with a list or with `not`. */
function isTerm(expression: readonly unknown[]): boolean {
  const [name, operator] = expression;
  return typeof name === 'string' && name.toLowerCase() !== 'not' && typeof operator === 'string';
}

function parseTerm([path, operator, ...values]: readonly unknown[]): FilterTerm {
  const name = String(path);
  if (name.includes('(')) throw notEmulated('summary functions in search filters');
  return {
    kind: 'term',
    ...splitJoin(name),
    operator: String(operator).toLowerCase(),
    values: values.flat(),
  };
}

function parseFilterObject(filter: unknown): FilterTerm {
  for (const unsupported of ['summary', 'formula']) {
    if (optionalText(filter, unsupported) !== '') throw notEmulated(`the ${unsupported} of a search filter`);
  }
  const name = requiredText(filter, 'name', 'search.createFilter');
  const join = optionalText(filter, 'join');
  return {
    kind: 'term',
    ...(join === '' ? splitJoin(name) : { name, join }),
    operator: requiredText(filter, 'operator', 'search.createFilter').toLowerCase(),
    values: listOf(memberOf(filter, 'values')),
  };
}

function isFilterObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(problem: string): SuiteScriptFault {
  return new SuiteScriptFault(
    'SSS_INVALID_SRCH_FILTER_EXPR',
    `Malformed search filter expression: ${problem}.`,
  );
}
