/** The README's table of what each CRM can do, made from what the adapters say of themselves. */
import { createBullhornAdapter } from '../bridge/adapters/bullhorn';
import type { CalendarCapabilities } from '../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../bridge/adapters/clio';
import { createNetSuiteAdapter } from '../bridge/adapters/netsuite';

const log = { warn: () => undefined };

const capabilities: Readonly<Record<string, CalendarCapabilities>> = {
  NetSuite: createNetSuiteAdapter({ recordTimeZone: 'user', log }).capabilities,
  Bullhorn: createBullhornAdapter({ log }).capabilities,
  Clio: createClioAdapter().capabilities,
};

const yesNo = (can: boolean): string => (can ? 'yes' : 'no');

const cancelling = {
  status: 'stays, marked as cancelled',
  'soft-delete': 'is hidden, not erased',
  delete: 'deletes it',
} as const satisfies Record<CalendarCapabilities['cancel'], string>;

const rows: readonly (readonly [string, (one: CalendarCapabilities) => string])[] = [
  ['list, create, edit, refresh', () => 'yes'],
  ['confirm', ({ confirm }) => (confirm === 'native' ? 'yes' : 'says that this CRM cannot')],
  ['cancel', ({ cancel }) => cancelling[cancel]],
  ['statuses it keeps', ({ statuses }) => statuses.join(', ')],
  ['attendees', ({ attendeeKinds }) => attendeeKinds.join(', ')],
  ['location', ({ location }) => yesNo(location)],
  ['past midnight', ({ crossesMidnight }) => yesNo(crossesMidnight)],
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Markdown, without a line break at its end. */
export const capabilitiesTable = (): string =>
  [
    line(['', ...Object.keys(capabilities)]),
    line(['', ...Object.keys(capabilities)].map(() => '---')),
    ...rows.map(([name, cell]) => line([name, ...Object.values(capabilities).map(cell)])),
  ].join('\n');
