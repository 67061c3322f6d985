/** The 32 columns of a calendar event search, formula columns apart (SuiteScript Records Browser, netsuite.md §1.4). */
import { epochMsToWall } from '../../zone-time';
import { formatUserDateTime } from '../format/user-date-time';
import { formatUserDate } from '../format/user-date-format';
import { formatUserTime } from '../format/user-time-format';
import type { RunContext } from '../run-context';
import { wallMsOf } from '../zone-offset';
import { cutToColumn } from './byte-limit';
import type { ColumnField, ColumnFields } from './column-field';
import { eventLabels, hasInstance, responseOf, zoneOfRow } from './event-row';
import type { EventRow } from './event-row';

type Column = ColumnField<EventRow>;

const dayMs = 86_400_000;

/** An all-day event is 8 am to 6 pm (article_161013672126); the switch `allDayTimes` may leave that out. */
const allDayTimes = {
  starttime: { hour: 8, minute: 0, second: 0 },
  endtime: { hour: 18, minute: 0, second: 0 },
} as const;

export function createCalendarEventColumns(context: RunContext): ColumnFields<EventRow> {
  return new Map<string, Column>([...plainColumns(context), ...timeColumns(context), ...emptyColumns()]);
}

function plainColumns(context: RunContext): readonly (readonly [string, Column])[] {
  const nameOf = (personId: string): string => context.state.people.get(personId)?.name ?? '';
  const text = (read: (row: EventRow) => string): Column => ({ value: (row) => cutToColumn(read(row)) });
  const option = (read: (row: EventRow) => string): Column => ({
    value: read,
    text: (row) => eventLabels[read(row)] ?? '',
  });
  const person = (read: (row: EventRow) => string): Column => ({
    value: read,
    text: (row) => nameOf(read(row)),
  });
  return [
    [
      'internalid',
      {
        value: ({ event }) => event.internalId,
        sortKey: ({ event }) => Number(event.internalId),
      },
    ],
    ['externalid', { value: ({ event }) => event.externalId }],
    ['title', text(({ event }) => event.title)],
    ['message', text(({ event }) => event.message)],
    ['location', text(({ event }) => event.location)],
    ['status', option(({ event }) => event.status)],
    ['accesslevel', option(({ event }) => event.accessLevel)],
    ['organizer', person(({ event }) => event.organizerId)],
    ['owner', person(({ event }) => event.ownerId)],
    ['attendee', person(({ line }) => line?.personId ?? '')],
    [
      'response',
      {
        value: (row) => responseOf(row, context),
        text: ({ line }) => eventLabels[line?.response ?? ''] ?? '',
      },
    ],
  ];
}

function timeColumns(context: RunContext): readonly (readonly [string, Column])[] {
  const { preferences } = context.user;
  const wallOf = (row: EventRow, epochMs: number) => epochMsToWall(epochMs, zoneOfRow(row, context));

  const startDate: Column = {
    value: (row) => formatUserDate(wallOf(row, row.occurrence.startMs), preferences.dateFormat),
    sortKey: (row) => Math.floor(wallMsOf(row.occurrence.startMs, zoneOfRow(row, context)) / dayMs),
  };
  const timeOfDay = (name: 'starttime' | 'endtime', instantOf: (row: EventRow) => number): Column => {
    const isEmpty = ({ event }: EventRow): boolean =>
      event.allDay && context.switches.allDayTimes === 'empty';
    return {
      value: (row) => {
        if (isEmpty(row)) return '';
        const time = row.event.allDay ? allDayTimes[name] : wallOf(row, instantOf(row));
        return formatUserTime(time, preferences.timeFormat, { seconds: false });
      },
      sortKey: (row) => {
        if (isEmpty(row)) return undefined;
        return row.event.allDay
          ? allDayTimes[name].hour * 3_600_000
          : wallMsOf(instantOf(row), zoneOfRow(row, context)) % dayMs;
      },
    };
  };
  const dateTime = (
    zoneOf: (row: EventRow) => string,
    instantOf: (row: EventRow) => number | undefined,
  ): Column => ({
    value: (row) => {
      const epochMs = instantOf(row);
      if (epochMs === undefined) return '';
      return formatUserDateTime(epochMsToWall(epochMs, zoneOf(row)), preferences, { seconds: false });
    },
    sortKey: instantOf,
  });
  const rowZone = (row: EventRow): string => zoneOfRow(row, context);
  const readerZone = (): string => preferences.timeZone;
  return [
    ['startdate', startDate],
    // The Records Browser labels this column "Event Date".
    ['recurrence', startDate],
    ['starttime', timeOfDay('starttime', ({ occurrence }) => occurrence.startMs)],
    ['endtime', timeOfDay('endtime', ({ occurrence }) => occurrence.endMs)],
    [
      'instancestart',
      dateTime(rowZone, (row) => (hasInstance(row, context) ? row.occurrence.startMs : undefined)),
    ],
    [
      'instanceend',
      dateTime(rowZone, (row) => (hasInstance(row, context) ? row.occurrence.endMs : undefined)),
    ],
    ['createddate', dateTime(readerZone, ({ event }) => event.createdMs)],
    ['lastmodifieddate', dateTime(readerZone, ({ event }) => event.lastModifiedMs)],
  ];
}

/** Columns for which the account holds no data. */
function emptyColumns(): readonly (readonly [string, Column])[] {
  const emptySelects = ['company', 'contact', 'resource', 'transaction'].map(
    (name): readonly [string, Column] => [name, { value: () => '', text: () => '' }],
  );
  const emptyTexts = ['completeddate', 'lastviewed'].map((name): readonly [string, Column] => [
    name,
    { value: () => '' },
  ]);
  return [...emptySelects, ...emptyTexts, ['markdone', { value: () => false }]];
}
