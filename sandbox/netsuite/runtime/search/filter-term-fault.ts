import { SuiteScriptFault } from '../suitescript-fault';
import type { FilterTerm } from './search-filter';

/** For an operator that the kind of field does not know. */
export function operatorFault({ name, operator }: FilterTerm, kind: string): SuiteScriptFault {
  return new SuiteScriptFault(
    'SSS_INVALID_SRCH_OPERATOR',
    `The filter "${name}" is a ${kind} field: it has no operator "${operator}".`,
  );
}

/** For values that the operator cannot use. */
export function valueFault({ name, operator }: FilterTerm, problem: string): SuiteScriptFault {
  return new SuiteScriptFault('SSS_INVALID_SRCH_FILTER_EXPR', `Filter "${name} ${operator}": ${problem}`);
}
