/** Lists calendar events: a page of rows, upcoming first, each with its attendees. */
import { restletVersion } from '../contract/restlet-version';
import type { CalendarEventRow, CalendarEventsReply, EntityType } from '../contract/restlets';
import type { ZoneClock } from '../contract/time/zone-clock';
import { toAttendee, toCalendarEventRow } from './calendar-event-mapper';
import {
  isTimed,
  isUnreadable,
  openEventSequence,
  overlaps,
  type SequencedEvent,
  type TimedEvent,
} from './event-sequence';
import { eventTimes, zoneOfTimes, type EventTimes } from './event-times';
import { readListRequest, type ListRequest } from './list-request';
import type { Parameters } from './parameters';
import type {
  AttendeeRecord,
  CalendarEventRepository,
  EventAttendees,
  EventRecord,
  PersonKinds,
  UserFormat,
  UserSession,
} from './ports';

/** Two searches and a page of each: what finding the events of a page costs, and the least of their attendees. */
const UNITS_TO_BEGIN = 40;
/** Two more searches of one page: employees and vendors among the attendees. */
const UNITS_FOR_KINDS = 20;
const MIN_PAGE_SIZE = 5;

export interface ListCalendarEventsOptions {
  readonly events: CalendarEventRepository;
  readonly people: PersonKinds;
  readonly session: UserSession;
  readonly format: UserFormat;
  readonly clock: ZoneClock;
  readonly nowMs: number;
}

/** Upcoming ascending, then past descending: whoever reads from the top reads what comes next. */
const upcomingFirst = (events: readonly TimedEvent[], nowMs: number): readonly TimedEvent[] => {
  const upcoming = events.filter(({ times }) => times.startMs >= nowMs);
  const past = events.filter(({ times }) => times.startMs < nowMs);
  return [
    ...upcoming.sort((a, b) => a.times.startMs - b.times.startMs),
    ...past.sort((a, b) => b.times.startMs - a.times.startMs),
  ];
};

/**
 * The largest page that divides the one asked for and that `count` events fill; 0 where there is none. It divides it
 * so that, renumbered, the next page begins where this one ends.
 */
const smallerPage = (pageSize: number, count: number): number => {
  for (let size = Math.min(count, pageSize); size >= MIN_PAGE_SIZE; size--)
    if (pageSize % size === 0) return size;
  return 0;
};

/** Up to which event all attendees are known. */
const knownCount = (
  events: readonly SequencedEvent[],
  { isComplete, completeIds }: EventAttendees,
): number => {
  const cut = isComplete
    ? -1
    : events.findIndex((event) => isTimed(event) && !completeIds.has(event.record.id));
  return cut < 0 ? events.length : cut;
};

/** Some accounts give an event once for each way it matches the filters (switch of the sandbox). */
const withoutDoubles = (events: readonly SequencedEvent[]): readonly SequencedEvent[] => {
  const keyOf = (event: SequencedEvent): string =>
    isTimed(event) ? `${event.record.id} ${event.times.startMs}` : event.id;
  return [...new Map(events.map((event) => [keyOf(event), event])).values()];
};

/** Contacts and customers are known from the attendee search itself, where it accepts their joins. */
const kindsToAskFor = (attendees: readonly AttendeeRecord[]): readonly EntityType[] =>
  attendees.some(({ type }) => type !== '')
    ? ['employee', 'vendor']
    : ['employee', 'vendor', 'contact', 'custjob'];

const toRows = (
  events: readonly TimedEvent[],
  attendeesByEventId: EventAttendees['byEventId'],
  { people, session, clock, nowMs }: ListCalendarEventsOptions,
): readonly CalendarEventRow[] => {
  const all = events.flatMap(({ record }) => attendeesByEventId.get(record.id) ?? []);
  const unknownIds = new Set(all.filter(({ type }) => type === '').map(({ id }) => id));
  const kinds = people.kindsOf([...unknownIds], kindsToAskFor(all));
  return upcomingFirst(events, nowMs).map(({ record, times }) => {
    const attendees = attendeesByEventId.get(record.id) ?? [];
    return toCalendarEventRow({
      record,
      times,
      attendees: attendees.map((attendee) => toAttendee(attendee, kinds.get(attendee.id))),
      timeZone: session.timeZone,
      offsetMinutes: clock.offsetMinutesAt(times.startMs, session.timeZone),
    });
  });
};

/** Days that the window only cuts, or of other zones, are searched whole: what is not in it is left out here. */
const isAsked =
  ({ cutsDays, window }: ListRequest) =>
  (event: TimedEvent): boolean =>
    !cutsDays || overlaps(event, window);

/** @throws AppointmentError invalid_request naming the parameter that is wrong */
export const listCalendarEvents = (
  parameters: Parameters,
  options: ListCalendarEventsOptions,
): CalendarEventsReply => {
  const { session, format, clock, nowMs, events } = options;
  const { userId, timeZone } = session;
  const { eventTimesIn } = session;
  const request = readListRequest(parameters, { userId, timeZone, clock, nowMs, eventTimesIn });
  const { page, pageSize } = request;
  const answer = (
    rest: Pick<CalendarEventsReply, 'total'> & Partial<CalendarEventsReply>,
  ): CalendarEventsReply => ({
    ...{ data: [], page, pageSize, hasMore: true, timeZone, unreadable: [], version: restletVersion },
    ...{ unitsUsed: session.unitsUsed(), ...rest },
  });
  if (session.remainingUnits() < UNITS_TO_BEGIN) return answer({ total: 0 });

  const timesOf = (record: EventRecord): EventTimes =>
    eventTimes(record, format, zoneOfTimes(record, session), clock);
  const sequence = openEventSequence(request, { events, timesOf });
  const { total } = sequence;
  const from = page * pageSize;
  const found = sequence.slice(from, from + pageSize);
  const ids = new Set(found.filter(isTimed).map(({ record }) => record.id));
  const attendees = events.attendeesOf([...ids], UNITS_FOR_KINDS);

  const known = knownCount(found, attendees);
  const isCut = known < found.length;
  const size = isCut ? smallerPage(pageSize, known) : pageSize;
  if (size === 0) return answer({ total });
  const kept = withoutDoubles(found.slice(0, size));
  return answer({
    data: toRows(kept.filter(isTimed).filter(isAsked(request)), attendees.byEventId, options),
    page: page * (pageSize / size),
    pageSize: size,
    total,
    hasMore: from + size < total,
    unreadable: kept.filter(isUnreadable),
  });
};
