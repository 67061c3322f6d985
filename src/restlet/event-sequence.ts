/**
 * The events of a request as one sequence, newest first, of which any stretch can be read without reading the rest:
 * what a page costs does not grow with the number of events in the account. Pure, on the repository's port.
 */
import { isWithin } from '../contract/time/day-range';
import { UnreadableTimes, type EventTimes } from './event-times';
import type { ListRequest } from './list-request';
import type { CalendarEventRepository, EventQuery, EventRecord } from './ports';

const DAY_MS = 86_400_000;

/** A search can be asked only for the day an event starts, so what may still be running is looked for this far back. */
const LOOK_BACK_DAYS = 31;
const SEARCH_PAGE = 1000;

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

const timed = (record: EventRecord, timesOf: EventSequenceOptions['timesOf']): SequencedEvent => {
  try {
    return { record, times: timesOf(record) };
  } catch (error) {
    if (error instanceof UnreadableTimes) return { id: record.id, reason: error.message };
    throw error;
  }
};

/** Events that began before the first day of the window and have not ended when it begins. */
const stillRunning = (
  { query, window }: ListRequest,
  { events, timesOf }: EventSequenceOptions,
): readonly SequencedEvent[] => {
  if (!window || !query.days) return [];
  const before: EventQuery = {
    ...query,
    days: { first: query.days.first - LOOK_BACK_DAYS * DAY_MS, last: query.days.first - DAY_MS },
  };
  const search = events.search(before, SEARCH_PAGE);
  return search
    .read(0, Math.min(search.count, SEARCH_PAGE))
    .map((record) => timed(record, timesOf))
    .filter((event) => isTimed(event) && isWithin(window, event.times.startMs, event.times.endMs));
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
  const isOutside = (event: SequencedEvent): boolean =>
    isTimed(event) && !isWithin(window, event.times.startMs, event.times.endMs);
  const newest = leadingCount(read(0, Math.min(count, SEARCH_PAGE)), isOutside);
  const lastPageStart = Math.floor((count - 1) / SEARCH_PAGE) * SEARCH_PAGE;
  const oldest = leadingCount([...read(lastPageStart, count)].reverse(), isOutside);
  return { newest, oldest: Math.min(oldest, count - newest) };
};

export const openEventSequence = (request: ListRequest, options: EventSequenceOptions): EventSequence => {
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
