/** Runs a search once: sorts its rows, and reads columns only of the rows that a script fetches. */
import { sortKeyOf } from './column-field';
import type { ColumnField, SearchSource, SortKey } from './column-field';
import type { SearchColumn } from './search-column';

/** One row of a result, read. The cells are in the order of the columns. */
export interface SearchHit {
  readonly recordType: string;
  readonly id: string;
  readonly cells: readonly SearchCell[];
}

/** `text` is undefined where the column is not a select field. */
export interface SearchCell {
  readonly value: string | boolean;
  readonly text: string | undefined;
}

/** In which order rows come that are equal in all columns of the sort. */
export type OrderOfTies = 'as in the source' | 'reversed';

export interface SearchHits {
  readonly count: number;
  /** The rows from `start` up to and without `end`, as far as there are any. */
  slice(start: number, end: number, ties?: OrderOfTies): readonly SearchHit[];
}

/** Sorts by the columns with a direction, in their order. */
export function executeSearch<Row>(columns: readonly SearchColumn[], source: SearchSource<Row>): SearchHits {
  const fields = columns.map(source.fieldOf);
  const rows = sortRows(source.rows, columns, fields);
  let reversed: readonly Row[] | undefined;
  const inOrder = (ties: OrderOfTies): readonly Row[] =>
    ties === 'reversed' ? (reversed ??= sortRows([...source.rows].reverse(), columns, fields)) : rows;
  return {
    count: rows.length,
    slice: (start, end, ties = 'as in the source') =>
      inOrder(ties)
        .slice(start, end)
        .map((row) => ({
          recordType: source.recordType(row),
          id: source.id(row),
          cells: fields.map((field) => ({ value: field.value(row), text: field.text?.(row) })),
        })),
  };
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly SearchColumn[],
  fields: readonly ColumnField<Row>[],
): readonly Row[] {
  const orders = fields.flatMap((field, index) => {
    const direction = columns[index]?.sort ?? 'NONE';
    return direction === 'NONE' ? [] : [{ keyOf: sortKeyOf(field), sign: direction === 'ASC' ? 1 : -1 }];
  });
  if (orders.length === 0) return rows;
  return rows
    .map((row) => ({ row, keys: orders.map(({ keyOf }) => keyOf(row)) }))
    .sort((left, right) => {
      for (const [index, { sign }] of orders.entries()) {
        const order = compareKeys(left.keys[index], right.keys[index]);
        if (order !== 0) return order * sign;
      }
      return 0;
    })
    .map(({ row }) => row);
}

function compareKeys(left: SortKey, right: SortKey): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : 1;
}
