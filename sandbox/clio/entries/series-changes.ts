/** What can be taken out of a recurring entry: one occurrence, all from one on, or everything. */
import { invalidArgument } from '../clio-error';
import type { CalendarEntry, ClioState } from '../entities';
import { nextRecordId } from '../record-ids';
import type { EntryView } from './entry-view';
import { firstOccurrence, type Occurrence } from './occurrences';
import { ruleEndingAt } from './recurrence-rule';

const dayMs = 86_400_000;

function write(state: ClioState, entry: CalendarEntry, nowMs: number): void {
  state.calendarEntries.set(entry.id, { ...entry, version: entry.version + 1, updatedAtMs: nowMs });
}

/** `20260706T160000Z`, or for an all-day series `20260706`. */
function untilBefore({ dateMs, schedule }: Occurrence): string {
  const text = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+|[-:]/g, '');
  return schedule.kind === 'timed' ? text(schedule.startAtMs - 1000) : text(dateMs - dayMs).slice(0, 8);
}

/** For good; what were occurrences of a series and became entries of their own go with it. */
export function deleteEntry(state: ClioState, entry: CalendarEntry): void {
  state.calendarEntries.delete(entry.id);
  for (const { id, parentId } of [...state.calendarEntries.values()]) {
    if (parentId === entry.id) state.calendarEntries.delete(id);
  }
}

/** The occurrence a view means; of a series as a whole it is the first. */
function occurrenceOf({ entry, occurrenceDateMs, schedule }: EntryView): Occurrence {
  return occurrenceDateMs === null ? firstOccurrence(entry) : { dateMs: occurrenceDateMs, schedule };
}

function exclude(state: ClioState, entry: CalendarEntry, dateMs: number, nowMs: number): void {
  write(state, { ...entry, exceptDatesMs: [...entry.exceptDatesMs, dateMs] }, nowMs);
}

/**
 * `_deleted`: "Flag to delete a specific instance of a recurring event", or that and all after it.
 *
 * @throws ClioError 422 for an entry that does not recur.
 */
export function deleteOccurrences(
  state: ClioState,
  view: EntryView,
  which: 'single' | 'future',
  nowMs: number,
): void {
  const { entry } = view;
  if (entry.recurrenceRule === null) {
    throw invalidArgument('_deleted is for occurrences of a recurring calendar entry.', 422);
  }
  const occurrence = occurrenceOf(view);
  if (which === 'single') return exclude(state, entry, occurrence.dateMs, nowMs);
  if (occurrence.dateMs <= firstOccurrence(entry).dateMs) return deleteEntry(state, entry);
  const recurrenceRule = ruleEndingAt(entry.recurrenceRule, untilBefore(occurrence));
  write(state, { ...entry, recurrenceRule }, nowMs);
}

/** The entry that an occurrence becomes when it alone is changed. It is not written yet, and still in the series. */
export function detachedEntry(state: ClioState, { entry, schedule }: EntryView): CalendarEntry {
  return {
    ...entry,
    id: nextRecordId(state, 'calendarEntry'),
    schedule,
    recurrenceRule: null,
    exceptDatesMs: [],
    parentId: entry.id,
  };
}

/** Takes the occurrence out of its series and puts the entry it has become beside it. */
export function replaceOccurrence(
  state: ClioState,
  view: EntryView,
  replacement: CalendarEntry,
  nowMs: number,
): void {
  exclude(state, view.entry, occurrenceOf(view).dateMs, nowMs);
  state.calendarEntries.set(replacement.id, replacement);
}
