/** Chooses what a search type reads, after the check that every search needs. */
import { requirePermission } from '../permission';
import type { RunContext } from '../run-context';
import { SuiteScriptFault } from '../suitescript-fault';
import { createCalendarEventSource } from './calendar-event-search';
import { createEntitySource } from './entity-search';
import { searchTypes } from './search-enums';
import { executeSearch } from './search-execution';
import type { SearchHits } from './search-execution';
import type { SearchColumn } from './search-column';
import type { SearchFilter } from './search-filter';

/** A search as a script defined it. */
export interface SearchDefinition {
  readonly type: string;
  readonly columns: readonly SearchColumn[];
  readonly filter: SearchFilter;
}

/** @throws SuiteScriptFault for missing permissions and for names that the type does not have. */
export function runSearch({ type, columns, filter }: SearchDefinition, context: RunContext): SearchHits {
  requirePermission(context.user, 'LIST_FIND', 'VIEW');
  const searchType = searchTypeOf(type);
  context.countSearch();
  return searchType === 'calendarevent'
    ? executeSearch(columns, createCalendarEventSource(columns, filter, context))
    : executeSearch(columns, createEntitySource(searchType, filter, context));
}

/** @throws SuiteScriptFault INVALID_SEARCH_TYPE */
export function searchTypeOf(type: string): (typeof searchTypes)[keyof typeof searchTypes] {
  const known = Object.values(searchTypes).find((name) => name === type.toLowerCase());
  if (known === undefined) {
    throw new SuiteScriptFault('INVALID_SEARCH_TYPE', `The search type ${type} is invalid or not emulated.`);
  }
  return known;
}
