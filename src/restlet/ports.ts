/** What the operations need from NetSuite, in NetSuite's own strings; the edge files beside implement it over N/*. */
import type { EntityType, FormatFacts, FoundPerson } from '../contract/restlets';

/** A calendar event as a search returns it: every value a string in the caller's formats. */
export interface EventRecord {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly location: string;
  readonly status: string;
  readonly startDate: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Date and time of an occurrence of a recurring event; empty for others. */
  readonly instanceStart: string;
  readonly instanceEnd: string;
  readonly isAllDay: boolean;
  /** Zone the event was entered in; empty unless the account shows times in it, and where NetSuite does not tell. */
  readonly timeZone: string;
  readonly organizerId: string;
  readonly organizerName: string;
  readonly lastModified: string;
}

export interface AttendeeRecord {
  readonly id: string;
  readonly name: string;
  readonly response: string;
  /** Known at once for contacts and customers; for others the people have to be asked for. */
  readonly type: EntityType | '';
  readonly email: string;
}

export interface EventQuery {
  /** Wall ms of the first and last day, in the user's days, both inclusive. Absent: any day. */
  readonly days?: { readonly first: number; readonly last: number };
  /**
   * Whose events they must be: of somebody who attends them, or who attends or organizes them. One person only: a
   * search tests all its conditions on one and the same attendee, and no attendee is two people.
   */
  readonly person?: { readonly id: string; readonly role: 'attendee' | 'participant' };
  /** At most a thousand of them (netsuite.md §8.9). */
  readonly eventIds?: readonly string[];
  /** The title contains every one of these. */
  readonly titleWords: readonly string[];
}

/** On whose clock the account shows times of events: the reader's, or that of the zone they were entered in. */
export type EventTimesIn = 'reader-zone' | 'event-zone';

/** The result of a search that has been run: counted, read in slices. Newest first. */
export interface EventSearch {
  readonly count: number;
  /** Events from `from` (inclusive) to `to` (exclusive). */
  read(from: number, to: number): readonly EventRecord[];
}

export interface EventAttendees {
  readonly byEventId: ReadonlyMap<string, readonly AttendeeRecord[]>;
  /** False when units ran short: then only the events in `completeIds` have all their attendees here. */
  readonly isComplete: boolean;
  readonly completeIds: ReadonlySet<string>;
}

export interface CalendarEventRepository {
  search(query: EventQuery, pageSize: number): EventSearch;
  /** Attendees of these events, leaving `reserveUnits` of the script's units untouched. */
  attendeesOf(eventIds: readonly string[], reserveUnits: number): EventAttendees;
}

export interface PersonKindAndEmail {
  readonly type: EntityType;
  readonly email: string;
}

export interface PersonKinds {
  /** Which of these people are of which of these kinds; those the role may not see are left out. */
  kindsOf(ids: readonly string[], kinds: readonly EntityType[]): ReadonlyMap<string, PersonKindAndEmail>;
}

export interface PersonNames {
  /** People of one kind whose name contains every word; up to `limit`, by name. */
  findByName(kind: EntityType, words: readonly string[], limit: number): readonly FoundPerson[];
}

/** Reads and writes dates and times in the formats of the user's preferences. */
export interface UserFormat {
  /** `7/20/2026` → wall ms of its midnight. */
  readDay(text: string): number | undefined;
  /** `3:00 pm` → ms since midnight. */
  readTime(text: string): number | undefined;
  /** `7/20/2026 3:00 pm` → wall ms. */
  readDateTime(text: string): number | undefined;
}

export interface UserSession {
  readonly userId: string;
  /** As NetSuite shows it; empty where it tells none. */
  readonly userName: string;
  /** Olson name from the user's preferences. */
  readonly timeZone: string;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly eventTimesIn: EventTimesIn;
  remainingUnits(): number;
  /** Governance units that the run has used so far. */
  unitsUsed(): number;
}

/** Examples of what N/format shows and reads back. */
export interface FormatProbe {
  dateTimeZone(): FormatFacts;
  dateTime(): FormatFacts;
  timeOfDay(): FormatFacts;
}

export interface ProbedAttendee {
  readonly eventId: string;
  readonly personId: string;
  readonly isNamed: boolean;
  readonly response: string;
  readonly organizerId: string;
}

/** Searches whose outcome is unverified; each throws what NetSuite says when it refuses one. */
export interface SearchProbe {
  /** Values of the formula `{field}`, a row each. */
  formulaValues(field: string, eventIds: readonly string[]): readonly string[];
  attendeeRows(eventIds: readonly string[]): readonly ProbedAttendee[];
  /** Rows to which one of these joins gave a person. */
  countOfJoined(eventIds: readonly string[], joins: readonly string[]): number;
  countOfDays(days: { readonly first: number; readonly last: number }, withStatus: boolean): number;
  countOfIds(eventIds: readonly string[]): number;
}
