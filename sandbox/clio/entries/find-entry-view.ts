/** Finds what the id in a path means: an entry, or an occurrence of a recurring one. */
import type { Reader } from '../api/reader';
import { entryPermission } from '../calendar-permission';
import { ClioError } from '../clio-error';
import { occurrenceOfEntry, parseEntryId, wholeEntry, type EntryView } from './entry-view';
import { occurrencesOf } from './occurrences';

/** @returns `undefined` when there is no such entry, or no such occurrence of it. */
export function findEntryView(id: string, { state, switches }: Reader): EntryView | undefined {
  const parsed = parseEntryId(id);
  const entry = parsed === undefined ? undefined : state.calendarEntries.get(parsed.entryId);
  if (parsed === undefined || entry === undefined) return undefined;
  if (parsed.aroundMs === null) return wholeEntry(entry);
  const around = { fromMs: parsed.aroundMs, toMs: parsed.aroundMs };
  return [...occurrencesOf(entry, around)]
    .map((occurrence) => occurrenceOfEntry(entry, occurrence, switches.occurrenceIds))
    .find((view) => view.id === id);
}

/** @throws ClioError 404 when it is not there; the switch `hiddenEntryStatus` for one the user cannot view. */
export function requireEntryView(id: string, reader: Reader): EntryView {
  const view = findEntryView(id, reader);
  if (view === undefined) throw new ClioError(404, 'The calendar entry was not found.');
  if (entryPermission(view.entry, reader.user, reader.state) === 'none') {
    throw new ClioError(reader.switches.hiddenEntryStatus, 'The calendar entry was not found.');
  }
  return view;
}
