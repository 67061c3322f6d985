/** `search.Result`: one row as scripts read it. */
import { isColumn, parseColumn } from './search-column';
import type { SearchColumn } from './search-column';
import type { SearchCell, SearchHit } from './search-execution';

/** A column that the search did not ask for reads as null, as does the text of a column that is no select field. */
export function createResult(hit: SearchHit, columns: readonly SearchColumn[]) {
  const cellOf = (argument: unknown): SearchCell | undefined => {
    const wanted = parseColumn(argument);
    return hit.cells[columns.findIndex((column) => isColumn(column, wanted))];
  };
  const allValues = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      columns.map((column, index) => [
        column.join === '' ? column.name : `${column.join}.${column.name}`,
        lookupValue(hit.cells[index]),
      ]),
    );
  return {
    id: hit.id,
    recordType: hit.recordType,
    columns,
    getValue: (argument: unknown) => cellOf(argument)?.value ?? null,
    getText: (argument: unknown) => cellOf(argument)?.text ?? null,
    getAllValues: allValues,
    toJSON: () => ({ recordType: hit.recordType, id: hit.id, values: allValues() }),
  };
}

/** Select fields are lists of value and text, as in `search.lookupFields`; other fields are what they are. */
export function lookupValue(cell: SearchCell | undefined): unknown {
  if (cell?.text === undefined) return cell?.value;
  return cell.value === '' ? [] : [{ value: cell.value, text: cell.text }];
}
