/** Reads an iCalendar file as the appointments around now, whatever year the file is from. */
import ICAL from 'ical.js';

import { splitCalendarFile } from './calendar-file-components';
import { readCalendarFileDetails, type CalendarFileDetails } from './calendar-file-entry';
import { expandSeries, type FileOccurrence } from './calendar-file-series';
import { hostZone, olsonNameOf } from './calendar-file-zones';
import { epochMsToWall, wallToEpochMs } from './zone-time';

export interface CalendarFileOccurrence {
  readonly startMs: number;
  /** Of an all-day entry: the midnight after its last day, in the entry's time zone. */
  readonly endMs: number;
}

/** An appointment, or a series with all its occurrences in the window; changed occurrences are entries of their own. */
export interface CalendarFileEntry extends CalendarFileDetails {
  readonly timeZone: string;
  readonly isAllDay: boolean;
  /** By start, in the window. */
  readonly occurrences: readonly [CalendarFileOccurrence, ...CalendarFileOccurrence[]];
}

export interface CalendarFile {
  readonly entries: readonly CalendarFileEntry[];
  /** By how many weeks what is over was moved to the present; 0 for a calendar in use. */
  readonly movedByWeeks: number;
  /** For people: what was left out or assumed, and why. */
  readonly notes: readonly string[];
}

export interface CalendarFileOptions {
  readonly text: string;
  /** Olson name; dates and floating times are read in it. */
  readonly readerTimeZone: string;
  readonly nowMs: number;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

interface Series {
  readonly component: ICAL.Component;
  readonly occurrences: readonly FileOccurrence[];
  readonly isEndless: boolean;
}

function monthsFrom(nowMs: number, months: number, timeZone: string): number {
  const wall = epochMsToWall(nowMs, timeZone);
  return wallToEpochMs({ ...wall, month: wall.month + months }, timeZone);
}

function uidOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue('uid') ?? '');
}

function titleOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue('summary') ?? uidOf(component)) || 'without a title';
}

/** Events need their calendar above them: ical.js looks for VTIMEZONE there, and in its own list for the rest. */
function assembleCalendar(timeZones: readonly ICAL.Component[], events: readonly ICAL.Component[]): void {
  const calendar = new ICAL.Component('vcalendar');
  for (const zone of timeZones) {
    const id = String(zone.getFirstPropertyValue('tzid') ?? '');
    if (olsonNameOf(id) === undefined) calendar.addSubcomponent(zone);
  }
  for (const event of events) {
    calendar.addSubcomponent(event);
    for (const property of event.getAllProperties()) {
      const id: unknown = property.getParameter('tzid');
      const olsonName = typeof id === 'string' ? olsonNameOf(id) : undefined;
      if (typeof id === 'string' && olsonName !== undefined && !ICAL.TimezoneService.has(id)) {
        ICAL.TimezoneService.register(hostZone(id, olsonName), id);
      }
    }
  }
}

