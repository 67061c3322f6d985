/** An entry as a list or a single read shows it: the entry itself, or one occurrence of a recurring entry. */
import type { CalendarEntry, Schedule } from '../entities';
import type { ClioSwitches } from '../switches';

export interface EntryView {
  /** A string, also where it is all digits (CalendarEntry.id). */
  readonly id: string;
  readonly entry: CalendarEntry;
  readonly schedule: Schedule;
  /** Date of an occurrence, as midnight in UTC; `null` for the entry itself. */
  readonly occurrenceDateMs: number | null;
}

export function wholeEntry(entry: CalendarEntry): EntryView {
  return { id: String(entry.id), entry, schedule: entry.schedule, occurrenceDateMs: null };
}

function occurrenceId(
  entry: CalendarEntry,
  dateMs: number,
  schedule: Schedule,
  occurrenceIds: ClioSwitches['occurrenceIds'],
): string {
  if (occurrenceIds === 'id-date') {
    return `${entry.id}-${new Date(dateMs).toISOString().slice(0, 10).replaceAll('-', '')}`;
  }
  const startMs = schedule.kind === 'timed' ? schedule.startAtMs : schedule.firstDayMs;
  return `${entry.id}:${startMs / 1000}`;
}

export function occurrenceOfEntry(
  entry: CalendarEntry,
  occurrence: { readonly dateMs: number; readonly schedule: Schedule },
  occurrenceIds: ClioSwitches['occurrenceIds'],
): EntryView {
  const { dateMs, schedule } = occurrence;
  return {
    id: occurrenceId(entry, dateMs, schedule, occurrenceIds),
    entry,
    schedule,
    occurrenceDateMs: dateMs,
  };
}

/** Takes an id apart: which entry, and about when; `undefined` for what cannot be an id. */
export function parseEntryId(
  id: string,
): { readonly entryId: number; readonly aroundMs: number | null } | undefined {
  const [, entryId, date, epochSeconds] = /^(\d{1,15})(?:-(\d{8})|:(-?\d{1,12}))?$/.exec(id) ?? [];
  if (entryId === undefined) return undefined;
  if (date !== undefined) {
    const aroundMs = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)));
    return { entryId: Number(entryId), aroundMs };
  }
  return {
    entryId: Number(entryId),
    aroundMs: epochSeconds === undefined ? null : Number(epochSeconds) * 1000,
  };
}
