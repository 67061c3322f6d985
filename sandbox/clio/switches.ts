/**
 * What nobody could verify about the real Clio. Each switch names the assumption made by default; turning it shows
 * how a connector behaves where Clio is otherwise.
 */
export interface ClioSwitches {
  /**
   * Requests per minute and access token. 50 is the documented number for peak hours; off-peak it is higher, by how
   * much is not said (docs.developers.clio.com/api-docs/rate-limits).
   */
  readonly requestsPerMinute: number;
  /** Whether the developer app has the Users permission; without it `who_am_i` is a 403. */
  readonly usersPermission: 'granted' | 'withheld';
  /** How `time_zone` and `start_at_time_zone` name a zone: Olson, or Ruby on Rails. */
  readonly timeZoneNames: 'olson' | 'rails';
  /** Where `end_at` of an all-day entry points: the midnight after it, the midnight of its last day, or 23:59:59. */
  readonly allDayEnd: 'exclusive-midnight' | 'inclusive-midnight' | 'last-second';
  /** Whose midnight the times of an all-day entry are. */
  readonly allDayMidnightIn: 'user-zone' | 'utc';
  /** How a time without an offset is read, in a body and in a query. */
  readonly offsetlessTimesIn: 'user-zone' | 'utc';
  /** Id of an occurrence under `expanded`: `123-20260706` or `123:1783353600` (start, epoch seconds). */
  readonly occurrenceIds: 'id-date' | 'id-epoch';
  /** Who takes `_deleted: "single" | "future"` on an occurrence: PATCH in its body, or DELETE in its body or query. */
  readonly deletedFlagBelongsTo: 'patch' | 'delete';
  /** What DELETE of an occurrence id, without a flag, removes. */
  readonly deleteOfOccurrence: 'occurrence' | 'series' | 'refuse';
  /** What PATCH of an occurrence id changes; `occurrence` makes it an entry of its own. */
  readonly patchOfOccurrence: 'occurrence' | 'series' | 'refuse';
  /** What the `id` of an attendee is, on reading and with `_destroy`: the contact's or calendar's, or the row's. */
  readonly attendeeId: 'record' | 'row';
  /** Adding an attendee who is attached already. */
  readonly attendeeAddedAgain: 'noop' | 'duplicate' | 'refuse';
  /** Status for a nested id that does not exist (attendee, external property, contact, calendar, matter). */
  readonly unknownMemberStatus: 404 | 422;
  /** Status for a create without summary, start_at, end_at or calendar_owner. */
  readonly missingFieldStatus: 422 | 400;
  /** Status of a DELETE for an entry that is not there; documented are only 204 and 403. */
  readonly deleteOfMissingStatus: 404 | 403 | 204;
  /** Status for an entry that exists on calendars the user cannot view. */
  readonly hiddenEntryStatus: 404 | 403;
  /** Whether attendees get e-mail when `send_email_notification` is left out. */
  readonly sendsEmailByDefault: boolean;
  /** Which calendars `calendar_id` looks at: the owner's, or also those that attend. */
  readonly calendarIdMatches: 'owner' | 'owner-or-attendee';
  /** Whether calendars the user has no permission for are in the list, with permission `none`. */
  readonly calendarsWithoutPermission: 'hidden' | 'listed';
  /** What a limited viewer is shown of an entry: its times under the summary "Busy", or everything. */
  readonly limitedViewerSees: 'times' | 'everything';
  /** What a `limit` outside of 1 to 200 does. */
  readonly limitOutOfRange: 'refuse' | 'clamp';
  /** What `meta.records` counts: all records that match, or those of the page. */
  readonly metaRecords: 'total' | 'page';
  /** Error types of 401, 403, 404, 410, 412, 422, 429 and 5xx: class names as of InvalidFields, or the status in words. */
  readonly errorTypeNames: 'class-names' | 'status-names';
  /** Whether the body of a 401 is Clio's own or that of RFC 6750. */
  readonly unauthorizedBody: 'clio' | 'oauth';
  /** Whether the token endpoint compares a `code_verifier` with the challenge of the authorization request. */
  readonly pkce: 'checked' | 'ignored';
  /**
   * Where a user ends who declines when the request has no `redirect_on_decline=true`: at the redirect URI (as
   * developers.support.clio.com, article 360004640373, says), or on a page of Clio (as the parameter suggests).
   */
  readonly declineWithoutParameter: 'redirect' | 'page';
  /** Whether the error for a refused write repeats what the client sent, as was seen. */
  readonly errorEchoesData: boolean;
}

export const defaultSwitches: ClioSwitches = {
  requestsPerMinute: 50,
  usersPermission: 'granted',
  timeZoneNames: 'olson',
  allDayEnd: 'exclusive-midnight',
  allDayMidnightIn: 'user-zone',
  offsetlessTimesIn: 'user-zone',
  occurrenceIds: 'id-date',
  deletedFlagBelongsTo: 'patch',
  deleteOfOccurrence: 'occurrence',
  patchOfOccurrence: 'occurrence',
  attendeeId: 'record',
  attendeeAddedAgain: 'noop',
  unknownMemberStatus: 422,
  missingFieldStatus: 422,
  deleteOfMissingStatus: 404,
  hiddenEntryStatus: 404,
  sendsEmailByDefault: false,
  calendarIdMatches: 'owner-or-attendee',
  calendarsWithoutPermission: 'hidden',
  limitedViewerSees: 'times',
  limitOutOfRange: 'refuse',
  metaRecords: 'total',
  errorTypeNames: 'class-names',
  unauthorizedBody: 'clio',
  pkce: 'checked',
  declineWithoutParameter: 'redirect',
  errorEchoesData: true,
};
