/** Parses the part of JPQL that the `where` parameter takes (docs: Query, where syntax): AND binds closer than OR. */
import { badRequest } from '../bullhorn-error';
import {
  comparisonOperators,
  type ComparisonOperator,
  type Literal,
  type Path,
  type WhereCondition,
} from './where-condition';
import { whereTokens, type WhereToken } from './where-tokens';

const reserved = new Set(['AND', 'OR', 'NOT', 'IN', 'IS', 'NULL', 'EMPTY', 'TRUE', 'FALSE']);
const namedLiterals = new Map<string, Literal>([
  ['TRUE', true],
  ['FALSE', false],
  ['NULL', null],
]);

interface TokenReader {
  /** Takes the next token when it is this keyword or mark. */
  accept(text: string): boolean;
  expect(text: string): void;
  next(what: string): WhereToken;
  refused(reason: string): Error;
  /** @throws BullhornError 400 if a token is left. */
  end(): void;
}

function readTokens(tokens: readonly WhereToken[]): TokenReader {
  let position = 0;
  const refused = (reason: string): Error => badRequest(`Cannot parse where clause: ${reason}.`);
  const reader: TokenReader = {
    accept(text) {
      const token = tokens[position];
      const isIt =
        token !== undefined &&
        (token.kind === 'mark' || token.kind === 'word') &&
        token.text.toUpperCase() === text;
      if (isIt) position += 1;
      return isIt;
    },
    expect(text) {
      if (!reader.accept(text))
        throw refused(`${text} expected, found ${tokens[position]?.text ?? 'the end'}`);
    },
    next(what) {
      const token = tokens[position];
      if (token === undefined) throw refused(`${what} expected, found the end`);
      position += 1;
      return token;
    },
    refused,
    end() {
      const token = tokens[position];
      if (token !== undefined) throw refused(`${token.text} was not expected`);
    },
  };
  return reader;
}

const negatedIf = (isNegated: boolean, part: WhereCondition): WhereCondition =>
  isNegated ? { kind: 'not', part } : part;

function readLiteral(reader: TokenReader): Literal {
  const token = reader.next('a value');
  if (token.kind === 'number' || token.kind === 'string') return token.value;
  const named = token.kind === 'word' ? namedLiterals.get(token.text.toUpperCase()) : undefined;
  if (named === undefined) throw reader.refused(`${token.text} is not a value`);
  return named;
}

function readPath(reader: TokenReader): Path {
  const token = reader.next('a field');
  if (token.kind !== 'word' || reserved.has(token.text.toUpperCase())) {
    throw reader.refused(`${token.text} is not a field`);
  }
  return token.text.split('.');
}

const isOperator = (text: string): text is ComparisonOperator =>
  comparisonOperators.some((operator) => operator === text);

/** What follows a field: IS …, IN (…) or an operator and a value. */
function readTest(reader: TokenReader, path: Path): WhereCondition {
  if (reader.accept('IS')) {
    const isNegated = reader.accept('NOT');
    if (reader.accept('NULL')) return negatedIf(isNegated, { kind: 'is-null', path });
    reader.expect('EMPTY');
    return negatedIf(isNegated, { kind: 'is-empty', path });
  }
  const isNegated = reader.accept('NOT');
  if (isNegated || reader.accept('IN')) {
    if (isNegated) reader.expect('IN');
    reader.expect('(');
    const literals = [readLiteral(reader)];
    while (reader.accept(',')) literals.push(readLiteral(reader));
    reader.expect(')');
    return negatedIf(isNegated, { kind: 'in', path, literals });
  }
  const operator = reader.next('an operator').text;
  if (!isOperator(operator)) throw reader.refused(`${operator} is not an operator`);
  return { kind: 'comparison', path, operator, literal: readLiteral(reader) };
}

/** @throws BullhornError 400 for everything outside the subset, LIKE and BETWEEN included. */
export function parseWhere(source: string): WhereCondition {
  const reader = readTokens(whereTokens(source));

  function factor(): WhereCondition {
    if (reader.accept('NOT')) return { kind: 'not', part: factor() };
    if (!reader.accept('(')) return readTest(reader, readPath(reader));
    const inner = alternatives();
    reader.expect(')');
    return inner;
  }

  function conjunction(): WhereCondition {
    const parts = [factor()];
    while (reader.accept('AND')) parts.push(factor());
    return { kind: 'and', parts };
  }

  function alternatives(): WhereCondition {
    const parts = [conjunction()];
    while (reader.accept('OR')) parts.push(conjunction());
    return { kind: 'or', parts };
  }

  const condition = alternatives();
  reader.end();
  return condition;
}
