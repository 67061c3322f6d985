/** `/api/v4/calendar_entries`: list, read, create, update, delete. */
import type { Router } from 'express';

import { isJsonObject } from '../../core/json-value';
import { apiHandler, type ApiCall, type ApiOptions } from '../api/api-call';
import type { FieldSelection } from '../api/field-selection';
import { sendList } from '../api/list-reply';
import { checkIfMatch, selectedFields, sendShow } from '../api/show-reply';
import { ClioError, invalidArgument } from '../clio-error';
import type { CalendarEntry, Schedule } from '../entities';
import { bodyData, createBodyReader } from './body-reader';
import { changedEntry, checkWriteable } from './calendar-entry-changes';
import { listedEntries } from './calendar-entry-filters';
import { calendarEntryResource, viewTag } from './calendar-entry-resource';
import { createCalendarEntry } from './create-calendar-entry';
import { shownTimes } from './entry-schedule';
import { wholeEntry, type EntryView } from './entry-view';
import { findEntryView, requireEntryView } from './find-entry-view';
import { deleteEntry, deleteOccurrences, detachedEntry, replaceOccurrence } from './series-changes';

type DeletedFlag = 'single' | 'future';

/** @throws ClioError 422 for another value. */
function deletedFlag(value: unknown): DeletedFlag | undefined {
  if (value === undefined || value === null || value === 'single' || value === 'future') {
    return value ?? undefined;
  }
  throw invalidArgument('_deleted is "single" or "future".', 422);
}

function sendEntry(call: ApiCall, view: EntryView, selection: FieldSelection, status: 200 | 201 = 200): void {
  const { updatedAtMs } = view.entry;
  sendShow(call, calendarEntryResource, view, { etag: viewTag(view), updatedAtMs, selection, status });
}

function listEntries(call: ApiCall): void {
  const startOf = (schedule: Schedule): number => shownTimes(schedule, call.reader).startAtMs;
  sendList(call, calendarEntryResource, listedEntries(call), {
    direction: 'asc',
    key: ({ entry, schedule }) => [entry.id, startOf(schedule)],
  });
}

function showEntry(call: ApiCall): void {
  sendEntry(call, requireEntryView(call.id, call.reader), selectedFields(call, calendarEntryResource));
}

/** @throws ClioError 422 for a flag that is no boolean; asked before anything is written. */
function wantsEmails({ request, reader }: ApiCall): boolean {
  const body = createBodyReader(bodyData(request.body), reader);
  return body.flag('send_email_notification') ?? reader.switches.sendsEmailByDefault;
}

/** Notes in the journal how many invited contacts would get mail, so that a test can see that nobody did. */
function noteEmails(options: ApiOptions, call: ApiCall, entry: CalendarEntry): void {
  const contacts = entry.attendees.filter(({ type }) => type === 'Contact');
  options.journal.note(call.response, { emails: contacts.length });
}

function createEntry(options: ApiOptions, call: ApiCall): void {
  const selection = selectedFields(call, calendarEntryResource);
  const sendsEmails = wantsEmails(call);
  const entry = createCalendarEntry(bodyData(call.request.body), call.reader);
  if (sendsEmails) noteEmails(options, call, entry);
  sendEntry(call, wholeEntry(entry), selection, 201);
}

function updatedView(view: EntryView, call: ApiCall): EntryView {
  const { state, switches, nowMs } = call.reader;
  const body = createBodyReader(bodyData(call.request.body), call.reader);
  const isOccurrence = view.occurrenceDateMs !== null;
  if (isOccurrence && switches.patchOfOccurrence === 'refuse') {
    throw invalidArgument('an occurrence cannot be updated by itself.', 422);
  }
  if (isOccurrence && switches.patchOfOccurrence === 'occurrence') {
    const replacement = changedEntry(detachedEntry(state, view), body, call.reader);
    replaceOccurrence(state, view, replacement, nowMs);
    return wholeEntry(replacement);
  }
  const entry = changedEntry(view.entry, body, call.reader);
  state.calendarEntries.set(entry.id, entry);
  return wholeEntry(entry);
}

