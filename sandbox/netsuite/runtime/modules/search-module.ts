/** `N/search`: searches over calendar events and entities (section_4486596158, netsuite.md §1.4 and §1.8). */
import { memberOf, requiredMember, requiredText } from '../script-arguments';
import type { ModuleMembers, RunContext } from '../run-context';
import { parseColumn, parseColumns } from '../search/search-column';
import { searchOperators, searchSorts, searchSummaries, searchTypes } from '../search/search-enums';
import { parseFilters } from '../search/search-filter';
import { createPagedData } from '../search/paged-data';
import { createResultSet } from '../search/result-set';
import { runSearch, searchTypeOf } from '../search/run-search';
import type { SearchDefinition } from '../search/run-search';
import { lookupValue } from '../search/search-result';
import { SuiteScriptFault, notEmulated } from '../suitescript-fault';

export function createSearchModule(context: RunContext): ModuleMembers {
  return {
    create: (options: unknown) => createSearch(options, context),
    createColumn: (options: unknown) => {
      const column = parseColumn(requireOptions(options, 'search.createColumn'));
      return { ...column, summary: null, function: null };
    },
    createFilter: (options: unknown) => {
      const caller = 'search.createFilter';
      const filter = {
        name: requiredText(options, 'name', caller),
        join: memberOf(options, 'join') ?? null,
        operator: requiredText(options, 'operator', caller),
        values: memberOf(options, 'values'),
        formula: memberOf(options, 'formula') ?? null,
        summary: memberOf(options, 'summary') ?? null,
      };
      parseFilters(filter);
      return filter;
    },
    lookupFields: (options: unknown) => lookupFields(options, context),
    load: refuse('load'),
    delete: refuse('delete'),
    duplicates: refuse('duplicates'),
    global: refuse('global'),
    Type: searchTypes,
    Operator: searchOperators,
    Sort: searchSorts,
    Summary: searchSummaries,
  };
}

/** Columns and filters are parsed when they are given, and checked against the type when the search runs. */
function createSearch(options: unknown, context: RunContext): object {
  const type = searchTypeOf(requiredText(options, 'type', 'search.create'));
  let columns: unknown = memberOf(options, 'columns') ?? [];
  let filters: unknown = memberOf(options, 'filterExpression') ?? memberOf(options, 'filters') ?? [];
  const define = (): SearchDefinition => ({
    type,
    columns: parseColumns(columns),
    filter: parseFilters(filters),
  });
  define();
  const search = {
    searchType: type,
    searchId: null,
    title: memberOf(options, 'title') ?? null,
    id: memberOf(options, 'id') ?? null,
    isPublic: false,
    get columns(): unknown {
      return parseColumns(columns);
    },
    set columns(next: unknown) {
      columns = next;
      define();
    },
    get filters(): unknown {
      return filters;
    },
    set filters(next: unknown) {
      filters = next;
      define();
    },
    get filterExpression(): unknown {
      return filters;
    },
    set filterExpression(next: unknown) {
      filters = next;
      define();
    },
    run: () => createResultSet(define(), context),
    runPaged: (pagedOptions: unknown) => createPagedData(define(), pagedOptions, context, search),
    save: () => {
      throw notEmulated('saved searches');
    },
  };
  return search;
}

function lookupFields(options: unknown, context: RunContext): Readonly<Record<string, unknown>> {
  const caller = 'search.lookupFields';
  const type = requiredText(options, 'type', caller);
  const id = requiredText(options, 'id', caller);
  const columns = parseColumns(requiredMember(options, 'columns', caller));
  context.governance.charge('search.lookupFields');
  const filter = parseFilters([['internalid', 'anyof', id]]);
  const [hit] = runSearch({ type, columns, filter }, context).slice(0, 1);
  if (hit === undefined) return {};
  return Object.fromEntries(
    columns.map(({ name, join }, index) => [
      join === '' ? name : `${join}.${name}`,
      lookupValue(hit.cells[index]),
    ]),
  );
}

function requireOptions(options: unknown, caller: string): unknown {
  if (typeof options === 'object' && options !== null) return options;
  throw new SuiteScriptFault('SSS_MISSING_REQD_ARGUMENT', `${caller}: Missing a required argument: options`);
}

function refuse(name: string): () => never {
  return () => {
    throw notEmulated(`search.${name}`);
  };
}
