/**
 * What nobody could verify about the real NetSuite (netsuite.md §8). Each switch names the assumption made by
 * default; turning it shows how the RESTlet and the bridge behave where an account is otherwise.
 */
export interface NetSuiteSwitches {
  /** Whose wall clock search strings show: the calling user's preference, or the zone the event was entered in. */
  readonly searchTimesIn: 'reader-zone' | 'event-zone';
  /** In which zone the REST Record API takes and gives startDate, startTime and endTime. */
  readonly restTimesIn: 'user' | 'company' | 'pacific';
  /** What a search returns for a recurring event. */
  readonly recurringRows: 'occurrence' | 'series';
  /** For which events the columns instancestart and instanceend are filled. */
  readonly instanceColumns: 'recurring' | 'always' | 'never';
  /** An `attendee` filter joins the attendee lines: does a row appear once per line that the whole filter matches? */
  readonly attendeeFilterMultipliesRows: boolean;
  /** Are the attendee joins called attendeeContact/attendeeCustomer, or all lower case? */
  readonly attendeeJoinNames: 'camel' | 'lower';
  /** How the search column `response` spells "no response yet". */
  readonly noResponse: 'NO_RESPONSE' | 'NORESPONSE';
  /** Does the RESTlet also receive `script` and `deploy` among its parameters? */
  readonly restletReceivesScriptParameters: boolean;
  /** A search with a date filter only shows just the events the caller is invited to (section_1559218597). */
  readonly dateOnlySearchShowsInvitations: boolean;
  /** `error.message` of a thrown N/error: the plain text, or the JSON of the error. */
  readonly thrownErrorMessage: 'plain' | 'json';
  /** starttime and endtime of an all-day event: 8:00 to 18:00 (article_161013672126), or empty. */
  readonly allDayTimes: 'eight-to-six' | 'empty';
  /** Can a formula column read {alldayevent}? */
  readonly formulaSeesAllDay: boolean;
  /** Can a formula column read {timezone}, the zone that the event was entered in? */
  readonly formulaSeesTimeZone: boolean;
  /** A RESTlet that returns an object to a request without a Content-Type. */
  readonly objectAsPlainText: 'stringify' | 'refuse';
  /** Does N/format parse TIMEOFDAY strings in every TIMEFORMAT? */
  readonly formatParsesTimeOfDay: boolean;
  /** PATCH of the attendee sublist without `replace`: lines with a known attendee are merged, or all are appended. */
  readonly attendeePatch: 'merge' | 'append';
  /** Does creating an event through REST put the organizer on the attendee list, as the UI does? */
  readonly createInvitesOrganizer: boolean;
  /** How long the refresh token of a confidential client lasts: seven days, or as long as that of a public client. */
  readonly confidentialRefreshTokenHours: 168 | 48;
  /** And that of a public client: the default of the integration record since 2026.1, or of older help pages. */
  readonly publicRefreshTokenHours: 48 | 3;
  /** Does a refresh give a confidential client a new refresh token, too? Documented only for public clients. */
  readonly confidentialRefreshRotates: boolean;
  /** Is `Intl` there in the script engine? */
  readonly intl: 'absent' | 'present';
}

export const defaultSwitches: NetSuiteSwitches = {
  searchTimesIn: 'reader-zone',
  restTimesIn: 'user',
  recurringRows: 'occurrence',
  instanceColumns: 'recurring',
  attendeeFilterMultipliesRows: false,
  attendeeJoinNames: 'camel',
  noResponse: 'NO_RESPONSE',
  restletReceivesScriptParameters: false,
  dateOnlySearchShowsInvitations: true,
  thrownErrorMessage: 'plain',
  allDayTimes: 'eight-to-six',
  formulaSeesAllDay: true,
  formulaSeesTimeZone: true,
  objectAsPlainText: 'stringify',
  formatParsesTimeOfDay: true,
  attendeePatch: 'merge',
  createInvitesOrganizer: true,
  confidentialRefreshTokenHours: 168,
  publicRefreshTokenHours: 48,
  confidentialRefreshRotates: false,
  intl: 'absent',
};
