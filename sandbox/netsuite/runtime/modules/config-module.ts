/** `N/config`: the preference pages that hold formats and time zones (bridgehead_N3254790, bridgehead_N3253690). */
import { nameArgument, requiredText } from '../script-arguments';
import { notEmulated } from '../suitescript-fault';
import type { ModuleMembers, RunContext } from '../run-context';

const configTypes = {
  USER_PREFERENCES: 'userpreferences',
  COMPANY_INFORMATION: 'companyinformation',
  COMPANY_PREFERENCES: 'companypreferences',
  ACCOUNTING_PREFERENCES: 'accountingpreferences',
  ACCOUNTING_PERIODS: 'accountingperiods',
  TAX_PERIODS: 'taxperiods',
  FEATURES: 'companyfeatures',
  TIME_POST: 'timepost',
  TIME_VOID: 'timevoid',
} as const;

export function createConfigModule({ state, user, governance }: RunContext): ModuleMembers {
  const { timeZone, dateFormat, timeFormat } = user.preferences;
  const pages: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    [configTypes.USER_PREFERENCES]: new Map([
      ['TIMEZONE', timeZone],
      ['DATEFORMAT', dateFormat],
      ['TIMEFORMAT', timeFormat],
    ]),
    [configTypes.COMPANY_INFORMATION]: new Map([
      ['TIMEZONE', state.companyTimeZone],
      ['COMPANYID', state.accountId],
    ]),
  };
  return {
    load(options: unknown) {
      const type = requiredText(options, 'type', 'config.load');
      const page = pages[type];
      if (page === undefined) throw notEmulated(`the configuration page ${type}`);
      governance.charge('config.load');
      const read = (argument: unknown): string | null =>
        page.get(nameArgument(argument, 'fieldId', 'getValue').toUpperCase()) ?? null;
      return { type, id: type, getValue: read, getText: read };
    },
    Type: configTypes,
  };
}
