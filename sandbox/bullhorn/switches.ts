/**
 * What nobody could verify about the real Bullhorn (bullhorn-clio.md §1 and §7). Each switch names the assumption
 * made by default; turning it shows how a client behaves where a tenant is otherwise.
 */
export interface BullhornSwitches {
  /** Which to-many field Appointment has: `attendees` in the documentation, `guests` in the SDK since 2016. */
  readonly appointmentParticipants: 'attendees' | 'guests';
  /** The answer to an unknown field in `fields`, `where` or `orderBy`; the documentation says 404 for GET. */
  readonly unknownFieldStatus: 400 | 404;
  /** The answer to a GET URL of more than 7500 characters, which has to be a POST. */
  readonly longUrlStatus: 414 | 400;
  /** The most rows a page has when the selection is wide (BH-PHP issue 6 saw 200 in place of 500). */
  readonly wideSelectionCap: 500 | 200;
  /** Does query leave out soft-deleted rows unless `useDefaultQueryFilter=false` is sent? */
  readonly queryHidesDeleted: boolean;
  /** Does `where` compare strings like a case-insensitive database collation? */
  readonly textComparison: 'ignore-case' | 'exact';
  /**
   * Where a Person shows its `_subtype`: in the default sub-fields and when it is named; also beside sub-fields that
   * do not name it; or naming it is an unknown field.
   */
  readonly personSubtype: 'selected' | 'always' | 'not-selectable';
  /** maxLength of Appointment.appointmentUUID: 300 in the documentation, 500 in live metadata. */
  readonly appointmentUuidMaxLength: 300 | 500;
  /** What has to be in the body of a new Appointment: subject alone, every not-null field without a default, nothing. */
  readonly requiredOnCreate: 'subject' | 'documented' | 'none';
  /** Appointment.owner in a body: read-only in the documentation, writable in live metadata. */
  readonly ownerOnWrite: 'accept' | 'ignore' | 'refuse';
  /** What becomes of read-only fields in a body. */
  readonly readOnlyOnWrite: 'refuse' | 'ignore';
  /** The documentation names Candidate, ClientContact and CorporateUser as attendees, not Lead. */
  readonly leadAsAttendee: 'refuse' | 'accept';
  /** The same person invited to the same Appointment twice. */
  readonly duplicateAttendee: 'accept' | 'refuse';
  /** Does adding a CorporateUser as AppointmentAttendee create that user's own child Appointment? */
  readonly inviteeCopies: 'none' | 'created';
  /** Deleting an Appointment that has child Appointments; `refuse-both` also refuses POST {"isDeleted":true}. */
  readonly deleteWithChildren: 'refuse-delete' | 'refuse-both' | 'accept';
  /** POST {} to an entity. */
  readonly emptyUpdate: 'accept' | 'refuse';
  /** Private appointments of others: not there, or there without their details. */
  readonly privateAppointments: 'hidden' | 'masked';
  /** Status of an operation that the user's entitlements do not allow. */
  readonly entitlementErrorStatus: 400 | 403;
  /** Which property carries the text of the 401 for a stale BhRestToken. */
  readonly staleTokenBody: 'errorMessage' | 'message';
  /** Does the first /login use an access token up, whatever comes of it? */
  readonly accessTokenUse: 'once' | 'until-expiry';
  /** Does the token endpoint compare a `code_verifier` with the challenge of the authorization request? */
  readonly pkce: 'checked' | 'ignored';
  /** Has everybody accepted the terms of service before, or is each user asked at the first log-in? */
  readonly termsOfService: 'accepted' | 'first-login';
  /** Refresh tokens are there only where Bullhorn enabled them for the API key. */
  readonly refreshTokens: boolean;
  /** The longest session: 2880 in the SDK, 240 in the C# client. */
  readonly maximumTtlMinutes: 2880 | 1440 | 240;
  /** How long a session lasts when /login names no ttl. */
  readonly defaultTtlMinutes: 10 | 60 | 1440;
  /** Does a call make the session last longer? */
  readonly sessionSlides: boolean;
  /** What /login does when the limit of sessions is reached. */
  readonly sessionsBeyondLimit: 'refuse' | 'end-oldest';
  /** Names of the rate limit headers; App Connect reads `ratelimit-*`, another client `X-RateLimit-*`. */
  readonly rateLimitHeaders: 'ratelimit' | 'x-ratelimit' | 'none';
  /** Does a 429 carry Retry-After? */
  readonly retryAfterHeader: boolean;
  /** Unit of CorporateUser.timeZoneOffsetEST. */
  readonly timeZoneOffsetUnit: 'hours' | 'minutes';
  /** Which midnight the dateBegin of a seeded all-day appointment is; a change seeds everything anew. */
  readonly allDayMidnight: 'owner-zone' | 'utc' | 'eastern';
  /** How Lucene terms without an operator between them are joined. */
  readonly luceneDefaultOperator: 'OR' | 'AND';
}

export const defaultSwitches: BullhornSwitches = {
  appointmentParticipants: 'attendees',
  unknownFieldStatus: 400,
  longUrlStatus: 414,
  wideSelectionCap: 500,
  queryHidesDeleted: false,
  textComparison: 'ignore-case',
  personSubtype: 'selected',
  appointmentUuidMaxLength: 300,
  requiredOnCreate: 'subject',
  ownerOnWrite: 'accept',
  readOnlyOnWrite: 'refuse',
  leadAsAttendee: 'refuse',
  duplicateAttendee: 'accept',
  inviteeCopies: 'none',
  deleteWithChildren: 'refuse-delete',
  emptyUpdate: 'accept',
  privateAppointments: 'hidden',
  entitlementErrorStatus: 400,
  staleTokenBody: 'errorMessage',
  accessTokenUse: 'once',
  pkce: 'checked',
  termsOfService: 'accepted',
  refreshTokens: true,
  maximumTtlMinutes: 2880,
  defaultTtlMinutes: 10,
  sessionSlides: false,
  sessionsBeyondLimit: 'refuse',
  rateLimitHeaders: 'ratelimit',
  retryAfterHeader: false,
  timeZoneOffsetUnit: 'hours',
  allDayMidnight: 'owner-zone',
  luceneDefaultOperator: 'OR',
};
