/** Reads the JSON of a calendarEvent that a caller wants to create or change. */
import { isJsonObject, type JsonObject } from '../../core/json-value';
import type { AccessLevel, EventAttendee, EventStatus } from '../entities';
import {
  readBoolean,
  readChoice,
  readDate,
  readReference,
  readText,
  readTimeOfDay,
  type TimeOfDay,
  type WallDate,
} from './body-values';
import {
  accessLevels,
  attendances,
  attendeeResponses,
  eventStatuses,
  reminderMinutes,
  reminderTypes,
} from './enumerations';
import { invalidContent } from './record-api-error';

/** A line of the attendee sublist; what is left out keeps its value. */
export interface AttendeeLine {
  readonly personId: string;
  readonly response: EventAttendee['response'] | undefined;
  readonly attendance: EventAttendee['attendance'] | undefined;
  /** Where the line is in the body, for errors. */
  readonly path: string;
}

/** What the body says; `undefined` where it says nothing. */
export interface CalendarEventBody {
  readonly title: string | undefined;
  readonly message: string | undefined;
  readonly location: string | undefined;
  readonly externalId: string | undefined;
  readonly status: EventStatus | undefined;
  readonly accessLevel: AccessLevel | undefined;
  readonly allDayEvent: boolean | undefined;
  readonly startDate: WallDate | undefined;
  readonly startTime: TimeOfDay | undefined;
  readonly endTime: TimeOfDay | undefined;
  readonly organizerId: string | undefined;
  readonly attendees: readonly AttendeeLine[] | undefined;
}

/** The properties of the record in the REST API Browser 2026.1, and what every record has. */
const propertyNames: ReadonlySet<string> = new Set(
  (
    'accessLevel allDayEvent attendee company completedDate contact createdDate customForm endTime externalId id ' +
    'lastModifiedDate location message organizer owner recurrence relatedItem reminderMinutes reminderType resource ' +
    'response startDate startTime status supportCase timeItem timedEvent timezone title transaction links refName'
  ).split(' '),
);

export function unknownPropertyNames(body: JsonObject): string[] {
  return Object.keys(body).filter((name) => !propertyNames.has(name) && !name.startsWith('cust'));
}

function readAttendees(value: unknown): AttendeeLine[] {
  const items = isJsonObject(value) ? value['items'] : undefined;
  if (!Array.isArray(items)) throw invalidContent('\'attendee\' must be {"items": […]}.', 'attendee');
  return items.map((item: unknown, index) => {
    const path = `attendee.items[${index}]`;
    if (!isJsonObject(item)) throw invalidContent(`'${path}' must be an object.`, path);
    const { attendee, response, attendance } = item;
    return {
      personId: readReference(attendee, `${path}.attendee`),
      response:
        response === undefined ? undefined : readChoice(attendeeResponses, response, `${path}.response`),
      attendance:
        attendance === undefined ? undefined : readChoice(attendances, attendance, `${path}.attendance`),
      path: `${path}.attendee`,
    };
  });
}

/** @throws RecordApiError for the first value that cannot be right. */
export function readCalendarEventBody(body: JsonObject): CalendarEventBody {
  const read = <T>(name: string, reader: (value: unknown, path: string) => T): T | undefined =>
    body[name] === undefined ? undefined : reader(body[name], name);
  // Reminders and timedEvent are checked like the rest, but nothing here depends on them.
  read('reminderMinutes', (value, path) => readChoice(reminderMinutes, value, path));
  read('reminderType', (value, path) => readChoice(reminderTypes, value, path));
  read('timedEvent', readBoolean);
  return {
    title: read('title', readText),
    message: read('message', readText),
    location: read('location', readText),
    externalId: read('externalId', readText),
    status: read('status', (value, path) => readChoice(eventStatuses, value, path)),
    accessLevel: read('accessLevel', (value, path) => readChoice(accessLevels, value, path)),
    allDayEvent: read('allDayEvent', readBoolean),
    startDate: read('startDate', readDate),
    startTime: read('startTime', readTimeOfDay),
    endTime: read('endTime', readTimeOfDay),
    organizerId: read('organizer', readReference),
    attendees: read('attendee', readAttendees),
  };
}
