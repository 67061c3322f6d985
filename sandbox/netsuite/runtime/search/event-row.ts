/** What one row of a calendar event search stands for, and the words it is written in. */
import type { CalendarEvent, EventAttendee, Occurrence } from '../../entities';
import type { RunContext } from '../run-context';
import { zoneOfEvent } from '../event-zone';

/** `line` is the attendee line of a row that stands for one of them; undefined for the event as a whole. */
export interface EventRow {
  readonly event: CalendarEvent;
  readonly occurrence: Occurrence;
  readonly line: EventAttendee | undefined;
}

/** Labels of select values that are not records. Only "Confirmed" is documented (article_161013672126). */
export const eventLabels: Readonly<Record<string, string>> = {
  TENTATIVE: 'Tentative',
  CONFIRMED: 'Confirmed',
  COMPLETE: 'Completed',
  CANCELLED: 'Cancelled',
  PUBLIC: 'Public',
  PRIVATE: 'Private',
  'SHOW AS BUSY': 'Show as Busy',
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  NO_RESPONSE: 'No Response',
};

/** The zone in which the row's date and times are shown. */
export function zoneOfRow({ event }: EventRow, { user, switches }: RunContext): string {
  return zoneOfEvent(event, user, switches);
}

/** Whether instancestart and instanceend are filled (switch `instanceColumns`). */
export function hasInstance({ event }: EventRow, { switches }: RunContext): boolean {
  if (switches.instanceColumns === 'recurring') return event.occurrences.length > 1;
  return switches.instanceColumns === 'always';
}

/** The `response` of the row's line as SuiteScript spells it (switch `noResponse`), empty without a line. */
export function responseOf({ line }: EventRow, { switches }: RunContext): string {
  return line?.response === 'NO_RESPONSE' ? switches.noResponse : (line?.response ?? '');
}