function updateEntry(options: ApiOptions, call: ApiCall): void {
  const { state, switches, nowMs } = call.reader;
  const selection = selectedFields(call, calendarEntryResource);
  const view = requireEntryView(call.id, call.reader);
  checkWriteable(view.entry.calendarOwnerId, call.reader);
  checkIfMatch(call.request, viewTag(view));
  const data = bodyData(call.request.body);
  const flag = switches.deletedFlagBelongsTo === 'patch' ? deletedFlag(data['_deleted']) : undefined;
  if (flag !== undefined) {
    deleteOccurrences(state, view, flag, nowMs);
    return sendEntry(call, view, selection);
  }
  const sendsEmails = wantsEmails(call);
  const updated = updatedView(view, call);
  if (sendsEmails) noteEmails(options, call, updated.entry);
  sendEntry(call, updated, selection);
}

/** The flag of a DELETE, in its query or in its body, where the switch gives it one. */
function flagOfDelete({ request, query, reader }: ApiCall): DeletedFlag | undefined {
  if (reader.switches.deletedFlagBelongsTo !== 'delete') return undefined;
  const body: unknown = request.body;
  const data = isJsonObject(body) && isJsonObject(body['data']) ? body['data'] : {};
  return deletedFlag(query.text('_deleted') ?? data['_deleted']);
}

function deleteView(call: ApiCall, view: EntryView): void {
  const { state, switches, nowMs } = call.reader;
  const flag = flagOfDelete(call);
  const isOccurrence = view.occurrenceDateMs !== null;
  if (flag !== undefined) return deleteOccurrences(state, view, flag, nowMs);
  if (isOccurrence && switches.deleteOfOccurrence === 'refuse') {
    throw invalidArgument('an occurrence cannot be deleted by itself.', 422);
  }
  if (isOccurrence && switches.deleteOfOccurrence === 'occurrence') {
    return deleteOccurrences(state, view, 'single', nowMs);
  }
  deleteEntry(state, view.entry);
}

/** There is no If-Match on DELETE, and no way back. */
function removeEntry(call: ApiCall): void {
  const { deleteOfMissingStatus } = call.reader.switches;
  if (findEntryView(call.id, call.reader) === undefined) {
    if (deleteOfMissingStatus === 204) return void call.response.status(204).end();
    throw new ClioError(deleteOfMissingStatus, 'The calendar entry was not found.');
  }
  const view = requireEntryView(call.id, call.reader);
  checkWriteable(view.entry.calendarOwnerId, call.reader);
  deleteView(call, view);
  call.response.status(204).end();
}

const documented = { status: 'implemented', provenance: 'documented' } as const;

/** The bodies of the writes are expected to be parsed. */
export function addCalendarEntryRoutes(router: Router, options: ApiOptions): void {
  const { ledger } = options;
  const collection = '/api/v4/calendar_entries{.json}';
  const member = '/api/v4/calendar_entries/:id{.json}';
  ledger.register(
    router,
    {
      method: 'get',
      path: collection,
      ...documented,
      source: 'OpenAPI CalendarEntry#index, api-docs/paging',
    },
    apiHandler(options, ['calendars', 'read'], listEntries),
  );
  ledger.register(
    router,
    { method: 'get', path: member, ...documented, source: 'OpenAPI CalendarEntry#show, api-docs/etags' },
    apiHandler(options, ['calendars', 'read'], showEntry),
  );
  ledger.register(
    router,
    {
      method: 'post',
      path: collection,
      ...documented,
      source: 'OpenAPI CalendarEntry#create; that unknown keys are discarded was observed',
    },
    apiHandler(options, ['calendars', 'read_write'], (call) => createEntry(options, call)),
  );
  ledger.register(
    router,
    {
      method: 'patch',
      path: member,
      ...documented,
      source: 'OpenAPI CalendarEntry#update, api-docs/etags; occurrences are switches',
    },
    apiHandler(options, ['calendars', 'read_write'], (call) => updateEntry(options, call)),
  );
  ledger.register(
    router,
    {
      method: 'delete',
      path: member,
      ...documented,
      source: 'OpenAPI CalendarEntry#destroy; the status for a missing id is a switch',
    },
    apiHandler(options, ['calendars', 'read_write'], removeEntry),
  );
}
