/**
 * What nobody could verify about Clio (bullhorn-clio.md §7), and what is taken to be so until somebody can. Each is a
 * setting of the adapter: where an account behaves otherwise, the setting is changed and not the code.
 */

export interface ClioAssumptions {
  /**
   * What the `id` of an attendee is, on reading and with `_destroy`: that of the contact or calendar itself, or that of
   * the row which ties it to the entry. With rows Clio names no contact, so one cannot filter by contact, and a person
   * who is invited already is recognised by the name alone.
   */
  readonly attendeeIds: 'record' | 'row';
  /** Whether the day that `end_at` of an all-day entry falls on, at midnight, is still part of the entry. */
  readonly allDayEnd: 'exclusive' | 'inclusive';
  /** Whose midnight the times of an all-day entry are. */
  readonly allDayMidnightIn: 'user-zone' | 'utc';
  /**
   * How one occurrence of a repeating entry is deleted: PATCH of the occurrence with `_deleted: "single"` in its body,
   * DELETE of it with `_deleted=single` in the query, or DELETE of it with nothing else.
   */
  readonly deleteOccurrenceBy: 'patch-flag' | 'delete-flag' | 'delete';
  /** Whether a change of a repeating entry is sent to Clio, which may apply it to the whole series, or refused. */
  readonly repeatingChanges: 'send' | 'refuse';
  /**
   * What `calendar_id` finds of the user's own calendar: also the entries of others that it attends, or only those that
   * it owns. Where it is those, every entry that the user may see is read, and what is not the user's left out; not
   * to be had with rows for attendees (see `losesInvitations`).
   */
  readonly ownCalendarMatches: 'owner-or-attendee' | 'owner';
}

export const defaultClioAssumptions = {
  attendeeIds: 'record',
  allDayEnd: 'exclusive',
  allDayMidnightIn: 'user-zone',
  deleteOccurrenceBy: 'patch-flag',
  repeatingChanges: 'send',
  ownCalendarMatches: 'owner-or-attendee',
} as const satisfies ClioAssumptions;

/**
 * Would the user's invitations be missing from a list? Among all entries that a user may see they are found by the id of
 * the user's calendar, and rows do not tell it.
 */
export const losesInvitations = ({
  attendeeIds,
  ownCalendarMatches,
}: Pick<ClioAssumptions, 'attendeeIds' | 'ownCalendarMatches'>): boolean =>
  attendeeIds === 'row' && ownCalendarMatches === 'owner';
