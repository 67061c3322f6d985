/** Understands the `q` of a record collection: conditions joined by AND, OR and brackets (section_156414087576). */
import type { CalendarEvent } from '../entities';
import { queryFields, unreadableQuery } from './query-fields';

export type EventPredicate = (event: CalendarEvent) => boolean;

interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
}

interface TokenReader {
  /** Steps over the next token if it is this word, unquoted and in any case. */
  accept(word: string): boolean;
  /** The next token, whatever it is. */
  take(what: string): string;
  /** The token nobody has read, if there is one. */
  rest(): string | undefined;
}

function tokenReader(query: string): TokenReader {
  const tokens: Token[] = [...query.matchAll(/"((?:[^"\\]|\\.)*)"|([()[\],])|([^\s"()[\],]+)/g)].map(
    ([, quoted, mark, word]) => ({
      text: quoted?.replace(/\\(.)/g, '$1') ?? mark ?? word ?? '',
      isQuoted: quoted !== undefined,
    }),
  );
  let next = 0;
  return {
    accept(word) {
      const token = tokens[next];
      if (token === undefined || token.isQuoted || token.text.toUpperCase() !== word) return false;
      next += 1;
      return true;
    },
    take(what) {
      const token = tokens[next];
      if (token === undefined) throw unreadableQuery(`${what} is missing at the end`);
      next += 1;
      return token.text;
    },
    rest: () => tokens[next]?.text,
  };
}

function readValues(tokens: TokenReader, operator: string): string[] {
  if (operator === 'EMPTY') return [];
  if (!tokens.accept('[')) return [tokens.take('a value')];
  const values: string[] = [];
  while (!tokens.accept(']')) {
    values.push(tokens.take('a value or ]'));
    tokens.accept(',');
  }
  return values;
}

function readCondition(tokens: TokenReader, timeZone: string): EventPredicate {
  const name = tokens.take('a field');
  const field = queryFields.get(name.toLowerCase());
  if (field === undefined) throw unreadableQuery(`there is no field "${name}" to search by`);
  const written = tokens.take('an operator').toUpperCase();
  const isNegated = written.endsWith('_NOT');
  const operator = isNegated ? written.slice(0, -'_NOT'.length) : written;
  const comparison = field.comparisons.get(operator);
  if (comparison === undefined) throw unreadableQuery(`"${name}" cannot be compared with ${written}`);
  const wanted = readValues(tokens, operator);
  return (event) => comparison(field.value(event, timeZone), wanted) !== isNegated;
}

function readFactor(tokens: TokenReader, timeZone: string): EventPredicate {
  if (!tokens.accept('(')) return readCondition(tokens, timeZone);
  const inner = readAlternatives(tokens, timeZone);
  if (!tokens.accept(')')) throw unreadableQuery('a closing bracket is missing');
  return inner;
}

function readConjunction(tokens: TokenReader, timeZone: string): EventPredicate {
  const parts = [readFactor(tokens, timeZone)];
  while (tokens.accept('AND')) parts.push(readFactor(tokens, timeZone));
  return (event) => parts.every((part) => part(event));
}

function readAlternatives(tokens: TokenReader, timeZone: string): EventPredicate {
  const parts = [readConjunction(tokens, timeZone)];
  while (tokens.accept('OR')) parts.push(readConjunction(tokens, timeZone));
  return (event) => parts.some((part) => part(event));
}

function parseQuery(query: string, timeZone: string): EventPredicate {
  const tokens = tokenReader(query);
  const predicate = readAlternatives(tokens, timeZone);
  const rest = tokens.rest();
  if (rest !== undefined) throw unreadableQuery(`"${rest}" was not expected`);
  return predicate;
}

/**
 * @param queries the values of all `q` parameters; an event has to fit each.
 * @param timeZone in which an event's dates are read.
 * @throws RecordApiError 400 for what it does not understand; for a date, when the first event is compared with it.
 */
export function parseRecordQuery(queries: readonly string[], timeZone: string): EventPredicate {
  const predicates = queries.map((query) => parseQuery(query, timeZone));
  return (event) => predicates.every((predicate) => predicate(event));
}
