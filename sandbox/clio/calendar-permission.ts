/** Who may see and change what: the permissions of calendars, and of entries through them. */
import type { Calendar, CalendarEntry, CalendarPermission, ClioState, User } from './entities';

export function calendarPermission(calendar: Calendar, userId: number): CalendarPermission {
  return calendar.permissions.get(userId) ?? 'none';
}

/** "Editor" or more is needed to create entries. */
export function isWriteable(permission: CalendarPermission): boolean {
  return permission === 'owner' || permission === 'editor';
}

/** The calendars of the attendees. */
export function attendingCalendars(entry: CalendarEntry, state: ClioState): Calendar[] {
  return entry.attendees
    .filter(({ type }) => type === 'Calendar')
    .map(({ recordId }) => state.calendars.get(recordId))
    .filter((calendar) => calendar !== undefined);
}

/**
 * The permission of an entry is that of its calendar, but `viewer` for an attendee who would be a limited viewer
 * (CalendarEntry.permission). Who can view only a calendar that attends has at most `viewer` [inferred].
 */
export function entryPermission(entry: CalendarEntry, user: User, state: ClioState): CalendarPermission {
  const owner = state.calendars.get(entry.calendarOwnerId);
  const ofOwner = owner === undefined ? 'none' : calendarPermission(owner, user.id);
  if (ofOwner !== 'none' && ofOwner !== 'limited_viewer') return ofOwner;
  const throughAttendees = attendingCalendars(entry, state).map((each) => calendarPermission(each, user.id));
  const isAttendee = attendingCalendars(entry, state).some(({ userId }) => userId === user.id);
  if (isAttendee) return 'viewer';
  if (ofOwner === 'limited_viewer') return ofOwner;
  if (throughAttendees.some((each) => each !== 'none' && each !== 'limited_viewer')) return 'viewer';
  return throughAttendees.includes('limited_viewer') ? 'limited_viewer' : 'none';
}
