/**
 * The search type calendarevent: which events and occurrences a caller sees, and when a row stands for an event or
 * for one of its attendee lines.
 *
 * A filter is tested against each attendee line of an event (an event without attendees counts as one empty line).
 * With an `attendee`, `response` or joined column there is a row for each line that passes the whole filter, so a
 * filter by attendee also narrows the lines shown. Without such a column an event that passes with any line is one
 * row, unless the switch `attendeeFilterMultipliesRows` says that each line that passes is a row.
 */
import type { CalendarEvent, EventAttendee, NetSuiteState, Occurrence } from '../../entities';
import { isEventVisible, isInvited } from '../event-visibility';
import { requirePermission } from '../permission';
import type { RunContext } from '../run-context';
import { createCalendarEventColumns } from './calendar-event-columns';
import { createCalendarEventFilters } from './calendar-event-filters';
import { createJoins } from './calendar-event-joins';
import type { ColumnField, SearchSource } from './column-field';
import type { EventRow } from './event-row';
import { compileFilter } from './filter-predicate';
import { createFormulaField } from './formula-column';
import type { SearchColumn } from './search-column';
import { termsOf } from './search-filter';
import type { SearchFilter } from './search-filter';
import { columnFault, filterFault } from './search-name-fault';

const type = 'calendarevent';
const lineFields: ReadonlySet<string> = new Set(['attendee', 'response']);
const dateFilters: ReadonlySet<string> = new Set(['startdate', 'date', 'instancestart']);

export function createCalendarEventSource(
  columns: readonly SearchColumn[],
  filter: SearchFilter,
  context: RunContext,
): SearchSource<EventRow> {
  requirePermission(context.user, 'LIST_EVENT', 'VIEW');
  return {
    rows: findRows(columns, filter, context),
    recordType: () => type,
    id: ({ event }) => event.internalId,
    fieldOf: createFieldFinder(context),
  };
}

function createFieldFinder(context: RunContext): (column: SearchColumn) => ColumnField<EventRow> {
  const columns = createCalendarEventColumns(context);
  const joins = createJoins(context);
  const { formulaSeesAllDay: seesAllDay, formulaSeesTimeZone: seesTimeZone } = context.switches;
  return (column) => {
    const { name, join } = column;
    if (join !== '') return joins(join)?.columns.get(name) ?? columnFault(type, name, join);
    if (name.startsWith('formula')) return createFormulaField(column, { columns, seesAllDay, seesTimeZone });
    return columns.get(name) ?? columnFault(type, name, join);
  };
}

function findRows(
  columns: readonly SearchColumn[],
  filter: SearchFilter,
  context: RunContext,
): readonly EventRow[] {
  const { state, switches, user } = context;
  const filters = createCalendarEventFilters(context);
  const joins = createJoins(context);
  const matches = compileFilter<EventRow>(filter, {
    fieldOf: (name, join) =>
      (join === '' ? filters : joins(join)?.filters)?.get(name) ?? filterFault(type, name, join),
    preferences: user.preferences,
  });
  const filtersLines = termsOf(filter).some(readsLine);
  const isRowPerLine = columns.some(readsLine) || (filtersLines && switches.attendeeFilterMultipliesRows);
  const isInvitationsOnly = switches.dateOnlySearchShowsInvitations && isDateOnly(filter);

  const rows: EventRow[] = [];
  for (const event of candidatesOf(filter, state)) {
    const isShown =
      isEventVisible(event, user.employeeId) && (!isInvitationsOnly || isInvited(event, user.employeeId));
    if (!isShown) continue;
    for (const occurrence of occurrencesOf(event, context)) {
      const passing = linesOf(event, isRowPerLine || filtersLines)
        .map((line) => ({ event, occurrence, line }))
        .filter(matches);
      rows.push(...(isRowPerLine ? passing : passing.slice(0, 1)));
    }
  }
  return rows;
}

/** What an event is tested as: each of its attendee lines, or the event as a whole. */
function linesOf(event: CalendarEvent, isTestedByLine: boolean): readonly (EventAttendee | undefined)[] {
  return isTestedByLine && event.attendees.length > 0 ? event.attendees : [undefined];
}

function readsLine({ name, join }: { readonly name: string; readonly join: string }): boolean {
  return join !== '' || lineFields.has(name);
}

function occurrencesOf(event: CalendarEvent, { switches }: RunContext): readonly Occurrence[] {
  return switches.recurringRows === 'occurrence' ? event.occurrences : [event.occurrences[0]];
}

/** A date filter and no other limits a search to the caller's invitations (section_1559218597). */
function isDateOnly(filter: SearchFilter): boolean {
  const terms = termsOf(filter);
  return terms.length > 0 && terms.every(({ name, join }) => join === '' && dateFilters.has(name));
}

/** A search for certain internal ids, as for the attendees of one page, need not look at every event. */
function candidatesOf(filter: SearchFilter, state: NetSuiteState): Iterable<CalendarEvent> {
  const ids = wantedIds(filter);
  if (ids === undefined) return state.events.values();
  return [...new Set(ids)].flatMap((id) => state.events.get(id) ?? []);
}

function wantedIds(filter: SearchFilter): readonly string[] | undefined {
  if (filter.kind === 'all') {
    for (const one of filter.filters) {
      const ids = wantedIds(one);
      if (ids !== undefined) return ids;
    }
  }
  const isIdTerm =
    filter.kind === 'term' &&
    filter.name === 'internalid' &&
    filter.join === '' &&
    filter.operator === 'anyof';
  return isIdTerm ? filter.values.map(String) : undefined;
}
