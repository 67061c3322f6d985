/** Calendar events out of N/search. Asks and hands over; decides nothing. */
import * as format from 'N/format';
import * as search from 'N/search';
import { firstAccepted } from './first-accepted';
import type {
  AttendeeRecord,
  CalendarEventRepository,
  EventAttendees,
  EventQuery,
  EventRecord,
  EventSearch,
  UserSession,
} from './ports';
import { recordId, searchText, searchValue } from './search-value';

const SEARCH_PAGE = 1000;
const FETCH_UNITS = 5;
const STATUSES = ['TENTATIVE', 'CONFIRMED', 'COMPLETE', 'CANCELLED'];

/** A day as a search filter takes it: in the user's own date format. Noon, so that no zone makes it another day. */
const filterDay = (wallMs: number): string => {
  const day = new Date(wallMs);
  const noon = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  return String(format.format({ value: noon, type: format.Type.DATE }));
};

/**
 * Always with a filter beside the date: with a date alone, a search finds only what the caller is invited to
 * (section_1559218597).
 */
const filtersFor = (query: EventQuery): unknown[] => {
  const filters: unknown[] = [['status', 'anyof', STATUSES]];
  const and = (filter: unknown): void => void filters.push('and', filter);
  if (query.eventId !== undefined) and(['internalid', 'anyof', query.eventId]);
  if (query.days) and(['startdate', 'within', filterDay(query.days.first), filterDay(query.days.last)]);
  if (query.participantId !== undefined) {
    and([['attendee', 'anyof', query.participantId], 'or', ['organizer', 'anyof', query.participantId]]);
  }
  if (query.contactId !== undefined) and(['attendee', 'anyof', query.contactId]);
  for (const word of query.titleWords) and(['title', 'contains', word]);
  return filters;
};

/** Newest first, and unambiguous, as a paged search has to be (section_4486596158). */
const newestFirst = (): search.Column[] =>
  ['startdate', 'starttime', 'internalid'].map((name) =>
    search.createColumn({ name, sort: search.Sort.DESC }),
  );

const PLAIN_COLUMNS = [
  'endtime',
  'title',
  'message',
  'location',
  'status',
  'organizer',
  'lastmodifieddate',
  'instancestart',
  'instanceend',
] as const;

const toEventRecord = (result: search.Result, allDay: search.Column | undefined): EventRecord => ({
  id: recordId(result),
  title: searchValue(result, 'title'),
  message: searchValue(result, 'message'),
  location: searchValue(result, 'location'),
  status: searchValue(result, 'status'),
  startDate: searchValue(result, 'startdate'),
  startTime: searchValue(result, 'starttime'),
  endTime: searchValue(result, 'endtime'),
  instanceStart: searchValue(result, 'instancestart'),
  instanceEnd: searchValue(result, 'instanceend'),
  isAllDay: allDay !== undefined && searchValue(result, allDay) === 'T',
  organizerId: searchValue(result, 'organizer'),
  organizerName: searchText(result, 'organizer'),
  lastModified: searchValue(result, 'lastmodifieddate'),
});

interface OpenedSearch {
  readonly paged: search.PagedData;
  /** The column that tells whether an event lasts all day; absent where the account refuses it. */
  readonly allDay?: search.Column;
}

const runSearch = (query: EventQuery, pageSize: number, allDay?: search.Column): OpenedSearch => {
  const columns = [...newestFirst(), ...PLAIN_COLUMNS, ...(allDay ? [allDay] : [])];
  const filters = filtersFor(query);
  const paged = search.create({ type: 'calendarevent', filters, columns }).runPaged({ pageSize });
  return { paged, ...(allDay ? { allDay } : {}) };
};

