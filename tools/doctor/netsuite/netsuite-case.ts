/** What the NetSuite checks work with, and what they find out for each other. */
import type { CalendarAdapter } from '../../../bridge/adapters/calendar-adapter';
import type { CrmTokens } from '../../../bridge/sign-in/sign-in-provider';
import type { CreatedRecords } from '../created-records';
import type { Diagnostics } from './netsuite-replies';
import type { NetSuitePerson } from './netsuite-person';

/** An event that the doctor made at a known instant. */
export interface MarkedEvent {
  readonly id: string;
  readonly name: 'before' | 'after';
  /** Epoch milliseconds. */
  readonly startMs: number;
}

/** Each is found by one check and used by later ones. */
export interface NetSuiteFacts {
  /** IANA name of the user's zone. */
  timeZone?: string;
  /** Made through the REST Record API on either side of a change of the user's clock. */
  events?: readonly MarkedEvent[];
  /** `NAME=value` of the setting that makes the zone of the REST Record API right. */
  recordZoneSetting?: string;
  /** What an administrator sees from inside. */
  diagnostics?: Diagnostics;
  /** Length of an all-day event and whether the listing knows it for one. */
  allDay?: { readonly minutes: number; readonly isKnown: boolean };
}

export interface NetSuiteCase {
  readonly adapter: CalendarAdapter;
  /** `user` or an IANA name, as the bridge is set. */
  readonly recordTimeZone: string;
  readonly user: NetSuitePerson;
  readonly other: NetSuitePerson | undefined;
  readonly administrators: readonly NetSuitePerson[];
  readonly signedIn: CrmTokens | undefined;
  readonly markedTitle: string;
  readonly created: CreatedRecords;
  readonly nowMs: () => number;
  readonly facts: NetSuiteFacts;
}
