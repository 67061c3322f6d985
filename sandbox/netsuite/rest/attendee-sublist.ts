/** Applies the attendee lines of a body to the attendees an event has (help pages section_1545142173, section_1545297048). */
import type { EventAttendee, NetSuiteState } from '../entities';
import type { NetSuiteSwitches } from '../switches';
import type { AttendeeLine } from './calendar-event-body';
import { invalidReference } from './record-api-error';

export type SublistChange = NetSuiteSwitches['attendeePatch'] | 'replace';

/** @throws RecordApiError for the first line whose attendee does not exist. */
export function refuseUnknownAttendees(
  lines: readonly AttendeeLine[],
  people: NetSuiteState['people'],
): void {
  const unknownLine = lines.find((line) => !people.has(line.personId));
  if (unknownLine !== undefined) throw invalidReference('attendee', unknownLine.personId, unknownLine.path);
}

function attendeeOf(line: AttendeeLine, before?: EventAttendee): EventAttendee {
  return {
    personId: line.personId,
    response: line.response ?? before?.response ?? 'NO_RESPONSE',
    attendance: line.attendance ?? before?.attendance ?? 'REQUIRED',
  };
}

function merged(attendees: readonly EventAttendee[], line: AttendeeLine): EventAttendee[] {
  const index = attendees.findIndex(({ personId }) => personId === line.personId);
  const before = attendees[index];
  return before === undefined
    ? [...attendees, attendeeOf(line)]
    : attendees.with(index, attendeeOf(line, before));
}

export function changedAttendees(
  attendees: readonly EventAttendee[],
  lines: readonly AttendeeLine[],
  change: SublistChange,
): readonly EventAttendee[] {
  if (change === 'append') return [...attendees, ...lines.map((line) => attendeeOf(line))];
  return lines.reduce(merged, change === 'replace' ? [] : [...attendees]);
}
