/** The filters of a calendar event search that more than one search has. */
import * as format from 'N/format';

/**
 * Beside every date: with a date alone, a search finds only what the caller is invited to (section_1559218597). Every
 * event has one of these.
 */
export const STATUS_FILTER = ['status', 'anyof', ['TENTATIVE', 'CONFIRMED', 'COMPLETE', 'CANCELLED']];

/** A day as a search filter takes it: in the user's own date format. Noon, so that no zone makes it another day. */
export const filterDay = (wallMs: number): string => {
  const day = new Date(wallMs);
  const noon = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  return String(format.format({ value: noon, type: format.Type.DATE }));
};
