import type { CalendarEvent, User } from '../entities';
import type { NetSuiteSwitches } from '../switches';

/**
 * The zone on whose wall clock a reader sees the date and the times of an event.
 *
 * An all-day event belongs to a day, not to an instant: it keeps the day of the zone it was entered in for every
 * reader, whatever the switch `searchTimesIn` says of timed events.
 */
export function zoneOfEvent(event: CalendarEvent, reader: User, switches: NetSuiteSwitches): string {
  const showsEntryZone = event.allDay || switches.searchTimesIn === 'event-zone';
  return showsEntryZone ? event.timeZone : reader.preferences.timeZone;
}
