/** What the local law firm's Clio account holds. Vocabulary: Clio's OpenAPI of the Manage API v4. */
import type { IssuedCode } from '../core/authorization-codes';

/** `version` counts the writes; the etag is made of it. */
export interface Stamps {
  readonly version: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export type AccessLevel = 'none' | 'read' | 'read_write';

/** The resources of the developer app's access permissions that this sandbox has routes for. */
export type AccessResource = 'calendars' | 'contacts' | 'users';

export interface User extends Stamps {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phoneNumber: string;
  /** Olson name. */
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly accountOwner: boolean;
  readonly subscriptionType: 'Attorney' | 'NonAttorney';
  readonly defaultCalendarId: number;
  /** What the developer app may do for this user: its access permissions, cut to the user's own. */
  readonly access: Readonly<Record<AccessResource, AccessLevel>>;
}

export type CalendarPermission = 'owner' | 'editor' | 'viewer' | 'limited_viewer' | 'none';
export type CalendarType = 'AccountCalendar' | 'AdhocCalendar' | 'UserCalendar';
export type VisibilitySource = 'web' | 'mobile';

export interface Calendar extends Stamps {
  readonly id: number;
  readonly type: CalendarType;
  readonly name: string;
  readonly color: string;
  readonly lightColor: string;
  readonly creatorId: number;
  /** Whose personal calendar it is; `null` for the firm's and for ad hoc calendars. */
  readonly userId: number | null;
  /** By user id; a user who is not in it has `none`. */
  readonly permissions: ReadonlyMap<number, CalendarPermission>;
  /** Where a user has switched the calendar off, by user id. */
  readonly hiddenIn: ReadonlyMap<number, readonly VisibilitySource[]>;
}

export interface EmailAddress extends Stamps {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly primary: boolean;
}

export interface PhoneNumber extends Stamps {
  readonly id: number;
  readonly name: 'Work' | 'Personal' | 'Other';
  readonly number: string;
  readonly primary: boolean;
}

export interface Contact extends Stamps {
  readonly id: number;
  readonly type: 'Company' | 'Person';
  /** The whole name; of a person it is made of the two below. */
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly title: string | null;
  readonly companyId: number | null;
  readonly isClient: boolean;
  readonly emailAddresses: readonly EmailAddress[];
  readonly phoneNumbers: readonly PhoneNumber[];
}

export interface Matter extends Stamps {
  readonly id: number;
  readonly displayNumber: string;
  readonly description: string;
}

export interface EventType extends Stamps {
  readonly id: number;
  readonly name: string;
  readonly color: string;
}

/** A row that ties an entry to a contact or a calendar; there is no answer of the invited in it. */
export interface Attendee extends Stamps {
  readonly rowId: number;
  readonly type: 'Contact' | 'Calendar';
  /** Id of the contact or of the calendar. */
  readonly recordId: number;
}

export interface ExternalProperty extends Stamps {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** All days are dates, written as the epoch milliseconds of their midnight in UTC; `lastDayMs` is part of the entry. */
export type Schedule =
  | { readonly kind: 'timed'; readonly startAtMs: number; readonly endAtMs: number }
  | { readonly kind: 'all-day'; readonly firstDayMs: number; readonly lastDayMs: number };

export interface CalendarEntry extends Stamps {
  readonly id: number;
  readonly calendarOwnerId: number;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  /** Of a recurring entry: the first occurrence. */
  readonly schedule: Schedule;
  /** `start_at_time_zone`: the zone it was entered in, and in which it recurs. */
  readonly timeZone: string;
  /** RFC 5545 without `RRULE:`. */
  readonly recurrenceRule: string | null;
  /** Dates (midnight in UTC, in ms) of occurrences that were deleted or have become entries of their own. */
  readonly exceptDatesMs: readonly number[];
  /** The series that this entry was an occurrence of. */
  readonly parentId: number | null;
  readonly courtRule: boolean;
  readonly matterId: number | null;
  readonly eventTypeId: number | null;
  readonly attendees: readonly Attendee[];
  readonly externalProperties: readonly ExternalProperty[];
}

/** One approval of the developer app by a user; every access token of it has the same refresh token. */
export interface Grant {
  readonly userId: number;
  readonly refreshToken: string;
  /** `null` for the tokens of the seed, which do not expire. */
  readonly expiresAtMs: number | null;
}

export type Region = 'us' | 'eu' | 'ca' | 'au';

export interface ClioState {
  readonly region: Region;
  readonly users: Map<number, User>;
  readonly calendars: Map<number, Calendar>;
  readonly contacts: Map<number, Contact>;
  readonly matters: Map<number, Matter>;
  readonly eventTypes: Map<number, EventType>;
  readonly calendarEntries: Map<number, CalendarEntry>;
  /** By access token. */
  readonly grants: Map<string, Grant>;
  /** By code; what was approved is the sign-in of the user with this id. */
  readonly authorizationCodes: Map<string, IssuedCode<number>>;
}
