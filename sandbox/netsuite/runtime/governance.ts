import { SuiteScriptFault } from './suitescript-fault';

/** Usage units of the calls the emulator knows, for non-transaction records (section_157072844224). */
export const unitCosts = {
  'ResultSet.each': 10,
  'ResultSet.getRange': 10,
  'Search.runPaged': 5,
  'PagedData.fetch': 5,
  'Page.next': 5,
  'Page.prev': 5,
  'search.lookupFields': 1,
  'query.run': 10,
  'record.load': 5,
  'record.create': 5,
  'record.submitFields': 5,
  'Record.save': 10,
  'record.delete': 10,
  'config.load': 10,
} as const satisfies Record<string, number>;

/** Usage units that one execution of a RESTlet may spend (section_4640094112). */
export const restletUnitBudget = 5_000;

const exhaustedMessage = 'Script Execution Usage Limit Exceeded';

/** Counts the usage units of one script execution. */
export interface Governance {
  /** @throws SuiteScriptFault SSS_USAGE_LIMIT_EXCEEDED when the units left do not cover the operation. */
  charge(operation: keyof typeof unitCosts): void;
  /** @throws SuiteScriptFault SSS_USAGE_LIMIT_EXCEEDED once a charge has failed: the script is being stopped. */
  assertNotExhausted(): void;
  isExhausted(): boolean;
  usedUnits(): number;
  remainingUnits(): number;
}

/** Starts the meter of one execution. A charge that fails spends nothing. */
export function createGovernance(options: { readonly unitBudget: number }): Governance {
  let usedUnits = 0;
  let exhausted = false;
  const assertNotExhausted = (): void => {
    if (exhausted) throw usageLimitExceeded();
  };
  return {
    charge(operation) {
      assertNotExhausted();
      if (usedUnits + unitCosts[operation] > options.unitBudget) {
        exhausted = true;
        throw usageLimitExceeded();
      }
      usedUnits += unitCosts[operation];
    },
    assertNotExhausted,
    isExhausted: () => exhausted,
    usedUnits: () => usedUnits,
    remainingUnits: () => options.unitBudget - usedUnits,
  };
}

/** The error that ends a script which spent its units (netsuite.md §3). */
export function usageLimitExceeded(): SuiteScriptFault {
  return new SuiteScriptFault('SSS_USAGE_LIMIT_EXCEEDED', exhaustedMessage);
}
