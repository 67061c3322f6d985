/** Compares dates and datetimes: days are turned into instants once per zone, not rows into days. */
import type { Preferences } from '../../entities';
import { wallToEpochMs } from '../../zone-time';
import { parseUserDateTime } from '../format/user-date-time';
import { parseUserDate } from '../format/user-date-format';
import type { CalendarDay } from '../format/user-date-format';
import { epochMsOfDate } from '../script-arguments';
import { operatorFault, valueFault } from './filter-term-fault';
import type { InstantField, RowPredicate } from './filter-field';
import type { FilterTerm } from './search-filter';

/** What a filter value covers, e.g. a day: `endMs` is the first instant after it. */
interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

type Comparison = (epochMs: number, first: Interval, last: Interval) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  on: (epochMs, first) => epochMs >= first.startMs && epochMs < first.endMs,
  before: (epochMs, first) => epochMs < first.startMs,
  onorbefore: (epochMs, first) => epochMs < first.endMs,
  after: (epochMs, first) => epochMs >= first.endMs,
  onorafter: (epochMs, first) => epochMs >= first.startMs,
  within: (epochMs, first, last) => epochMs >= first.startMs && epochMs < last.endMs,
};

const minuteMs = 60_000;
const secondMs = 1_000;

/** An empty field matches `isempty` only: neither `on` nor `noton`. */
export function compileInstantPredicate<Row>(options: {
  readonly field: InstantField<Row>;
  readonly term: FilterTerm;
  readonly preferences: Preferences;
}): RowPredicate<Row> {
  const { field, term } = options;
  if (term.operator === 'isempty') return (row) => field.epochMs(row) === undefined;
  if (term.operator === 'isnotempty') return (row) => field.epochMs(row) !== undefined;

  const isNegated = term.operator.startsWith('not');
  const comparison = comparisons[isNegated ? term.operator.slice('not'.length) : term.operator];
  if (comparison === undefined) throw operatorFault(term, field.kind);
  const intervalsIn = compileIntervals({ ...options, isRange: term.operator.endsWith('within') });

  return (row) => {
    const epochMs = field.epochMs(row);
    if (epochMs === undefined) return false;
    const [first, last] = intervalsIn(field.timeZone(row));
    return comparison(epochMs, first, last) !== isNegated;
  };
}

function compileIntervals<Row>(options: {
  readonly field: InstantField<Row>;
  readonly term: FilterTerm;
  readonly preferences: Preferences;
  readonly isRange: boolean;
}): (timeZone: string) => readonly [Interval, Interval] {
  const { field, term, preferences, isRange } = options;
  const readers = term.values.map((value) => {
    const reader = readValue(value, field.kind, preferences);
    if (reader === undefined) {
      throw valueFault(term, `Invalid date value (must be ${preferences.dateFormat} or a Date).`);
    }
    return reader;
  });
  const [first, last] = readers;
  if (first === undefined || (isRange && last === undefined) || readers.length > (isRange ? 2 : 1)) {
    throw valueFault(term, `needs ${isRange ? 'two dates' : 'one date'}.`);
  }
  const byZone = new Map<string, readonly [Interval, Interval]>();
  return (timeZone) => {
    const known = byZone.get(timeZone);
    if (known !== undefined) return known;
    const intervals = [first(timeZone), (last ?? first)(timeZone)] as const;
    byZone.set(timeZone, intervals);
    return intervals;
  };
}

/**
 * Strings are in the user's formats. A `Date` is a day of the server's calendar for a date field (scripts make it
 * with `new Date(year, month, day)`, netsuite.md §1.8) and an instant for a datetime field.
 */
function readValue(
  value: unknown,
  kind: 'date' | 'datetime',
  preferences: Preferences,
): ((timeZone: string) => Interval) | undefined {
  const epochMs = epochMsOfDate(value);
  if (epochMs !== undefined && kind === 'datetime') {
    return () => ({ startMs: epochMs, endMs: epochMs + secondMs });
  }
  if (epochMs !== undefined) {
    const local = new Date(epochMs);
    const day = { year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate() };
    return (timeZone) => dayInterval(day, timeZone);
  }
  if (typeof value !== 'string') return undefined;
  const day = parseUserDate(value, preferences.dateFormat);
  if (day !== undefined) return (timeZone) => dayInterval(day, timeZone);
  const wall = kind === 'datetime' ? parseUserDateTime(value, preferences) : undefined;
  if (wall === undefined) return undefined;
  return (timeZone) => {
    const startMs = wallToEpochMs(wall, timeZone);
    return { startMs, endMs: startMs + (wall.hasSeconds ? secondMs : minuteMs) };
  };
}

function dayInterval(day: CalendarDay, timeZone: string): Interval {
  const midnight = { ...day, hour: 0, minute: 0, second: 0 };
  return {
    startMs: wallToEpochMs(midnight, timeZone),
    endMs: wallToEpochMs({ ...midnight, day: day.day + 1 }, timeZone),
  };
}