/** `alldayevent` is no search column of its own (Records Browser), so a formula asks for it where that is accepted. */
const openSearch = (query: EventQuery, pageSize: number): EventSearch => {
  const plain = (): OpenedSearch => runSearch(query, pageSize);
  const rich = (): OpenedSearch =>
    runSearch(query, pageSize, search.createColumn({ name: 'formulatext', formula: '{alldayevent}' }));
  let opened = firstAccepted(rich, plain);
  const { count } = opened.paged;

  const fetched = new Map<number, readonly EventRecord[]>();
  const recordsOf = ({ paged, allDay }: OpenedSearch, index: number): readonly EventRecord[] =>
    paged.fetch({ index }).data.map((result) => toEventRecord(result, allDay));
  const page = (index: number): readonly EventRecord[] => {
    const known = fetched.get(index);
    if (known) return known;
    const records = firstAccepted(
      () => recordsOf(opened, index),
      () => recordsOf((opened = plain()), index),
    );
    fetched.set(index, records);
    return records;
  };

  return {
    count,
    read: (from, to) => {
      const end = Math.min(to, count);
      const records: EventRecord[] = [];
      for (let index = Math.floor(from / pageSize); index * pageSize < end; index++) {
        const first = index * pageSize;
        records.push(...page(index).slice(Math.max(0, from - first), end - first));
      }
      return records;
    },
  };
};

interface PersonJoin {
  readonly type: 'contact' | 'custjob';
  readonly id: search.Column;
  readonly email: search.Column;
}

const personJoin = (type: PersonJoin['type'], join: string): PersonJoin => ({
  type,
  id: search.createColumn({ name: 'internalid', join }),
  email: search.createColumn({ name: 'email', join }),
});

const toAttendeeRecord = (result: search.Result, joins: readonly PersonJoin[]): AttendeeRecord => {
  const join = joins.find(({ id }) => searchValue(result, id) !== '');
  return {
    id: searchValue(result, 'attendee'),
    name: searchText(result, 'attendee'),
    response: searchValue(result, 'response'),
    type: join?.type ?? '',
    email: join ? searchValue(result, join.email) : '',
  };
};

/** One row an attendee. Its contact and customer joins tell who is who at no extra cost, where they are accepted. */
const openAttendeeSearch = (
  eventIds: readonly string[],
): { paged: search.PagedData; joins: readonly PersonJoin[] } => {
  const run = (joins: readonly PersonJoin[]): { paged: search.PagedData; joins: readonly PersonJoin[] } => {
    const columns = [
      ...newestFirst(),
      'attendee',
      'response',
      ...joins.flatMap(({ id, email }) => [id, email]),
    ];
    const filters = [['internalid', 'anyof', eventIds], 'and', ['status', 'anyof', STATUSES]];
    return {
      paged: search.create({ type: 'calendarevent', filters, columns }).runPaged({ pageSize: SEARCH_PAGE }),
      joins,
    };
  };
  return firstAccepted(
    () => run([personJoin('contact', 'attendeeContact'), personJoin('custjob', 'attendeeCustomer')]),
    () => run([]),
  );
};

const readAttendees = (eventIds: readonly string[], mayFetch: () => boolean): EventAttendees => {
  const byEventId = new Map<string, AttendeeRecord[]>();
  if (eventIds.length === 0) return { byEventId, isComplete: true, completeIds: new Set() };

  const { paged, joins } = openAttendeeSearch(eventIds);
  let lastId = '';
  for (let index = 0; index * SEARCH_PAGE < paged.count; index++) {
    if (!mayFetch()) {
      const completeIds = new Set(byEventId.keys());
      completeIds.delete(lastId);
      return { byEventId, isComplete: false, completeIds };
    }
    for (const result of paged.fetch({ index }).data) {
      lastId = recordId(result);
      const attendees = byEventId.get(lastId) ?? [];
      const attendee = toAttendeeRecord(result, joins);
      if (attendee.id !== '' && !attendees.some(({ id }) => id === attendee.id)) attendees.push(attendee);
      byEventId.set(lastId, attendees);
    }
  }
  return { byEventId, isComplete: true, completeIds: new Set(eventIds) };
};

export const createCalendarEventRepository = (session: UserSession): CalendarEventRepository => ({
  search: openSearch,
  attendeesOf: (eventIds, reserveUnits) => {
    const mayFetch = (): boolean => session.remainingUnits() >= reserveUnits + FETCH_UNITS;
    const nothing: EventAttendees = { byEventId: new Map(), isComplete: false, completeIds: new Set() };
    if (eventIds.length > 0 && session.remainingUnits() < reserveUnits + 2 * FETCH_UNITS) return nothing;
    return readAttendees(eventIds, mayFetch);
  },
});
