/** Says what NetSuite does where nobody could verify it (netsuite.md §8), seen from inside. For administrators. */
import { AppointmentError } from '../contract/failure';
import { restletVersion } from '../contract/restlet-version';
import type { DiagnosticsReply, Probed } from '../contract/restlets';
import type { ZoneClock } from '../contract/time/zone-clock';
import { attendeeFacts, engineFacts, formulaFacts, searchFacts } from './diagnostic-facts';
import { readListRequest } from './list-request';
import type { Parameters } from './parameters';
import type { CalendarEventRepository, FormatProbe, SearchProbe, UserSession } from './ports';

const SEARCH_PAGE = 1000;
const CAMEL_JOINS = ['attendeeContact', 'attendeeCustomer'];

export interface DiagnoseOptions {
  readonly session: UserSession;
  readonly isAdministrator: boolean;
  readonly features: Readonly<Record<string, boolean>>;
  readonly events: CalendarEventRepository;
  readonly format: FormatProbe;
  readonly search: SearchProbe;
  readonly clock: ZoneClock;
  readonly nowMs: number;
}

const refusalOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : 'unknown';

const probe = <Value>(ask: () => Value): Probed<Value> => {
  try {
    return ask();
  } catch (thrown) {
    return { refused: refusalOf(thrown) };
  }
};

/** As many ids as a page of the listing may have: those of the events, and others that may belong to anything. */
const manyIds = (ids: readonly string[]): readonly string[] => {
  const others = Array.from({ length: SEARCH_PAGE }, (_, index) => String(index + 1));
  return [...new Set([...ids, ...others])].slice(0, SEARCH_PAGE);
};

type Measured = <Value>(part: string, ask: () => Value) => Probed<Value>;

const probeEvents = (
  ids: readonly string[],
  search: SearchProbe,
  measured: Measured,
): Pick<DiagnosticsReply, 'allDayFormula' | 'timeZoneFormula' | 'attendees' | 'joins'> => {
  const ofEvents: Measured = (part, ask) =>
    ids.length === 0 ? { refused: 'no events' } : measured(part, ask);
  const lowerJoins = CAMEL_JOINS.map((join) => join.toLowerCase());
  return {
    allDayFormula: ofEvents('allDayFormula', () =>
      formulaFacts(search.formulaValues('alldayevent', ids), (value) => value === 'T' || value === 'F'),
    ),
    timeZoneFormula: ofEvents('timeZoneFormula', () =>
      formulaFacts(search.formulaValues('timezone', ids), (value) => /^\w+\/\w|^GMT$/.test(value)),
    ),
    attendees: ofEvents('attendees', () => attendeeFacts(search.attendeeRows(ids))),
    joins: {
      camel: ofEvents('joins', () => search.countOfJoined(ids, CAMEL_JOINS)),
      lower: ofEvents('joinsInLowerCase', () => search.countOfJoined(ids, lowerJoins)),
    },
  };
};

/**
 * Looks at the caller's own events of the days that `startDate` and `endDate` name, as a listing does.
 * @throws AppointmentError forbidden for other roles than the standard Administrator, invalid_request
 */
export const diagnose = (parameters: Parameters, options: DiagnoseOptions): DiagnosticsReply => {
  const { session, events, format, search, clock, nowMs } = options;
  if (!options.isAdministrator) {
    throw new AppointmentError('forbidden', 'Only the Administrator role may ask for diagnostics.');
  }
  const { userId, timeZone, dateFormat, timeFormat, eventTimesIn } = session;
  const unitsByPart: Record<string, number> = {};
  const measured: Measured = (part, ask) => {
    const before = session.unitsUsed();
    const answer = probe(ask);
    unitsByPart[part] = session.unitsUsed() - before;
    return answer;
  };

  const context = { userId, timeZone, clock, nowMs, eventTimesIn };
  const { query } = readListRequest({ ...parameters, id: undefined }, context);
  const { days = { first: nowMs, last: nowMs } } = query;
  let ids: readonly string[] = [];
  const found = measured('search', () => {
    const listed = events.search(query, SEARCH_PAGE);
    const records = listed.read(0, Math.min(listed.count, SEARCH_PAGE));
    ids = [...new Set(records.map(({ id }) => id))];
    return searchFacts(records, listed.count);
  });
  return {
    engine: engineFacts(timeZone),
    preferences: { timeZone, dateFormat, timeFormat },
    features: options.features,
    eventTimesIn,
    receivesScriptParameters: 'script' in parameters,
    format: {
      dateTimeZone: probe(() => format.dateTimeZone()),
      dateTime: probe(() => format.dateTime()),
      timeOfDay: probe(() => format.timeOfDay()),
    },
    search: found,
    ...probeEvents(ids, search, measured),
    visibility: measured('visibility', () => ({
      byDateOnly: search.countOfDays(days, false),
      byDateAndStatus: search.countOfDays(days, true),
    })),
    manyIds: measured('manyIds', () => search.countOfIds(manyIds(ids))),
    unitsByPart,
    unitsUsed: session.unitsUsed(),
    version: restletVersion,
  };
};
