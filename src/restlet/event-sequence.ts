/**
 * The events of a request as one sequence, newest first, of which any stretch can be read without reading the rest:
 * what a page costs does not grow with the number of events in the account. Only a contact's own are read whole. Pure,
 * on the repository's port.
 */
import { isWithin, type TimeWindow } from '../contract/time/day-range';
import { UnreadableTimes, type EventTimes } from './event-times';
import type { ListRequest } from './list-request';
import { invalidParameter } from './parameters';
import type { CalendarEventRepository, EventQuery, EventRecord } from './ports';

const DAY_MS = 86_400_000;

/** A search can be asked only for the day an event starts, so what may still be running is looked for this far back. */
const LOOK_BACK_DAYS = 31;
const SEARCH_PAGE = 1000;
/** They are all held at once, each with texts of up to 4,000 bytes (section_4345767112). More are refused, not cut. */
const MOST_SHARED = 10_000;

export interface TimedEvent {
  readonly record: EventRecord;
  readonly times: EventTimes;
}

export interface UnreadableEvent {
  readonly id: string;
  readonly reason: string;
}

export type SequencedEvent = TimedEvent | UnreadableEvent;

export interface EventSequence {
  readonly total: number;
  slice(from: number, to: number): readonly SequencedEvent[];
}

export interface EventSequenceOptions {
  readonly events: CalendarEventRepository;
  readonly timesOf: (record: EventRecord) => EventTimes;
}

export const isTimed = (event: SequencedEvent): event is TimedEvent => 'times' in event;
export const isUnreadable = (event: SequencedEvent): event is UnreadableEvent => !isTimed(event);

export const overlaps = ({ times }: TimedEvent, window: TimeWindow | undefined): boolean =>
  !window || isWithin(window, times.startMs, times.endMs);

const timed = (record: EventRecord, timesOf: EventSequenceOptions['timesOf']): SequencedEvent => {
  try {
    return { record, times: timesOf(record) };
  } catch (error) {
    if (error instanceof UnreadableTimes) return { id: record.id, reason: error.message };
    throw error;
  }
};

const daysBefore = (first: number): number => first - LOOK_BACK_DAYS * DAY_MS;

/** Events that began before the first day of the window and have not ended when it begins. */
const stillRunning = (
  { query, window }: ListRequest,
  { events, timesOf }: EventSequenceOptions,
): readonly SequencedEvent[] => {
  if (!window || !query.days) return [];
  const before: EventQuery = {
    ...query,
    days: { first: daysBefore(query.days.first), last: query.days.first - DAY_MS },
  };
  const search = events.search(before, SEARCH_PAGE);
  return search
    .read(0, Math.min(search.count, SEARCH_PAGE))
    .map((record) => timed(record, timesOf))
    .filter((event) => isTimed(event) && overlaps(event, window));
};

const leadingCount = <T>(items: readonly T[], matches: (item: T) => boolean): number => {
  const end = items.findIndex((item) => !matches(item));
  return end < 0 ? items.length : end;
};

/** How many events of the first and last day lie outside a window that cuts these days. */
const outsideCounts = (
  { window, cutsDays }: ListRequest,
  count: number,
  read: (from: number, to: number) => readonly SequencedEvent[],
): { readonly newest: number; readonly oldest: number } => {
  if (!window || !cutsDays || count === 0) return { newest: 0, oldest: 0 };
  const isOutside = (event: SequencedEvent): boolean => isTimed(event) && !overlaps(event, window);
  const newest = leadingCount(read(0, Math.min(count, SEARCH_PAGE)), isOutside);
  const lastPageStart = Math.floor((count - 1) / SEARCH_PAGE) * SEARCH_PAGE;
  const oldest = leadingCount([...read(lastPageStart, count)].reverse(), isOutside);
  return { newest, oldest: Math.min(oldest, count - newest) };
};

/** Of these records those that the person organizes or attends; `query` is the one that found them. */
const idsOfPerson = (
  personId: string,
  records: readonly EventRecord[],
  query: EventQuery,
  events: CalendarEventRepository,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = new Set<string>();
  for (const { id, organizerId } of records) (organizerId === personId ? found : open).add(id);
  const ids = [...open];
  for (let from = 0; from < ids.length; from += SEARCH_PAGE) {
    const eventIds = ids.slice(from, from + SEARCH_PAGE);
    const search = events.search(
      { ...query, eventIds, person: { id: personId, role: 'participant' } },
      SEARCH_PAGE,
    );
    for (const { id } of search.read(0, search.count)) found.add(id);
  }
  return found;
};

/**
 * The events of two people, which no single search finds: the first's are all read, and the second is looked for among
 * them. What cannot be read is told even where it began before the window.
 */
const openSharedSequence = (
  { query: { days, ...rest }, window }: ListRequest,
  otherId: string,
  { events, timesOf }: EventSequenceOptions,
): EventSequence => {
  const query = { ...rest, ...(days && { days: { ...days, first: daysBefore(days.first) } }) };
  const search = events.search(query, SEARCH_PAGE);
  if (search.count > MOST_SHARED) {
    throw invalidParameter('contactId', `has over ${MOST_SHARED} events in these days; ask for fewer days`);
  }
  const asked = search
    .read(0, search.count)
    .map((record) => ({ record, event: timed(record, timesOf) }))
    .filter(({ event }) => isUnreadable(event) || overlaps(event, window));
  const records = asked.map(({ record }) => record);
  const ids = idsOfPerson(otherId, records, query, events);
  const shared = asked.filter(({ record }) => ids.has(record.id)).map(({ event }) => event);
  return { total: shared.length, slice: (from, to) => shared.slice(from, to) };
};

export const openEventSequence = (request: ListRequest, options: EventSequenceOptions): EventSequence => {
  if (request.alsoOf !== undefined) return openSharedSequence(request, request.alsoOf, options);
  const search = options.events.search(request.query, request.cutsDays ? SEARCH_PAGE : request.pageSize);
  const read = (from: number, to: number): readonly SequencedEvent[] =>
    search.read(from, to).map((record) => timed(record, options.timesOf));
  const outside = outsideCounts(request, search.count, read);
  const inside = search.count - outside.newest - outside.oldest;
  const running = stillRunning(request, options);

  return {
    total: inside + running.length,
    slice: (from, to) => [
      ...(from < inside ? read(outside.newest + from, outside.newest + Math.min(to, inside)) : []),
      ...running.slice(Math.max(0, from - inside), Math.max(0, to - inside)),
    ],
  };
};
