/** Creates, changes and deletes calendar events the way the REST Record API does. */
import type { CalendarEvent, NetSuiteState, User } from '../entities';
import { nextInternalId } from '../internal-ids';
import type { NetSuiteSwitches } from '../switches';
import { changedAttendees, refuseUnknownAttendees, type SublistChange } from './attendee-sublist';
import type { CalendarEventBody } from './calendar-event-body';
import {
  allDayEnd,
  allDayStart,
  occurrenceOf,
  rescheduled,
  restTimeZone,
  scheduleOf,
  type Schedule,
} from './event-schedule';
import { invalidContent, invalidReference } from './record-api-error';

export interface WriteContext {
  readonly state: NetSuiteState;
  readonly switches: NetSuiteSwitches;
  readonly user: User;
  readonly nowMs: number;
}

const labels = { title: 'Title', startDate: 'Date', startTime: 'Start Time', endTime: 'End Time' } as const;

function missing(name: keyof typeof labels): never {
  throw invalidContent(`Please enter value(s) for: ${labels[name]}`, name);
}

export function eventWithExternalId(state: NetSuiteState, externalId: string): CalendarEvent | undefined {
  return externalId === ''
    ? undefined
    : [...state.events.values()].find((event) => event.externalId === externalId);
}

function refuseBadReferences(body: CalendarEventBody, state: NetSuiteState): void {
  refuseUnknownAttendees(body.attendees ?? [], state.people);
  if (body.organizerId !== undefined && state.people.get(body.organizerId)?.kind !== 'employee') {
    throw invalidReference('organizer', body.organizerId, 'organizer');
  }
}

function refuseUsedExternalId(externalId: string, state: NetSuiteState, ownInternalId?: string): void {
  const holder = eventWithExternalId(state, externalId);
  if (holder !== undefined && holder.internalId !== ownInternalId) {
    throw invalidContent('This record already exists: the externalId is in use.', 'externalId');
  }
}

/** The times of a new event; an all-day one needs none. */
function newSchedule({
  allDayEvent: allDay = false,
  startDate,
  startTime,
  endTime,
}: CalendarEventBody): Schedule {
  return {
    allDay,
    startDate: startDate ?? missing('startDate'),
    startTime: allDay ? allDayStart : (startTime ?? missing('startTime')),
    endTime: allDay ? allDayEnd : (endTime ?? missing('endTime')),
  };
}

/** What an event has when nothing is said about it. */
function newDetails({
  externalId = '',
  message = '',
  location = '',
  status,
  accessLevel,
}: CalendarEventBody) {
  return {
    externalId,
    message,
    location,
    status: status ?? 'CONFIRMED',
    accessLevel: accessLevel ?? 'PUBLIC',
  } as const;
}

/** @throws RecordApiError when something required is missing, wrong or already used. */
export function createCalendarEvent(body: CalendarEventBody, context: WriteContext): CalendarEvent {
  const { state, switches, user, nowMs } = context;
  const title = body.title || missing('title');
  const schedule = newSchedule(body);
  refuseBadReferences(body, state);
  refuseUsedExternalId(body.externalId ?? '', state);
  const timeZone = restTimeZone(switches.restTimesIn, user, state);
  const organizerId = body.organizerId ?? user.employeeId;
  const invited = switches.createInvitesOrganizer
    ? [{ personId: organizerId, response: 'ACCEPTED', attendance: 'REQUIRED' } as const]
    : [];
  const event: CalendarEvent = {
    ...newDetails(body),
    internalId: nextInternalId(state.events),
    title,
    organizerId,
    ownerId: user.employeeId,
    timeZone,
    allDay: schedule.allDay,
    occurrences: [occurrenceOf(schedule, timeZone)],
    attendees: changedAttendees(invited, body.attendees ?? [], 'merge'),
    createdMs: nowMs,
    lastModifiedMs: nowMs,
  };
  state.events.set(event.internalId, event);
  return event;
}

function withNewTimes(event: CalendarEvent, body: CalendarEventBody, context: WriteContext): CalendarEvent {
  const { allDayEvent: allDay, startDate, startTime, endTime } = body;
  if ([allDay, startDate, startTime, endTime].every((value) => value === undefined)) return event;
  const timeZone = restTimeZone(context.switches.restTimesIn, context.user, context.state);
  const before = scheduleOf(event, timeZone);
  const schedule = {
    allDay: allDay ?? before.allDay,
    startDate: startDate ?? before.startDate,
    startTime: startTime ?? before.startTime,
    endTime: endTime ?? before.endTime,
  };
  return {
    ...event,
    allDay: schedule.allDay,
    timeZone,
    occurrences: rescheduled(event.occurrences, occurrenceOf(schedule, timeZone), timeZone),
  };
}

/** @throws RecordApiError when a value is wrong or already used; the event is then as it was. */
export function updateCalendarEvent(
  event: CalendarEvent,
  body: CalendarEventBody,
  context: WriteContext & { readonly sublistChange: SublistChange },
): CalendarEvent {
  const { state } = context;
  if (body.title === '') missing('title');
  refuseBadReferences(body, state);
  refuseUsedExternalId(body.externalId ?? '', state, event.internalId);
  const updated: CalendarEvent = {
    ...withNewTimes(event, body, context),
    title: body.title ?? event.title,
    message: body.message ?? event.message,
    location: body.location ?? event.location,
    externalId: body.externalId ?? event.externalId,
    status: body.status ?? event.status,
    accessLevel: body.accessLevel ?? event.accessLevel,
    organizerId: body.organizerId ?? event.organizerId,
    attendees:
      body.attendees === undefined
        ? event.attendees
        : changedAttendees(event.attendees, body.attendees, context.sublistChange),
    lastModifiedMs: context.nowMs,
  };
  state.events.set(updated.internalId, updated);
  return updated;
}
