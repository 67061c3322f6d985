/** What one call of the calendar events RESTlet asks for, read from its parameters. Pure. */
import { netSuiteTimeZones } from '../contract/time/netsuite-time-zones';
import { dayText } from '../contract/time/iso';
import { defaultDayRange, windowOfDays, type TimeWindow } from '../contract/time/day-range';
import { readUtcOffset, wallMsAt } from '../contract/time/zone-arithmetic';
import type { ZoneClock } from '../contract/time/zone-clock';
import {
  dayParameter,
  flagParameter,
  idParameter,
  integerParameter,
  invalidParameter,
  wordsParameter,
  zoneParameter,
  type Parameters,
} from './parameters';
import type { EventQuery, EventTimesIn } from './ports';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MAX_PAGE = 999_999;
const MAX_PAGE_SIZE = 1000;
const MIN_PAGE_SIZE = 5;

export interface ListRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly query: EventQuery;
  /** Who must attend or organize them beside the person of the query. */
  readonly alsoOf?: string;
  /** Absent when one event is asked for by its id. */
  readonly window?: TimeWindow;
  /** The window does not begin and end with the user's days: the first and last of them are only in part inside. */
  readonly cutsDays: boolean;
}

export interface ListRequestContext {
  readonly userId: string;
  readonly timeZone: string;
  readonly clock: ZoneClock;
  readonly nowMs: number;
  readonly eventTimesIn: EventTimesIn;
}

const UTC_NAMES = /^(UTC|GMT|Zulu|Etc\/(UTC|GMT|UCT|Zulu|Greenwich))$/i;
const HALF_YEAR_MS = 182 * DAY_MS;

/**
 * NetSuite takes a zone it does not know for GMT, silently (format.d.ts). So a name outside its own list is believed
 * only when it shows another offset than GMT in one half of the year.
 */
const requireKnownZone = (zone: string, { clock, nowMs }: ListRequestContext): void => {
  const isListed = netSuiteTimeZones.some((known) => known === zone);
  if (isListed || UTC_NAMES.test(zone)) return;
  const offsets = [nowMs, nowMs + HALF_YEAR_MS].map((epochMs) => clock.offsetMinutesAt(epochMs, zone));
  if (offsets.every((offset) => offset === 0)) {
    throw invalidParameter(
      'timeZone',
      'NetSuite does not know this zone; give its name as in NetSuite, or utcOffset',
    );
  }
};

/** A clock that also knows "zones" which are offsets, like `-07:00`. */
const withFixedOffsets = (clock: ZoneClock): ZoneClock => ({
  offsetMinutesAt: (epochMs, zone) => readUtcOffset(zone) ?? clock.offsetMinutesAt(epochMs, zone),
});

const readWindow = (parameters: Parameters, context: ListRequestContext): TimeWindow => {
  const clock = withFixedOffsets(context.clock);
  const caller = zoneParameter(parameters);
  if (caller?.name === 'timeZone') requireKnownZone(caller.zone, context);
  const zone = caller?.zone ?? context.timeZone;

  const start = dayParameter(parameters, 'startDate');
  const end = dayParameter(parameters, 'endDate');
  const usual = defaultDayRange(context.nowMs, zone, clock);
  const range = {
    startDate: start === undefined ? usual.startDate : dayText(start),
    endDate: end === undefined ? usual.endDate : dayText(end),
  };
  if (range.endDate < range.startDate) {
    throw invalidParameter(
      'endDate',
      `must be on or after startDate; ${range.endDate} is before ${range.startDate}`,
    );
  }
  return windowOfDays(range, zone, clock);
};

/** The user's days that a window touches, and whether it covers them whole. */
const userDaysOf = (
  { fromMs, toMs }: TimeWindow,
  { timeZone, clock, eventTimesIn }: ListRequestContext,
): { readonly first: number; readonly last: number; readonly cutsDays: boolean } => {
  const midnightOf = (wallMs: number): number => Math.floor(wallMs / DAY_MS) * DAY_MS;
  const first = midnightOf(wallMsAt(fromMs, timeZone, clock));
  const last = midnightOf(wallMsAt(toMs - MINUTE_MS, timeZone, clock));
  // The search compares days of the event's own zone, which begin up to a day earlier or later than the user's.
  if (eventTimesIn === 'event-zone') return { first: first - DAY_MS, last: last + DAY_MS, cutsDays: true };
  const whole = windowOfDays({ startDate: dayText(first), endDate: dayText(last) }, timeZone, clock);
  return { first, last, cutsDays: whole.fromMs !== fromMs || whole.toMs !== toMs };
};

/** @throws AppointmentError invalid_request naming the parameter that is wrong */
export const readListRequest = (parameters: Parameters, context: ListRequestContext): ListRequest => {
  const page = integerParameter(parameters, 'page', { min: 0, max: MAX_PAGE, otherwise: 0 });
  const pageSize = integerParameter(parameters, 'pageSize', {
    min: MIN_PAGE_SIZE,
    max: MAX_PAGE_SIZE,
    otherwise: MAX_PAGE_SIZE,
  });
  const eventId = idParameter(parameters, 'id');
  const contactId = idParameter(parameters, 'contactId');
  const titleWords = wordsParameter(parameters, 'q');
  const mineOnly = flagParameter(parameters, 'mineOnly', true);
  const window = readWindow(parameters, context);
  if (eventId !== undefined)
    return { page, pageSize, query: { eventIds: [eventId], titleWords: [] }, cutsDays: false };

  const { first, last, cutsDays } = userDaysOf(window, context);
  const { userId } = context;
  const days = { first, last };
  if (contactId !== undefined) {
    const query: EventQuery = { days, titleWords, person: { id: contactId, role: 'attendee' } };
    const alsoOf = mineOnly && contactId !== userId ? { alsoOf: userId } : {};
    return { page, pageSize, query, ...alsoOf, window, cutsDays };
  }
  const mine: Pick<EventQuery, 'person'> = mineOnly ? { person: { id: userId, role: 'participant' } } : {};
  return { page, pageSize, query: { days, titleWords, ...mine }, window, cutsDays };
};
