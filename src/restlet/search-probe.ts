/** Searches of which nobody could verify what NetSuite makes of them. Asks and hands over; decides nothing. */
import * as search from 'N/search';
import { filterDay, STATUS_FILTER } from './calendar-event-filters';
import type { SearchProbe } from './ports';
import { recordId, searchText, searchValue } from './search-value';

const PAGE = 1000;

const open = (filters: readonly unknown[], columns: readonly (string | search.Column)[]): search.PagedData =>
  search
    .create({
      type: 'calendarevent',
      filters: [...filters],
      columns: [search.createColumn({ name: 'internalid', sort: search.Sort.ASC }), ...columns],
    })
    .runPaged({ pageSize: PAGE });

/** A thousand rows show what there is to see. */
const firstRows = (
  filters: readonly unknown[],
  columns: readonly (string | search.Column)[],
): readonly search.Result[] => {
  const paged = open(filters, columns);
  return paged.count === 0 ? [] : paged.fetch({ index: 0 }).data;
};

const withIds = (eventIds: readonly string[]): readonly unknown[] => [
  ['internalid', 'anyof', eventIds],
  'and',
  STATUS_FILTER,
];

export const searchProbe: SearchProbe = {
  formulaValues: (field, eventIds) => {
    const column = search.createColumn({ name: 'formulatext', formula: `{${field}}` });
    return firstRows(withIds(eventIds), [column]).map((result) => searchValue(result, column));
  },
  attendeeRows: (eventIds) =>
    firstRows(withIds(eventIds), ['attendee', 'response', 'organizer']).map((result) => ({
      eventId: recordId(result),
      personId: searchValue(result, 'attendee'),
      isNamed: searchText(result, 'attendee') !== '',
      response: searchValue(result, 'response'),
      organizerId: searchValue(result, 'organizer'),
    })),
  countOfJoined: (eventIds, joins) => {
    const columns = joins.map((join) => search.createColumn({ name: 'internalid', join }));
    return firstRows(withIds(eventIds), columns).filter((result) =>
      columns.some((column) => searchValue(result, column) !== ''),
    ).length;
  },
  countOfDays: ({ first, last }, withStatus) => {
    const byDate = ['startdate', 'within', filterDay(first), filterDay(last)];
    return open(withStatus ? [byDate, 'and', STATUS_FILTER] : [byDate], []).count;
  },
  countOfIds: (eventIds) => open(withIds(eventIds), []).count,
};
