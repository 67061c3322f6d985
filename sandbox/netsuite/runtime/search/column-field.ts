import type { SearchColumn } from './search-column';

/** Dates and numbers sort as such; undefined is an empty value, which comes last in ascending order. */
export type SortKey = string | number | undefined;

/** How a column of a search type is read from a row of the result. */
export interface ColumnField<Row> {
  /** What `getValue` gives. */
  readonly value: (row: Row) => string | boolean;
  /** What `getText` gives; only select fields have it. */
  readonly text?: (row: Row) => string;
  /** Left out where the column sorts by its text, or by its value without regard to case. */
  readonly sortKey?: (row: Row) => SortKey;
}

/** Finds the field of a column, by name. */
export type ColumnFields<Row> = ReadonlyMap<string, ColumnField<Row>>;

export function sortKeyOf<Row>(field: ColumnField<Row>): (row: Row) => SortKey {
  if (field.sortKey !== undefined) return field.sortKey;
  const read = field.text ?? field.value;
  return (row) => {
    const value = read(row);
    if (typeof value === 'boolean') return Number(value);
    return value === '' ? undefined : value.toLowerCase();
  };
}

/** A search type: its rows, and how to read what the columns ask of them. */
export interface SearchSource<Row> {
  readonly rows: readonly Row[];
  readonly recordType: (row: Row) => string;
  readonly id: (row: Row) => string;
  /** Throws a SuiteScriptFault for a column that does not exist. */
  readonly fieldOf: (column: SearchColumn) => ColumnField<Row>;
}
