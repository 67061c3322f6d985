/** `search.ResultSet`: reads a search without pages, within the documented limits. */
import type { RunContext } from '../run-context';
import { requiredMember } from '../script-arguments';
import { SuiteScriptFault } from '../suitescript-fault';
import { runSearch } from './run-search';
import type { SearchDefinition } from './run-search';
import { createResult } from './search-result';
import type { SearchHits } from './search-execution';

const maxEachRows = 4_000;
const maxRangeRows = 1_000;

/** The search goes to the database at the first read, not at `run()`. */
export function createResultSet(definition: SearchDefinition, context: RunContext) {
  const { columns } = definition;
  let hits: SearchHits | undefined;
  const results = (start: number, end: number) => {
    hits ??= runSearch(definition, context);
    return hits.slice(start, end).map((hit) => createResult(hit, columns));
  };
  return {
    columns,
    each(callback: unknown) {
      if (typeof callback !== 'function') {
        throw new SuiteScriptFault('SSS_MISSING_REQD_ARGUMENT', 'ResultSet.each: a callback is required.');
      }
      context.governance.charge('ResultSet.each');
      for (const [index, result] of results(0, maxEachRows + 1).entries()) {
        if (index === maxEachRows) {
          throw new SuiteScriptFault(
            'SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED',
            `ResultSet.each stops after ${maxEachRows} rows: use runPaged.`,
          );
        }
        if (Reflect.apply(callback, undefined, [context.realm.toScript(result)]) !== true) return;
      }
    },
    getRange(options: unknown) {
      const start = Number(requiredMember(options, 'start', 'ResultSet.getRange'));
      const end = Number(requiredMember(options, 'end', 'ResultSet.getRange'));
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
        throw new SuiteScriptFault(
          'SSS_INVALID_SEARCH_RESULT_INDEX',
          `No rows ${start} to ${end} in a search.`,
        );
      }
      if (end - start > maxRangeRows) {
        throw new SuiteScriptFault(
          'SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
          `No more than ${maxRangeRows} rows may be requested at one time.`,
        );
      }
      context.governance.charge('ResultSet.getRange');
      return results(start, end);
    },
  };
}
