/** The enums of `N/search` with the values that NetSuite gives them (netsuite.md §1.1, §7). */

/** The search types the emulator runs. */
export const searchTypes = {
  CALENDAR_EVENT: 'calendarevent',
  CONTACT: 'contact',
  CUSTOMER: 'customer',
  EMPLOYEE: 'employee',
  ENTITY: 'entity',
  VENDOR: 'vendor',
} as const;

const operatorNames = [
  'AFTER',
  'ALLOF',
  'ANY',
  'ANYOF',
  'BEFORE',
  'BETWEEN',
  'CONTAINS',
  'DOESNOTCONTAIN',
  'DOESNOTSTARTWITH',
  'EQUALTO',
  'GREATERTHAN',
  'GREATERTHANOREQUALTO',
  'HASKEYWORDS',
  'IS',
  'ISEMPTY',
  'ISNOT',
  'ISNOTEMPTY',
  'LESSTHAN',
  'LESSTHANOREQUALTO',
  'NONEOF',
  'NOTAFTER',
  'NOTALLOF',
  'NOTBEFORE',
  'NOTBETWEEN',
  'NOTEQUALTO',
  'NOTGREATERTHAN',
  'NOTGREATERTHANOREQUALTO',
  'NOTLESSTHAN',
  'NOTLESSTHANOREQUALTO',
  'NOTON',
  'NOTONORAFTER',
  'NOTONORBEFORE',
  'NOTWITHIN',
  'ON',
  'ONORAFTER',
  'ONORBEFORE',
  'STARTSWITH',
  'WITHIN',
] as const;

export const searchOperators: Readonly<Record<string, string>> = Object.fromEntries(
  operatorNames.map((name) => [name, name.toLowerCase()]),
);

export const searchSorts = { ASC: 'ASC', DESC: 'DESC', NONE: 'NONE' } as const;

export const searchSummaries = {
  GROUP: 'GROUP',
  COUNT: 'COUNT',
  SUM: 'SUM',
  AVG: 'AVG',
  MIN: 'MIN',
  MAX: 'MAX',
} as const;
