/** Shows a calendar event as GET of the REST Record API does (help pages article_161013672126, section_1545141500). */
import type { CalendarEvent, EventAttendee, NetSuiteState, PersonKind } from '../entities';
import type { TimeOfDay, WallDate } from './body-values';
import { accessLevels, attendances, attendeeResponses, eventStatuses, type Choices } from './enumerations';
import { scheduleOf } from './event-schedule';

export interface ViewContext {
  readonly state: NetSuiteState;
  /** `…/services/rest/record/v1`, for links. */
  readonly recordsUrl: string;
  readonly timeZone: string;
  readonly simpleEnumFormat: boolean;
  readonly expandSubResources: boolean;
}

const recordNames: Readonly<Record<PersonKind, string>> = {
  contact: 'contact',
  customer: 'customer',
  vendor: 'vendor',
  employee: 'employee',
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export function isoDate({ year, month, day }: WallDate): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

const hoursAndMinutes = ({ hour, minute }: TimeOfDay): string => `${twoDigits(hour)}:${twoDigits(minute)}`;
const utcDateTime = (epochMs: number): string => new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');

export function selfLinks(href: string): object {
  return { links: [{ rel: 'self', href }] };
}

export function eventUrl(event: CalendarEvent, context: Pick<ViewContext, 'recordsUrl'>): string {
  return `${context.recordsUrl}/calendarEvent/${event.internalId}`;
}

function choice(table: Choices, id: string, context: ViewContext): unknown {
  return context.simpleEnumFormat ? id : { id, refName: table[id] };
}

function personReference(personId: string, context: ViewContext): object {
  const person = context.state.people.get(personId);
  const recordName = recordNames[person?.kind ?? 'employee'];
  return {
    ...selfLinks(`${context.recordsUrl}/${recordName}/${personId}`),
    id: personId,
    refName: person?.name ?? '',
  };
}

/** Lines of the sublist are numbered from 1. */
export function attendeeLineView(
  event: CalendarEvent,
  attendee: EventAttendee,
  lineNumber: number,
  context: ViewContext,
): object {
  return {
    ...selfLinks(`${eventUrl(event, context)}/attendee/${lineNumber}`),
    attendee: personReference(attendee.personId, context),
    attendance: choice(attendances, attendee.attendance, context),
    response: choice(attendeeResponses, attendee.response, context),
  };
}

/** The sublist as a resource of its own: lines are links unless they are expanded (section_159894563219). */
export function attendeeSublistView(event: CalendarEvent, context: ViewContext): object {
  const url = `${eventUrl(event, context)}/attendee`;
  const count = event.attendees.length;
  const items = event.attendees.map((attendee, index) =>
    context.expandSubResources
      ? attendeeLineView(event, attendee, index + 1, context)
      : selfLinks(`${url}/${index + 1}`),
  );
  return { ...selfLinks(url), count, hasMore: false, items, offset: 0, totalResults: count };
}

/** All properties; times are `HH:mm` in the zone of the context, dates with time are UTC. */
export function calendarEventView(
  event: CalendarEvent,
  context: ViewContext,
): Readonly<Record<string, unknown>> {
  const url = eventUrl(event, context);
  const schedule = scheduleOf(event, context.timeZone);
  return {
    ...selfLinks(url),
    accessLevel: choice(accessLevels, event.accessLevel, context),
    allDayEvent: event.allDay,
    attendee: context.expandSubResources ? attendeeSublistView(event, context) : selfLinks(`${url}/attendee`),
    createdDate: utcDateTime(event.createdMs),
    endTime: hoursAndMinutes(schedule.endTime),
    ...(event.externalId === '' ? {} : { externalId: event.externalId }),
    id: event.internalId,
    lastModifiedDate: utcDateTime(event.lastModifiedMs),
    ...(event.location === '' ? {} : { location: event.location }),
    ...(event.message === '' ? {} : { message: event.message }),
    organizer: personReference(event.organizerId, context),
    owner: personReference(event.ownerId, context),
    startDate: isoDate(schedule.startDate),
    startTime: hoursAndMinutes(schedule.startTime),
    status: choice(eventStatuses, event.status, context),
    timedEvent: true,
    timezone: event.timeZone,
    title: event.title,
  };
}
