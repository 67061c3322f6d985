/** Counts what the probes of the diagnostics found, so that nothing of events or people leaves the account. Pure. */
import type { AttendeeFacts, EngineFacts, FormulaFacts, SearchFacts } from '../contract/restlets';
import type { EventRecord, ProbedAttendee } from './ports';

const MINUTE_MS = 60_000;

/** `Date` without a zone is in the server's. */
const serverOffsetMinutes = (month: number): number =>
  (Date.UTC(2026, month, 15, 12) - new Date(2026, month, 15, 12).getTime()) / MINUTE_MS;

/** The only look at `Intl` in a RESTlet: of the object that may be there, because nothing may depend on it. */
const knowsZone = (intl: typeof globalThis.Intl, timeZone: string): boolean => {
  try {
    return new intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const engineFacts = (timeZone: string): EngineFacts => {
  const { Intl: intl } = globalThis;
  return {
    hasIntl: typeof intl === 'object',
    hasIntlZones: typeof intl === 'object' && knowsZone(intl, timeZone),
    hasTemporal: 'Temporal' in globalThis,
    januaryOffsetMinutes: serverOffsetMinutes(0),
    julyOffsetMinutes: serverOffsetMinutes(6),
  };
};

const countOf = <Item>(items: readonly Item[], matches: (item: Item) => boolean): number =>
  items.filter(matches).length;

const distinct = (texts: readonly string[]): number => new Set(texts).size;

const startOf = ({ id, startDate, startTime, instanceStart }: EventRecord): string =>
  [id, startDate, startTime, instanceStart].join(' ');

export const searchFacts = (records: readonly EventRecord[], rows: number): SearchFacts => {
  const ids = [...new Set(records.map(({ id }) => id))];
  const withInstance = records.filter(({ instanceStart }) => instanceStart !== '');
  const startsOf = (eventId: string): number =>
    distinct(records.filter(({ id }) => id === eventId).map(startOf));
  return {
    rows,
    events: ids.length,
    repeatedRows: records.length - distinct(records.map(startOf)),
    eventsWithOccurrences: countOf(ids, (id) => startsOf(id) > 1),
    rowsWithInstance: withInstance.length,
    eventsWithInstance: distinct(withInstance.map(({ id }) => id)),
    allDayRows: countOf(records, ({ isAllDay }) => isAllDay),
    allDayRowsWithoutTimes: countOf(records, ({ startTime }) => startTime === ''),
  };
};

export const formulaFacts = (
  values: readonly string[],
  isValue: (value: string) => boolean,
): FormulaFacts => ({ rows: values.length, readable: countOf(values, isValue) });

export const attendeeFacts = (rows: readonly ProbedAttendee[]): AttendeeFacts => {
  const attendees = rows.filter(({ personId }) => personId !== '');
  const organized = attendees.filter(({ personId, organizerId }) => personId === organizerId);
  // Ids are words in capitals; what is none is not handed out, whatever it is.
  const ids = attendees.map(({ response }) => (/^[A-Z_]*$/.test(response) ? response : 'other'));
  return {
    rows: attendees.length,
    events: distinct(rows.map(({ eventId }) => eventId)),
    eventsWithOrganizer: distinct(organized.map(({ eventId }) => eventId)),
    named: countOf(attendees, ({ isNamed }) => isNamed),
    responses: [...new Set(ids)].sort(),
  };
};
