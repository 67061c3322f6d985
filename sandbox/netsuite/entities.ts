/** What the local NetSuite account holds. Vocabulary: SuiteScript Records Browser, calendarevent and the entities. */

export type PersonKind = 'contact' | 'customer' | 'vendor' | 'employee';

/** The preferences of Home > Set Preferences that shape every string a search returns. */
export interface Preferences {
  /** Olson name, one of the 88 values of `format.Timezone`. */
  readonly timeZone: string;
  /** `M/D/YYYY`, `DD.MM.YYYY`, `D-Mon-YYYY`, `D MONTH, YYYY`, … */
  readonly dateFormat: string;
  /** `h:mm a`, `H:mm`, `h-mm a` or `H-mm`. */
  readonly timeFormat: string;
}

/** All entities share one internal id space, as in NetSuite. */
export interface Person {
  readonly internalId: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Company a contact works for; empty where there is none. */
  readonly company: string;
  readonly isInactive: boolean;
}

/** An employee who can sign in. */
export interface User {
  readonly employeeId: string;
  readonly roleScriptId: string;
  /** `administrator` may do everything; other roles hold permission ids such as LIST_EVENT with a level. */
  readonly permissions: 'administrator' | Readonly<Record<string, 'VIEW' | 'CREATE' | 'EDIT' | 'FULL'>>;
  readonly preferences: Preferences;
  /** Bearer token that signs this user in. */
  readonly token: string;
}

export type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'COMPLETE' | 'CANCELLED';
export type AccessLevel = 'PUBLIC' | 'PRIVATE' | 'SHOW AS BUSY';

export interface EventAttendee {
  readonly personId: string;
  /** Values of the REST schema; SuiteScript's spelling of NO_RESPONSE is a switch. */
  readonly response: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NO_RESPONSE';
  readonly attendance: 'REQUIRED' | 'OPTIONAL';
}

/** One stretch of time of an event, as instants. A recurring event has several, and an occurrence may span days. */
export interface Occurrence {
  readonly startMs: number;
  readonly endMs: number;
}

export interface CalendarEvent {
  readonly internalId: string;
  readonly externalId: string;
  readonly title: string;
  readonly message: string;
  readonly location: string;
  readonly status: EventStatus;
  readonly accessLevel: AccessLevel;
  readonly organizerId: string;
  readonly ownerId: string;
  /** The zone it was entered in. */
  readonly timeZone: string;
  readonly allDay: boolean;
  /** First entry is the event itself; more than one entry makes it recurring. */
  readonly occurrences: readonly [Occurrence, ...Occurrence[]];
  readonly attendees: readonly EventAttendee[];
  readonly createdMs: number;
  readonly lastModifiedMs: number;
}

export interface NetSuiteState {
  /** Account id, e.g. `TSTDRV1234567`. */
  readonly accountId: string;
  readonly companyTimeZone: string;
  readonly people: Map<string, Person>;
  readonly users: Map<string, User>;
  readonly events: Map<string, CalendarEvent>;
  /** Script parameters (`custscript_…`) that the administrator has set on the deployments. */
  readonly scriptParameters?: Map<string, string>;
}
