/** The fields a record query can name, and how each can be compared (section_156414087576). */
import type { CalendarEvent } from '../entities';
import { epochMsToWall } from '../zone-time';
import { isoDate } from './calendar-event-view';
import { scheduleOf } from './event-schedule';
import { invalidParameter } from './record-api-error';

/** Tells whether the value of a field fits the values of a condition. */
export type Comparison = (actual: string, wanted: readonly string[]) => boolean;

export interface QueryField {
  /** By operator, without `_NOT`. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  value(event: CalendarEvent, timeZone: string): string;
}

export function unreadableQuery(reason: string): Error {
  return invalidParameter(`The query cannot be read: ${reason}.`, 'q');
}

const first = (wanted: readonly string[]): string => wanted[0] ?? '';
const lower = (text: string): string => text.toLowerCase();

/** `3/16/23` as in Oracle's sample (section_0323122020), `3/16/2023` or `2023-03-16`. */
function queryDate(wanted: readonly string[]): string {
  const text = first(wanted);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return isoDate({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (american === null) throw unreadableQuery(`"${text}" is not a date`);
  const year = Number(american[3]);
  return isoDate({
    year: year < 100 ? 2000 + year : year,
    month: Number(american[1]),
    day: Number(american[2]),
  });
}

const textComparisons = new Map<string, Comparison>([
  ['IS', (actual, wanted) => lower(actual) === lower(first(wanted))],
  ['CONTAIN', (actual, wanted) => lower(actual).includes(lower(first(wanted)))],
  ['START_WITH', (actual, wanted) => lower(actual).startsWith(lower(first(wanted)))],
  ['END_WITH', (actual, wanted) => lower(actual).endsWith(lower(first(wanted)))],
  ['EMPTY', (actual) => actual === ''],
]);

const choiceComparisons = new Map<string, Comparison>([
  ['IS', (actual, wanted) => lower(actual) === lower(first(wanted))],
  ['EQUAL', (actual, wanted) => actual === first(wanted)],
  ['ANY_OF', (actual, wanted) => wanted.some((value) => lower(actual) === lower(value))],
]);

const dateComparisons = new Map<string, Comparison>([
  ['ON', (actual, wanted) => actual === queryDate(wanted)],
  ['AFTER', (actual, wanted) => actual > queryDate(wanted)],
  ['BEFORE', (actual, wanted) => actual < queryDate(wanted)],
  ['ON_OR_AFTER', (actual, wanted) => actual >= queryDate(wanted)],
  ['ON_OR_BEFORE', (actual, wanted) => actual <= queryDate(wanted)],
]);

const text = (value: QueryField['value']): QueryField => ({ comparisons: textComparisons, value });
const choice = (value: QueryField['value']): QueryField => ({ comparisons: choiceComparisons, value });
const date = (value: QueryField['value']): QueryField => ({ comparisons: dateComparisons, value });

/** By name in lower case: Oracle's sample writes `startdate` where the record has startDate. */
export const queryFields: ReadonlyMap<string, QueryField> = new Map([
  ['id', choice((event) => event.internalId)],
  ['title', text((event) => event.title)],
  ['message', text((event) => event.message)],
  ['location', text((event) => event.location)],
  ['externalid', text((event) => event.externalId)],
  ['status', choice((event) => event.status)],
  ['accesslevel', choice((event) => event.accessLevel)],
  ['organizer', choice((event) => event.organizerId)],
  ['owner', choice((event) => event.ownerId)],
  ['alldayevent', choice((event) => String(event.allDay))],
  ['startdate', date((event, timeZone) => isoDate(scheduleOf(event, timeZone).startDate))],
  ['createddate', date((event, timeZone) => isoDate(epochMsToWall(event.createdMs, timeZone)))],
  ['lastmodifieddate', date((event, timeZone) => isoDate(epochMsToWall(event.lastModifiedMs, timeZone)))],
]);
