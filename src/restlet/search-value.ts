/** Reads one value of a search result as text; an empty one where NetSuite has none. */
import type { Column, Result } from 'N/search';

export const searchValue = (result: Result, column: string | Column): string => {
  const value: unknown = typeof column === 'string' ? result.getValue(column) : result.getValue(column);
  return value === null || value === undefined ? '' : String(value).trim();
};

export const searchText = (result: Result, column: string): string => {
  const text: unknown = result.getText(column);
  return text === null || text === undefined ? '' : String(text).trim();
};

/** Internal id of the record behind a row. */
export const recordId = (result: Result): string => String(result.id);
