/** What the REST Record API does with a calendarEvent once it is known who asks and that they may. */
import type { Request, Response } from 'express';

import type { CalendarEvent, NetSuiteState, User } from '../entities';
import { isEventVisible } from '../runtime/event-visibility';
import type { NetSuiteSwitches } from '../switches';
import { readCalendarEventBody, type CalendarEventBody } from './calendar-event-body';
import {
  attendeeLineView,
  attendeeSublistView,
  calendarEventView,
  eventUrl,
  type ViewContext,
} from './calendar-event-view';
import { createCalendarEvent, eventWithExternalId, updateCalendarEvent } from './calendar-event-writer';
import { restTimeZone } from './event-schedule';
import { RecordApiError } from './record-api-error';
import { recordCollection } from './record-collection';
import { parseRecordQuery } from './record-query';
import {
  checkPropertyNames,
  jsonBodyOf,
  parametersOf,
  recordsUrlOf,
  replacesAttendees,
} from './record-request';

export interface EventCall {
  readonly request: Request;
  readonly response: Response;
  readonly user: User;
  readonly state: NetSuiteState;
  readonly switches: NetSuiteSwitches;
  readonly nowMs: number;
}

type ResourceKind = 'singular' | 'collection';

const notFound = (): RecordApiError =>
  new RecordApiError(404, 'NONEXISTENT_ID', 'The record instance does not exist.');

function sendResource({ response }: EventCall, kind: ResourceKind, resource: object): void {
  response.set('Content-Type', `application/vnd.oracle.resource+json; type=${kind}`);
  response.status(200).send(JSON.stringify(resource));
}

function sendSaved({ request, response }: EventCall, event: CalendarEvent): void {
  response
    .status(204)
    .location(eventUrl(event, { recordsUrl: recordsUrlOf(request) }))
    .end();
}

function externalIdIn(id: unknown): string | undefined {
  return /^eid:(.+)$/i.exec(String(id))?.[1];
}

function findEvent({ request, state, user }: EventCall): CalendarEvent {
  const id = String(request.params['id']);
  const externalId = externalIdIn(id);
  const event = externalId === undefined ? state.events.get(id) : eventWithExternalId(state, externalId);
  if (event === undefined || !isEventVisible(event, user.employeeId)) throw notFound();
  return event;
}

function viewContext({ request, state, switches, user }: EventCall): ViewContext {
  const parameters = parametersOf(request);
  return {
    state,
    recordsUrl: recordsUrlOf(request),
    timeZone: restTimeZone(switches.restTimesIn, user, state),
    simpleEnumFormat: parameters.get('simpleEnumFormat') === 'true',
    expandSubResources: parameters.get('expandSubResources') === 'true',
  };
}

function readBody({ request, response }: EventCall): CalendarEventBody {
  const json = jsonBodyOf(request);
  const warning = checkPropertyNames(request, json);
  if (warning !== undefined) response.set('Warning', warning);
  return readCalendarEventBody(json);
}

/** `fields=title,attendee.response` keeps title and attendee; links are always there. */
function selectFields(view: Readonly<Record<string, unknown>>, fields: string | null): object {
  if (fields === null) return view;
  const names = fields.split(',').map((name) => name.trim().split('.')[0]);
  return Object.fromEntries(
    Object.entries(view).filter(([name]) => name === 'links' || names.includes(name)),
  );
}

function list(call: EventCall): void {
  const parameters = parametersOf(call.request);
  const { recordsUrl, timeZone } = viewContext(call);
  const fits = parseRecordQuery(parameters.getAll('q'), timeZone);
  const ids = [...call.state.events.values()]
    .filter((event) => isEventVisible(event, call.user.employeeId) && fits(event))
    .map((event) => event.internalId)
    .sort((a, b) => Number(a) - Number(b));
  sendResource(call, 'collection', recordCollection(ids, `${recordsUrl}/calendarEvent`, parameters));
}

function create(call: EventCall): void {
  sendSaved(call, createCalendarEvent(readBody(call), call));
}

function read(call: EventCall): void {
  const view = calendarEventView(findEvent(call), viewContext(call));
  sendResource(call, 'singular', selectFields(view, parametersOf(call.request).get('fields')));
}

function update(call: EventCall): void {
  const event = findEvent(call);
  const sublistChange = replacesAttendees(call.request) ? 'replace' : call.switches.attendeePatch;
  sendSaved(call, updateCalendarEvent(event, readBody(call), { ...call, sublistChange }));
}

function upsert(call: EventCall): void {
  const externalId = externalIdIn(call.request.params['id']);
  if (externalId === undefined) throw new RecordApiError(405, 'INVALID_REQUEST', 'PUT needs an external id.');
  if (eventWithExternalId(call.state, externalId) !== undefined) return update(call);
  sendSaved(call, createCalendarEvent({ ...readBody(call), externalId }, call));
}

function remove(call: EventCall): void {
  call.state.events.delete(findEvent(call).internalId);
  call.response.status(204).end();
}

function listAttendees(call: EventCall): void {
  sendResource(call, 'collection', attendeeSublistView(findEvent(call), viewContext(call)));
}

function readAttendee(call: EventCall): void {
  const event = findEvent(call);
  const lineNumber = Number(call.request.params['line']);
  const attendee = event.attendees[lineNumber - 1];
  if (attendee === undefined) throw notFound();
  sendResource(call, 'singular', attendeeLineView(event, attendee, lineNumber, viewContext(call)));
}

export const calendarEventActions = {
  list,
  create,
  read,
  update,
  upsert,
  remove,
  listAttendees,
  readAttendee,
} satisfies Readonly<Record<string, (call: EventCall) => void>>;
