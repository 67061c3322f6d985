/** Private events are there for their owner and the invited only (help page section_N502623). */
import type { CalendarEvent } from './entities';

export function isVisibleTo(event: CalendarEvent, employeeId: string): boolean {
  if (event.accessLevel !== 'PRIVATE') return true;
  return (
    event.ownerId === employeeId ||
    event.organizerId === employeeId ||
    event.attendees.some(({ personId }) => personId === employeeId)
  );
}
