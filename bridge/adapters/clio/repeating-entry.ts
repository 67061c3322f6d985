/** Telling a repeating entry and its occurrences from a single one. Pure. */
import type { CalendarEntry } from './schema';

/** Every id but a plain number is taken for that of an occurrence; their form is not documented. */
export const isOccurrenceId = (entryId: string): boolean => !/^\d+$/.test(entryId);

/** An occurrence, or a whole series. An occurrence that was changed on its own is an entry without a rule. */
export const isRepeating = ({ id, recurrence_rule }: CalendarEntry): boolean =>
  isOccurrenceId(id) || recurrence_rule !== '';

/** Id of the entry that stands for the whole series; undefined where Clio does not name it. */
export const seriesIdOf = ({ id, parent_calendar_entry_id: parentId }: CalendarEntry): string | undefined =>
  parentId ?? (isOccurrenceId(id) ? undefined : id);
