/** `search.PagedData`: reads a search page by page (section_4486596158, section_4486609298). */
import type { RunContext } from '../run-context';
import { memberOf, requiredMember } from '../script-arguments';
import { SuiteScriptFault } from '../suitescript-fault';
import { runSearch } from './run-search';
import type { SearchDefinition } from './run-search';
import type { OrderOfTies } from './search-execution';
import { createResult } from './search-result';

const defaultPageSize = 50;
const minPageSize = 5;
const maxPageSize = 1_000;
const maxPages = 1_000;

interface PageRange {
  readonly index: number;
  readonly compoundLabel: string;
}

export function createPagedData(
  definition: SearchDefinition,
  options: unknown,
  context: RunContext,
  searchDefinition: object,
) {
  const { columns } = definition;
  const pageSize = readPageSize(options);
  requireSort(definition);
  context.governance.charge('Search.runPaged');
  const hits = runSearch(definition, context);
  const pageRanges = createPageRanges(hits.count, pageSize);

  const pagedData = {
    count: hits.count,
    pageSize,
    pageRanges,
    searchDefinition,
    fetch: (argument: unknown) => {
      const index = Number(requiredMember(argument, 'index', 'PagedData.fetch'));
      return readPage(index, 'PagedData.fetch');
    },
  };

  function readPage(index: number, operation: 'PagedData.fetch' | 'Page.next' | 'Page.prev'): object {
    const pageRange = pageRanges[index];
    if (pageRange === undefined) {
      throw new SuiteScriptFault(
        'INVALID_PAGE_RANGE',
        `Invalid page range: ${index} of a search with ${pageRanges.length} pages.`,
      );
    }
    context.governance.charge(operation);
    const start = index * pageSize;
    return {
      data: hits.slice(start, start + pageSize, tiesOf(index)).map((hit) => createResult(hit, columns)),
      isFirst: index === 0,
      isLast: index === pageRanges.length - 1,
      pageRange,
      pagedData,
      next: () => readPage(index + 1, 'Page.next'),
      prev: () => readPage(index - 1, 'Page.prev'),
    };
  }

  return pagedData;
}

/**
 * Each page is a query of its own ("results are not cached", section_4486596158), and what the sort leaves open may come
 * otherwise in the next one: who sorts ambiguously gets a row twice, and another never.
 */
function tiesOf(page: number): OrderOfTies {
  return page % 2 === 0 ? 'as in the source' : 'reversed';
}

function readPageSize(options: unknown): number {
  const given = memberOf(options, 'pageSize') ?? defaultPageSize;
  const pageSize = Number(given);
  if (Number.isInteger(pageSize) && pageSize >= minPageSize && pageSize <= maxPageSize) return pageSize;
  throw new SuiteScriptFault(
    'VALUE_1_OUTSIDE_OF_VALID_MINMAX_RANGE_FOR_FIELD_2',
    `pageSize ${String(given)} is outside of the range ${minPageSize} to ${maxPageSize}.`,
  );
}

function requireSort({ columns }: SearchDefinition): void {
  if (columns.some(({ sort }) => sort !== 'NONE')) return;
  throw new SuiteScriptFault(
    'SSS_MISSING_REQD_ARGUMENT',
    'Search.runPaged: "You must specify a sorting order" (section_4486596158): give a column a sort.',
  );
}

function createPageRanges(count: number, pageSize: number): readonly PageRange[] {
  const pages = Math.min(Math.ceil(count / pageSize), maxPages);
  return Array.from({ length: pages }, (_, index) => ({
    index,
    compoundLabel: `${index * pageSize + 1} - ${Math.min((index + 1) * pageSize, count)}`,
  }));
}
