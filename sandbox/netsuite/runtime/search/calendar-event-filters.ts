/** The filters of a calendar event search (SuiteScript Records Browser, netsuite.md §1.4). */
import type { RunContext } from '../run-context';
import { hasInstance, responseOf, zoneOfRow } from './event-row';
import type { EventRow } from './event-row';
import type { FilterField, FilterFields } from './filter-field';

/**
 * `date` is the name that the UI exports for startdate. `calendar` and the formula filters are not emulated, as
 * the account has nothing to compare; `completeddate` and `resource` are always empty.
 */
export function createCalendarEventFilters(context: RunContext): FilterFields<EventRow> {
  const { preferences } = context.user;
  const text = (read: (row: EventRow) => string): FilterField<EventRow> => ({ kind: 'text', read });
  const select = (read: (row: EventRow) => string): FilterField<EventRow> => ({ kind: 'select', read });
  const dateTime = (epochMs: (row: EventRow) => number | undefined): FilterField<EventRow> => ({
    kind: 'datetime',
    epochMs,
    timeZone: () => preferences.timeZone,
  });
  const rowZone = (row: EventRow): string => zoneOfRow(row, context);
  const startDate: FilterField<EventRow> = {
    kind: 'date',
    epochMs: ({ occurrence }) => occurrence.startMs,
    timeZone: rowZone,
  };
  return new Map<string, FilterField<EventRow>>([
    ['startdate', startDate],
    ['date', startDate],
    [
      'instancestart',
      {
        kind: 'datetime',
        epochMs: (row) => (hasInstance(row, context) ? row.occurrence.startMs : undefined),
        timeZone: rowZone,
      },
    ],
    ['createddate', dateTime(({ event }) => event.createdMs)],
    ['lastmodifieddate', dateTime(({ event }) => event.lastModifiedMs)],
    ['completeddate', dateTime(() => undefined)],
    ['internalid', select(({ event }) => event.internalId)],
    ['internalidnumber', { kind: 'number', read: ({ event }) => Number(event.internalId) }],
    ['externalid', select(({ event }) => event.externalId)],
    ['externalidstring', text(({ event }) => event.externalId)],
    ['status', select(({ event }) => event.status)],
    ['accesslevel', select(({ event }) => event.accessLevel)],
    ['organizer', select(({ event }) => event.organizerId)],
    ['attendee', select(({ line }) => line?.personId ?? '')],
    ['response', select((row) => responseOf(row, context))],
    ['resource', select(() => '')],
    ['title', text(({ event }) => event.title)],
    ['location', text(({ event }) => event.location)],
    ['message', text(({ event }) => event.message)],
    ['isupcomingevent', { kind: 'checkbox', read: ({ occurrence }) => occurrence.startMs > context.nowMs() }],
  ]);
}
