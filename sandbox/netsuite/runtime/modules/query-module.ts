/** `N/query`: scripts may depend on it, but no query can be run, because no account was there to read its tables. */
import { notEmulated } from '../suitescript-fault';
import type { ModuleMembers } from '../run-context';

const runners = [
  'create',
  'delete',
  'load',
  'listTables',
  'runSuiteQL',
  'runSuiteQLPaged',
  'createPeriod',
  'createRelativeDate',
] as const;

export function createQueryModule(): ModuleMembers {
  return Object.fromEntries(
    runners.map((name) => [
      name,
      () => {
        throw notEmulated(
          `query.${name}: table and column names of SuiteQL are unverified (netsuite.md §1.7)`,
        );
      },
    ]),
  );
}
