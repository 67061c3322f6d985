/** The list of entries: the documented parameters, and no others. */
import { invalidArgument } from '../clio-error';
import type { ApiCall } from '../api/api-call';
import { attendingCalendars, entryPermission } from '../calendar-permission';
import { isCalendarVisible } from '../calendars/calendar-resource';
import type { CalendarEntry, ExternalProperty } from '../entities';
import { isMasked } from './calendar-entry-resource';
import { shownTimes } from './entry-schedule';
import { occurrenceOfEntry, wholeEntry, type EntryView } from './entry-view';
import { occurrencesOf } from './occurrences';

type EntryFilter = (entry: CalendarEntry) => boolean;

/** How far an expanded series without an end goes when `to` is left out; what Clio does then is not documented. */
const horizonMs = 366 * 86_400_000;

function equals<T>(wanted: T | undefined, read: (entry: CalendarEntry) => T): EntryFilter {
  return (entry) => wanted === undefined || read(entry) === wanted;
}

function onCalendar({ query, reader }: ApiCall): EntryFilter {
  const calendarId = query.integer('calendar_id');
  if (calendarId === undefined) return () => true;
  const { state, switches } = reader;
  const looksAtAttendees = switches.calendarIdMatches === 'owner-or-attendee';
  return (entry) =>
    entry.calendarOwnerId === calendarId ||
    (looksAtAttendees && attendingCalendars(entry, state).some(({ id }) => id === calendarId));
}

function onVisibleCalendar({ query, reader }: ApiCall): EntryFilter {
  const { state, user } = reader;
  const source = query.choice('source', ['web', 'mobile']) ?? 'web';
  return equals(query.flag('visible'), (entry) => {
    const owner = state.calendars.get(entry.calendarOwnerId);
    return owner !== undefined && isCalendarVisible(owner, user.id, source);
  });
}

function withExternalProperty({ query }: ApiCall): EntryFilter {
  const name = query.text('external_property_name');
  const value = query.text('external_property_value');
  if (name === undefined && value === undefined) return () => true;
  if (name === undefined) {
    throw invalidArgument('external_property_value requires external_property_name.');
  }
  const fits = (property: ExternalProperty): boolean =>
    property.name === name && (value === undefined || property.value === value);
  return (entry) => entry.externalProperties.some(fits);
}

/** `null` is a keyword here: the entries without a matter. */
function ofMatter({ query }: ApiCall): EntryFilter {
  if (query.text('matter_id') === 'null') return (entry) => entry.matterId === null;
  return equals<number | null>(query.integer('matter_id'), ({ matterId }) => matterId);
}

function containing({ query, reader }: ApiCall): EntryFilter {
  const text = query.text('query')?.toLowerCase();
  if (text === undefined) return () => true;
  return (entry) =>
    !isMasked(wholeEntry(entry), reader) &&
    `${entry.summary}\n${entry.description ?? ''}\n${entry.location ?? ''}`.toLowerCase().includes(text);
}

function viewable({ query, reader }: ApiCall): EntryFilter {
  const acrossUsers = query.flag('owner_entries_across_all_users') === true;
  if (acrossUsers && query.text('matter_id') === undefined) {
    throw invalidArgument('owner_entries_across_all_users requires matter_id.');
  }
  return (entry) => acrossUsers || entryPermission(entry, reader.user, reader.state) !== 'none';
}

function entryFilters(call: ApiCall): EntryFilter[] {
  const { query } = call;
  const ids = query.integers('ids');
  const createdSinceMs = query.time('created_since') ?? Number.NEGATIVE_INFINITY;
  const updatedSinceMs = query.time('updated_since') ?? Number.NEGATIVE_INFINITY;
  return [
    onCalendar(call),
    ({ id }) => ids === undefined || ids.includes(id),
    equals(query.flag('is_all_day'), ({ schedule }) => schedule.kind === 'all-day'),
    equals(query.flag('has_court_rule'), ({ courtRule }) => courtRule),
    ({ createdAtMs, updatedAtMs }) => createdAtMs >= createdSinceMs && updatedAtMs >= updatedSinceMs,
    ofMatter(call),
    withExternalProperty(call),
    onVisibleCalendar(call),
    containing(call),
    viewable(call),
  ];
}

function viewsOf(entry: CalendarEntry, call: ApiCall, window: { fromMs: number; toMs: number }): EntryView[] {
  if (entry.recurrenceRule === null || call.query.flag('expanded') !== true) return [wholeEntry(entry)];
  const { switches, nowMs } = call.reader;
  const untilMs = Number.isFinite(window.toMs) ? window.toMs : Math.max(nowMs, window.fromMs) + horizonMs;
  const occurrences = occurrencesOf(entry, { fromMs: window.fromMs, toMs: untilMs });
  return [...occurrences].map((each) => occurrenceOfEntry(entry, each, switches.occurrenceIds));
}

/**
 * `from` keeps what ends on or after it, `to` what begins on or before it: together what overlaps, both ends included.
 *
 * @throws ClioError 400 for a parameter with a wrong value.
 */
export function listedEntries(call: ApiCall): EntryView[] {
  const { query, reader } = call;
  const filters = entryFilters(call);
  const fromMs = query.time('from') ?? Number.NEGATIVE_INFINITY;
  const toMs = query.time('to') ?? Number.POSITIVE_INFINITY;
  return [...reader.state.calendarEntries.values()]
    .filter((entry) => filters.every((fits) => fits(entry)))
    .flatMap((entry) => viewsOf(entry, call, { fromMs, toMs }))
    .filter(({ schedule }) => {
      const { startAtMs, endAtMs } = shownTimes(schedule, reader);
      return endAtMs >= fromMs && startAtMs <= toMs;
    });
}
