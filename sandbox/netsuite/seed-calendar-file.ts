/** Puts the appointments of somebody's iCalendar file into a user's NetSuite calendar, in place of the seeded ones. */
import { readCalendarFile, type CalendarFileEntry } from '../core/calendar-file';
import type { CalendarFileAttendee, CalendarFilePerson } from '../core/calendar-file-entry';
import type { CalendarEvent, EventAttendee, NetSuiteState, Occurrence, User } from './entities';
import { nextInternalId } from './internal-ids';
import { epochMsToWall, wallToEpochMs } from './zone-time';

const responses = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  TENTATIVE: 'TENTATIVE',
  'NEEDS-ACTION': 'NO_RESPONSE',
} as const satisfies Record<CalendarFileAttendee['response'], EventAttendee['response']>;

/** NetSuite has no event without a length. */
const shortestMs = 30 * 60_000;

/** The person with this mail address; a contact is made of somebody the account does not know. */
function personFor({ email, name }: CalendarFilePerson, people: NetSuiteState['people']): string {
  const known = [...people.values()].find((person) => person.email.toLowerCase() === email);
  if (known !== undefined) return known.internalId;
  const internalId = nextInternalId(people);
  people.set(internalId, {
    internalId,
    kind: 'contact',
    name,
    email,
    phone: '',
    company: '',
    isInactive: false,
  });
  return internalId;
}

/** All-day events are from 8 am on their first day to 6 pm on their last (help page article_161013672126). */
function occurrencesOf({ isAllDay, occurrences, timeZone }: CalendarFileEntry): CalendarEvent['occurrences'] {
  const atHour = (epochMs: number, hour: number): number =>
    wallToEpochMs({ ...epochMsToWall(epochMs, timeZone), hour, minute: 0, second: 0 }, timeZone);
  const convert = ({ startMs, endMs }: Occurrence): Occurrence =>
    isAllDay
      ? { startMs: atHour(startMs, 8), endMs: atHour(endMs - 1, 18) }
      : { startMs, endMs: endMs > startMs ? endMs : startMs + shortestMs };
  const [first, ...others] = occurrences;
  return [convert(first), ...others.map(convert)];
}

function attendeesOf(entry: CalendarFileEntry, user: User, people: NetSuiteState['people']): EventAttendee[] {
  const organizer =
    entry.organizer === undefined ? [] : [{ ...entry.organizer, response: 'ACCEPTED' as const }];
  const lines = new Map<string, EventAttendee>([
    [user.employeeId, { personId: user.employeeId, response: 'ACCEPTED', attendance: 'REQUIRED' }],
  ]);
  for (const guest of [...organizer, ...entry.attendees]) {
    const personId = personFor(guest, people);
    const isOptional = 'isOptional' in guest && guest.isOptional;
    lines.set(personId, {
      personId,
      response: responses[guest.response],
      attendance: isOptional ? 'OPTIONAL' : 'REQUIRED',
    });
  }
  return [...lines.values()];
}

function addEvent(entry: CalendarFileEntry, user: User, state: NetSuiteState, nowMs: number): void {
  const internalId = nextInternalId(state.events);
  state.events.set(internalId, {
    internalId,
    externalId: '',
    title: entry.title,
    message: entry.description,
    location: entry.location,
    status: entry.status,
    accessLevel: entry.isPrivate ? 'PRIVATE' : 'PUBLIC',
    organizerId: user.employeeId,
    ownerId: user.employeeId,
    timeZone: entry.timeZone,
    allDay: entry.isAllDay,
    occurrences: occurrencesOf(entry),
    attendees: attendeesOf(entry, user, state.people),
    createdMs: nowMs,
    lastModifiedMs: nowMs,
  });
}

/**
 * Replaces what the user organizes or is invited to. The user organizes every event of the file, as only employees
 * can; who organized it there is the first guest.
 *
 * @returns notes for people: what was moved, assumed or left out.
 * @throws Error when the text is no iCalendar file.
 */
export function seedCalendarFile(options: {
  readonly state: NetSuiteState;
  readonly user: User;
  readonly text: string;
  readonly nowMs: number;
}): readonly string[] {
  const { state, user, text, nowMs } = options;
  const { entries, notes } = readCalendarFile({ text, readerTimeZone: user.preferences.timeZone, nowMs });
  for (const event of [...state.events.values()]) {
    const isInvited = event.attendees.some(({ personId }) => personId === user.employeeId);
    if (isInvited || event.organizerId === user.employeeId) state.events.delete(event.internalId);
  }
  for (const entry of entries) addEvent(entry, user, state, nowMs);
  const withoutLength = entries.filter(({ occurrences: [first] }) => first.startMs === first.endMs);
  return [
    ...notes,
    ...withoutLength.map(({ title }) => `"${title}" has no length in the file: 30 minutes were assumed.`),
    `Events of the file that are in the calendar: ${entries.length}.`,
  ];
}
