/** One call of a built RESTlet: in which account, by whom, when and how. */
import type { NetSuiteState } from '../../sandbox/netsuite/entities';
import type { NetSuiteSwitches } from '../../sandbox/netsuite/switches';
import type { restlets } from '../../src/contract/restlets';

export interface EngineCase {
  /** A sentence; in reports only. */
  readonly name: string;
  readonly restlet: keyof typeof restlets;
  readonly account: NetSuiteState;
  readonly employeeId: string;
  readonly nowMs: number;
  readonly input: Readonly<Record<string, string>>;
  readonly switches?: Partial<NetSuiteSwitches>;
  /** Usage units it may spend; 5,000 where it is left out. */
  readonly unitBudget?: number;
  /** Its reply says whether the engine has `Intl`; that of every other case must be the same with and without. */
  readonly tellsOfIntl?: boolean;
}
