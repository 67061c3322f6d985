/** What the tests know of each CRM: its name, its consent page, what it can do, and which calls an action makes there. */
import type { Platform } from '../../src/contract/operations';
import type { FaultRule } from '../../sandbox/core/fault-rule';

export interface CrmFacts {
  readonly platform: Platform;
  readonly name: string;
  /** Buttons of the consent page, in their order. */
  readonly allow: readonly string[];
  readonly deny: string;
  readonly user: string;
  /** Somebody whom it knows, and what to type to find them. */
  readonly person: { readonly typed: string; readonly name: string };
  /** As the page names the zone of the user; Bullhorn tells nobody's. */
  readonly zone: string | undefined;
  readonly canConfirm: boolean;
  /** Status in the CRM after a cancel; undefined: it is gone. */
  readonly cancelledStatus: string | undefined;
  /** What the page says of cancelling before it is done. */
  readonly cancelMeans: RegExp;
  readonly calls: Readonly<Record<'list' | 'create', Pick<FaultRule, 'method' | 'path'>>>;
}

export const netsuite = {
  platform: 'netsuite',
  name: 'NetSuite',
  allow: ['Allow'],
  deny: 'Deny',
  user: 'Maya Delgado',
  person: { typed: 'Raghun', name: 'Priya Raghunathan' },
  zone: 'Los Angeles',
  canConfirm: true,
  cancelledStatus: 'CANCELLED',
  cancelMeans: /stays in NetSuite, marked as cancelled/,
  calls: {
    list: { path: '*restlet.nl?*customscript_rcfetchcalendarevents*' },
    create: { method: 'POST', path: '*/calendarEvent' },
  },
} as const satisfies CrmFacts;

export const bullhorn = {
  platform: 'bullhorn',
  name: 'Bullhorn',
  allow: ['Log in'],
  deny: 'Cancel',
  user: 'Dana Whitfield',
  person: { typed: 'Olivia', name: 'Olivia Hart' },
  zone: undefined,
  canConfirm: false,
  cancelledStatus: 'hidden',
  cancelMeans: /hidden in Bullhorn, not erased/,
  calls: {
    list: { path: '*/query/*' },
    create: { method: 'PUT', path: '*/entity/Appointment' },
  },
} as const satisfies CrmFacts;

export const clio = {
  platform: 'clio',
  name: 'Clio',
  allow: ['Allow'],
  deny: 'Deny',
  user: 'Maria Keller',
  person: { typed: 'Petrova', name: 'Anya Petrova' },
  zone: 'Los Angeles',
  canConfirm: false,
  cancelledStatus: undefined,
  cancelMeans: /deleted there, and cannot be brought back/,
  calls: {
    list: { method: 'GET', path: '*/calendar_entries*' },
    create: { method: 'POST', path: '*/calendar_entries.json' },
  },
} as const satisfies CrmFacts;

export const crms: readonly CrmFacts[] = [netsuite, bullhorn, clio];
