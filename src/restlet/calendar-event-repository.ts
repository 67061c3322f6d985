/** Calendar events out of N/search. Asks and hands over; decides nothing. */
import * as search from 'N/search';
import { filterDay, STATUS_FILTER } from './calendar-event-filters';
import { firstAccepted } from './first-accepted';
import type {
  AttendeeRecord,
  CalendarEventRepository,
  EventAttendees,
  EventQuery,
  EventRecord,
  EventSearch,
  EventTimesIn,
  UserSession,
} from './ports';
import { recordId, searchText, searchValue } from './search-value';

const SEARCH_PAGE = 1000;
const FETCH_UNITS = 5;

const filtersFor = (query: EventQuery): unknown[] => {
  const filters: unknown[] = [STATUS_FILTER];
  const and = (filter: unknown): void => void filters.push('and', filter);
  const { eventIds, days, person } = query;
  if (eventIds) and(['internalid', 'anyof', eventIds]);
  if (days) and(['startdate', 'within', filterDay(days.first), filterDay(days.last)]);
  if (person) {
    const attends = ['attendee', 'anyof', person.id];
    and(person.role === 'attendee' ? attends : [attends, 'or', ['organizer', 'anyof', person.id]]);
  }
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

/** `alldayevent` and `timezone` are no search columns of their own (Records Browser): formulas ask for them. */
interface FormulaColumns {
  /** Tells whether an event lasts all day; absent where the account refuses it. */
  readonly allDay?: search.Column;
  /** Zone the event was entered in; asked for only where its times are shown in it. */
  readonly timeZone?: search.Column;
}

const toEventRecord = (result: search.Result, { allDay, timeZone }: FormulaColumns): EventRecord => ({
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
  timeZone: timeZone === undefined ? '' : searchValue(result, timeZone),
  organizerId: searchValue(result, 'organizer'),
  organizerName: searchText(result, 'organizer'),
  lastModified: searchValue(result, 'lastmodifieddate'),
});

interface OpenedSearch {
  readonly paged: search.PagedData;
  readonly formulas: FormulaColumns;
}

const runSearch = (query: EventQuery, pageSize: number, formulas: FormulaColumns): OpenedSearch => {
  const columns = [...newestFirst(), ...PLAIN_COLUMNS, ...Object.values(formulas)];
  const filters = filtersFor(query);
  const paged = search.create({ type: 'calendarevent', filters, columns }).runPaged({ pageSize });
  return { paged, formulas };
};

const formulaColumn = (formula: string): search.Column =>
  search.createColumn({ name: 'formulatext', formula });

const openSearch = (query: EventQuery, pageSize: number, eventTimesIn: EventTimesIn): EventSearch => {
  const zone = eventTimesIn === 'event-zone' ? { timeZone: formulaColumn('{timezone}') } : {};
  const plain = (): OpenedSearch => runSearch(query, pageSize, zone);
  const rich = (): OpenedSearch =>
    runSearch(query, pageSize, { ...zone, allDay: formulaColumn('{alldayevent}') });
  let opened = firstAccepted(rich, plain);
  const { count } = opened.paged;

  const fetched = new Map<number, readonly EventRecord[]>();
  const recordsOf = ({ paged, formulas }: OpenedSearch, index: number): readonly EventRecord[] =>
    paged.fetch({ index }).data.map((result) => toEventRecord(result, formulas));
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

interface OpenedAttendees {
  readonly paged: search.PagedData;
  readonly joins: readonly PersonJoin[];
}

/** One row an attendee. Its contact and customer joins tell who is who at no extra cost, where they are accepted. */
const openAttendeeSearch = (
  eventIds: readonly string[],
  attendee: search.Column | string,
): OpenedAttendees => {
  const run = (joins: readonly PersonJoin[]): OpenedAttendees => {
    const columns = [
      ...newestFirst(),
      attendee,
      'response',
      ...joins.flatMap(({ id, email }) => [id, email]),
    ];
    const filters = [['internalid', 'anyof', eventIds], 'and', STATUS_FILTER];
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

/** Of so many events the attendees may well fill more than a page; to see that first would cost a search. */
const MANY_EVENTS = 250;

/** Only a search of one page may leave the order of an event's attendees to NetSuite: between pages some would be lost. */
const inSureOrder = (eventIds: readonly string[]): OpenedAttendees => {
  const asKept = (): OpenedAttendees => openAttendeeSearch(eventIds, 'attendee');
  const first = eventIds.length > MANY_EVENTS ? undefined : asKept();
  if (first && first.paged.count <= SEARCH_PAGE) return first;
  const sorted = search.createColumn({ name: 'attendee', sort: search.Sort.ASC });
  return firstAccepted(() => openAttendeeSearch(eventIds, sorted), asKept);
};

const readAttendees = (eventIds: readonly string[], mayFetch: () => boolean): EventAttendees => {
  const byEventId = new Map<string, AttendeeRecord[]>();
  if (eventIds.length === 0) return { byEventId, isComplete: true, completeIds: new Set() };

  const { paged, joins } = inSureOrder(eventIds);
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
  search: (query, pageSize) => openSearch(query, pageSize, session.eventTimesIn),
  attendeesOf: (eventIds, reserveUnits) => {
    const mayFetch = (): boolean => session.remainingUnits() >= reserveUnits + FETCH_UNITS;
    const nothing: EventAttendees = { byEventId: new Map(), isComplete: false, completeIds: new Set() };
    if (eventIds.length > 0 && session.remainingUnits() < reserveUnits + 2 * FETCH_UNITS) return nothing;
    return readAttendees(eventIds, mayFetch);
  },
});