function readSeries(
  events: readonly ICAL.Component[],
  context: { readonly home: string; readonly reader: string; readonly untilMs: number },
): { readonly series: readonly Series[]; readonly notes: readonly string[] } {
  const isException = (event: ICAL.Component): boolean => event.hasProperty('recurrence-id');
  const masterUids = new Set(events.filter((event) => !isException(event)).map(uidOf));
  const heads = events.filter((event) => !isException(event) || !masterUids.has(uidOf(event)));
  const series: Series[] = [];
  const notes: string[] = [];
  for (const component of heads) {
    const exceptions = isException(component)
      ? []
      : events.filter((event) => isException(event) && uidOf(event) === uidOf(component));
    try {
      series.push({ component, ...expandSeries(component, exceptions, context) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notes.push(`"${titleOf(component)}" could not be read: ${reason}.`);
    }
  }
  return { series, notes };
}

/**
 * Whole weeks that bring the last of what is over to the last week of this month; 0 for a calendar of the present.
 * Old exports often hold a rule that nobody ended: then a year without anything else counts as the past.
 */
function weeksToPresent(series: readonly Series[], nowMs: number, timeZone: string): number {
  const over = series.filter(({ isEndless }) => !isEndless);
  const latestMs = over
    .flatMap(({ occurrences }) => occurrences.map(({ zone, start }) => zone.place(start, 0)))
    .reduce((latest, startMs) => Math.max(latest, startMs), Number.NEGATIVE_INFINITY);
  const quietMonths = over.length < series.length ? 12 : 1;
  if (!Number.isFinite(latestMs) || latestMs >= monthsFrom(nowMs, -quietMonths, timeZone)) return 0;
  const today = epochMsToWall(nowMs, timeZone);
  const nextMonthMs = wallToEpochMs(
    { ...today, month: today.month + 1, day: 1, hour: 0, minute: 0, second: 0 },
    timeZone,
  );
  // Half a day less, as moving keeps the local hour and an hour of summer time must not reach the next month.
  return Math.floor((nextMonthMs - dayMs / 2 - latestMs) / weekMs);
}

function placed({ zone, start, length }: FileOccurrence, weeks: number): CalendarFileOccurrence {
  const startMs = zone.place(start, weeks * 7);
  return { startMs, endMs: zone.place(start, weeks * 7 + length.days) + length.ms };
}

/** One entry for the series and one for each occurrence that differs from it. */
function entriesOf(
  series: Series,
  weeks: number,
  isInWindow: (occurrence: CalendarFileOccurrence) => boolean,
): CalendarFileEntry[] {
  const components = new Set(series.occurrences.map(({ component }) => component));
  return [...components].flatMap((component) => {
    const members = series.occurrences.filter((occurrence) => occurrence.component === component);
    const [first, ...others] = members
      .map((member) => placed(member, series.isEndless ? 0 : weeks))
      .filter(isInWindow)
      .sort((a, b) => a.startMs - b.startMs);
    const [member] = members;
    if (first === undefined || member === undefined) return [];
    const { details } = readCalendarFileDetails(component);
    return [
      {
        ...details,
        timeZone: member.zone.timeZone,
        isAllDay: member.isAllDay,
        occurrences: [first, ...others] as const,
      },
    ];
  });
}

function notesAbout(
  series: readonly Series[],
  entries: readonly CalendarFileEntry[],
  movedByWeeks: number,
): string[] {
  const zoneNotes = series.flatMap(({ component, occurrences }) => {
    const note = occurrences.find(({ zone }) => zone.note !== undefined)?.zone.note;
    return note === undefined ? [] : [`"${titleOf(component)}": ${note}.`];
  });
  const loaded = new Set(entries.map(({ uid, title }) => uid || title));
  const outside = series.filter(
    ({ component }) => !loaded.has(uidOf(component) || titleOf(component)),
  ).length;
  return [
    ...(movedByWeeks === 0
      ? []
      : [`What ended long ago was moved by ${movedByWeeks} weeks; series that go on stay where they are.`]),
    ...zoneNotes,
    ...series.flatMap(({ component }) => readCalendarFileDetails(component).notes),
    ...(outside === 0 ? [] : [`Events not within one month back and three months ahead: ${outside}.`]),
  ];
}

/**
 * Appointments from one month before now to three months after. What a calendar of the past holds is moved by whole
 * weeks, with the local hours kept, so that its last month is this one; series without an end need no moving.
 *
 * @throws Error when the text is no iCalendar file. A single event that cannot be read becomes a note.
 */
export function readCalendarFile({ text, readerTimeZone, nowMs }: CalendarFileOptions): CalendarFile {
  const { timeZones, events, calendarTimeZone, notes } = splitCalendarFile(text);
  assembleCalendar(timeZones, events);
  const fromMs = monthsFrom(nowMs, -1, readerTimeZone);
  const untilMs = monthsFrom(nowMs, 3, readerTimeZone);
  const home = olsonNameOf(calendarTimeZone ?? '') ?? readerTimeZone;
  const { series, notes: unreadable } = readSeries(events, { home, reader: readerTimeZone, untilMs });
  const movedByWeeks = weeksToPresent(series, nowMs, readerTimeZone);
  const entries = series.flatMap((each) =>
    entriesOf(each, movedByWeeks, ({ startMs, endMs }) => endMs >= fromMs && startMs <= untilMs),
  );
  return {
    entries,
    movedByWeeks,
    notes: [...notes, ...unreadable, ...notesAbout(series, entries, movedByWeeks)],
  };
}
