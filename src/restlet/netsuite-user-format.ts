/** The user's date and time formats, with the words that NetSuite uses in them learned from N/format itself. */
import * as format from 'N/format';
import { firstAccepted } from './first-accepted';
import type { UserFormat, UserSession } from './ports';
import { createUserFormat, englishWords, monthNameIn, type FormatWords } from './user-format';

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const shown = (date: Date, type: format.Type.DATE | format.Type.TIMEOFDAY): string =>
  String(format.format({ value: date, type }));

const lettersOf = (text: string): string => text.replace(/[\d\s:,./-]+/g, '');

/** Noon in the middle of a month is in that month everywhere; 3 and 15 o'clock are before and after noon. */
const learnWords = ({ dateFormat, timeFormat }: UserSession): FormatWords => {
  const halfAt = (hour: number): string =>
    lettersOf(shown(new Date(2026, 0, 15, hour), format.Type.TIMEOFDAY));
  const namesMonths = /mon/i.test(dateFormat);
  const namesHalves = /a$/i.test(timeFormat);
  return {
    months: namesMonths
      ? MONTHS.map((month) => monthNameIn(shown(new Date(2026, month, 15, 12), format.Type.DATE), dateFormat))
      : englishWords.months,
    am: namesHalves ? halfAt(3) : englishWords.am,
    pm: namesHalves ? halfAt(15) : englishWords.pm,
  };
};

export const netSuiteUserFormat = (session: UserSession): UserFormat =>
  createUserFormat({
    dateFormat: session.dateFormat,
    timeFormat: session.timeFormat,
    words: firstAccepted(
      () => learnWords(session),
      () => englishWords,
    ),
  });
