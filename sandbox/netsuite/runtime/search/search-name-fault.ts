import { SuiteScriptFault } from '../suitescript-fault';

/** Throws for a column that the search type, or the join, does not have. */
export function columnFault(type: string, name: string, join: string): never {
  throw new SuiteScriptFault(
    'SSS_INVALID_SRCH_COLUMN',
    `A search of ${type} has no column "${joined(name, join)}", or it is not in proper syntax.`,
  );
}

/** Throws for a filter that the search type, or the join, does not have. */
export function filterFault(type: string, name: string, join: string): never {
  throw new SuiteScriptFault(
    'SSS_INVALID_SRCH_FILTER_EXPR',
    `A search of ${type} has no filter "${joined(name, join)}", or it is not in proper syntax.`,
  );
}

function joined(name: string, join: string): string {
  return join === '' ? name : `${join}.${name}`;
}
