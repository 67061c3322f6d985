/** Reads the columns of a search: `'title'`, `'attendeeContact.email'` or an object of `createColumn`. */
import { listOf, optionalText, requiredText } from '../script-arguments';
import { SuiteScriptFault, notEmulated } from '../suitescript-fault';
import { searchSorts } from './search-enums';

type SortDirection = keyof typeof searchSorts;

/** One column as scripts see it and as the search runs it. Empty strings stand for what was not given. */
export interface SearchColumn {
  readonly name: string;
  readonly join: string;
  readonly label: string;
  readonly formula: string;
  readonly sort: SortDirection;
}

export function parseColumns(columns: unknown): readonly SearchColumn[] {
  return listOf(columns).map(parseColumn);
}

/** @throws SuiteScriptFault SSS_INVALID_SRCH_COLUMN for what is no column at all. Names are checked at the run. */
export function parseColumn(column: unknown): SearchColumn {
  if (typeof column === 'string') {
    return { ...splitJoin(column), label: '', formula: '', sort: 'NONE' };
  }
  if (typeof column !== 'object' || column === null) {
    throw new SuiteScriptFault(
      'SSS_INVALID_SRCH_COLUMN',
      'A search column is a name or an object with a name.',
    );
  }
  for (const unsupported of ['summary', 'function']) {
    if (optionalText(column, unsupported) !== '') throw notEmulated(`the ${unsupported} of a search column`);
  }
  const name = requiredText(column, 'name', 'search.createColumn');
  const join = optionalText(column, 'join');
  return {
    ...(join === '' ? splitJoin(name) : { name, join }),
    label: optionalText(column, 'label'),
    formula: optionalText(column, 'formula'),
    sort: parseSort(optionalText(column, 'sort')),
  };
}

/** Whether a column is the one that `getValue` was asked for, by name, by `{ name, join }` or by column object. */
export function isColumn(column: SearchColumn, wanted: SearchColumn): boolean {
  return (
    column.name === wanted.name &&
    column.join === wanted.join &&
    (wanted.formula === '' || column.formula === wanted.formula)
  );
}

/** `attendeeContact.email` is the column email of the join attendeeContact. */
export function splitJoin(path: string): { readonly name: string; readonly join: string } {
  const dot = path.indexOf('.');
  return dot === -1 ? { name: path, join: '' } : { name: path.slice(dot + 1), join: path.slice(0, dot) };
}

function parseSort(sort: string): SortDirection {
  if (sort === '') return 'NONE';
  const direction = Object.values(searchSorts).find((known) => known === sort);
  if (direction === undefined) {
    throw new SuiteScriptFault('SSS_INVALID_SRCH_COLUMN', `"${sort}" is none of the values of search.Sort.`);
  }
  return direction;
}
