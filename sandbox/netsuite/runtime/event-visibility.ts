import type { CalendarEvent } from '../entities';

/** Private events show to their owner, their organizer and their attendees only (section_N502623). */
export function isEventVisible(event: CalendarEvent, employeeId: string): boolean {
  return (
    event.accessLevel !== 'PRIVATE' ||
    event.ownerId === employeeId ||
    event.organizerId === employeeId ||
    isInvited(event, employeeId)
  );
}

export function isInvited(event: CalendarEvent, employeeId: string): boolean {
  return event.attendees.some(({ personId }) => personId === employeeId);
}
