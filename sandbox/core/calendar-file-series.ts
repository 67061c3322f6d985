/** Finds when an event of an iCalendar file takes place: its occurrences, their zone and their length. */
import ICAL from 'ical.js';

import { placedZoneOf, wallOf, type PlacedZone } from './calendar-file-zones';
import { wallAsUtcMs, type WallTime } from './zone-time';

/** An occurrence as the file has it, not yet moved. */
export interface FileOccurrence {
  /** The event it belongs to, or the exception that replaces it. */
  readonly component: ICAL.Component;
  readonly start: WallTime;
  readonly zone: PlacedZone;
  readonly isAllDay: boolean;
  /** Days that count by the calendar, then milliseconds that count by the clock. */
  readonly length: { readonly days: number; readonly ms: number };
}

export interface FileSeries {
  readonly occurrences: readonly FileOccurrence[];
  /** There are more than were read. */
  readonly isEndless: boolean;
}

export interface SeriesContext {
  readonly home: string;
  readonly reader: string;
  /** Occurrences of a rule that goes on are read up to here. */
  readonly untilMs: number;
}

const dayMs = 86_400_000;
/** Bounds the work for a rule such as "every second"; it is 54 years of days. */
const maximumSteps = 20_000;

function timeOf(component: ICAL.Component, name: string): ICAL.Time | undefined {
  const value: unknown = component.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : undefined;
}

function timeZoneId(component: ICAL.Component, name: string): string | undefined {
  const id: unknown = component.getFirstProperty(name)?.getParameter('tzid');
  return typeof id === 'string' ? id : undefined;
}

function wholeDays(start: ICAL.Time, end: ICAL.Time): number {
  return (wallAsUtcMs(wallOf(end)) - wallAsUtcMs(wallOf(start))) / dayMs;
}

/**
 * DTEND fixes an exact length for all occurrences, DURATION can be in days of the calendar (RFC 5545 §3.8.5.3);
 * without either a date is one day long and a time has no length (§3.6.1).
 */
function lengthOf(
  component: ICAL.Component,
  start: ICAL.Time,
  zone: PlacedZone,
  context: SeriesContext,
): FileOccurrence['length'] {
  const end = timeOf(component, 'dtend');
  if (end !== undefined) {
    // Some programs write the day itself as the end of a single day.
    if (start.isDate) return { days: wholeDays(start, end) || 1, ms: 0 };
    const endZone = placedZoneOf(end, timeZoneId(component, 'dtend'), context);
    return { days: 0, ms: endZone.place(wallOf(end), 0) - zone.place(wallOf(start), 0) };
  }
  const duration: unknown = component.getFirstPropertyValue('duration');
  if (!(duration instanceof ICAL.Duration)) return { days: start.isDate ? 1 : 0, ms: 0 };
  const days = duration.weeks * 7 + duration.days;
  return { days, ms: ((duration.hours * 60 + duration.minutes) * 60 + duration.seconds) * 1000 };
}

/** What all occurrences of a component have in common. */
type SeriesShape = Pick<FileOccurrence, 'component' | 'zone' | 'isAllDay' | 'length'>;

function shapeOf(component: ICAL.Component, context: SeriesContext): SeriesShape {
  const start = timeOf(component, 'dtstart');
  if (start === undefined) throw new Error('it has no DTSTART');
  const zone = placedZoneOf(start, timeZoneId(component, 'dtstart'), context);
  const length = lengthOf(component, start, zone, context);
  if (length.days < 0 || length.ms < 0) throw new Error('it ends before it starts');
  return { component, zone, isAllDay: start.isDate, length };
}

/**
 * @param exceptions events with the same UID and a RECURRENCE-ID.
 * @throws Error that says what cannot be read.
 */
export function expandSeries(
  component: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  context: SeriesContext,
): FileSeries {
  const start = timeOf(component, 'dtstart');
  if (start === undefined) throw new Error('it has no DTSTART');
  const shape = shapeOf(component, context);
  const isSeries = component.hasProperty('rrule') || component.hasProperty('rdate');
  if (!isSeries || component.hasProperty('recurrence-id')) {
    return { occurrences: [{ ...shape, start: wallOf(start) }], isEndless: false };
  }
  const shapes = new Map(exceptions.map((exception) => [exception, shapeOf(exception, context)]));
  const master = new ICAL.Event(component, { exceptions: [...exceptions] });
  const iterator = master.iterator();
  const occurrences: FileOccurrence[] = [];
  for (let step = 0; step < maximumSteps; step += 1) {
    const time: ICAL.Time | undefined = iterator.next();
    if (time === undefined) return { occurrences, isEndless: false };
    if (shape.zone.place(wallOf(time), 0) > context.untilMs) return { occurrences, isEndless: true };
    const { item, startDate } = master.getOccurrenceDetails(time.clone());
    occurrences.push({ ...(shapes.get(item.component) ?? shape), start: wallOf(startDate) });
  }
  throw new Error(`its rule gives more than ${maximumSteps} occurrences`);
}
