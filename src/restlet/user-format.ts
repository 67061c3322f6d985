/** Reads the strings that NetSuite shows in a user's DATEFORMAT and TIMEFORMAT preferences. Pure. */
import { wallMsOfDay } from '../contract/time/iso';
import type { UserFormat } from './ports';

const MINUTE_MS = 60_000;

/** Words NetSuite writes in the user's language; learned from N/format, English where nobody asked. */
export interface FormatWords {
  /** Names of the twelve months as dates show them. */
  readonly months: readonly string[];
  readonly am: string;
  readonly pm: string;
}

export const englishWords: FormatWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  am: 'am',
  pm: 'pm',
};

export interface UserFormatOptions {
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly words: FormatWords;
}

const escaped = (literal: string): string =>
  literal.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+');

const DATE_TOKEN = /YYYY|MONTH|Month|Mon|MON|DD?|MM?/g;

/** `D-Mon-YYYY` → a pattern with the groups year, month or monthName, and day. */
const datePattern = (dateFormat: string): string => {
  const tokens: string[] = [];
  const literals = dateFormat.split(DATE_TOKEN).map(escaped);
  for (const [token] of dateFormat.matchAll(DATE_TOKEN)) {
    if (token === 'YYYY') tokens.push('(?<year>\\d{4})');
    else if (token.startsWith('D')) tokens.push('(?<day>\\d{1,2})');
    else if (token.length <= 2) tokens.push('(?<month>\\d{1,2})');
    // Whatever stands there: `août`, `ก.ค.`, `7月`, `thg 7`.
    else tokens.push('(?<monthName>.+?)');
  }
  return literals.map((literal, index) => literal + (tokens[index] ?? '')).join('');
};

/** `h-mm a` → a pattern with the groups hour, minute, second (optional) and half of the day. */
const timePattern = (timeFormat: string): string => {
  const separator = escaped(/[hH]+(.)m/.exec(timeFormat)?.[1] ?? ':');
  const half = /a$/i.test(timeFormat) ? '\\s*(?<half>\\S.*)' : '';
  return `(?<hour>\\d{1,2})${separator}(?<minute>[0-5]\\d)(?:${separator}(?<second>[0-5]\\d))?${half}`;
};

const plain = (word: string): string => word.toLowerCase().replace(/[.\s\u00a0\u202f]/g, '');

/** A month by its name, its first letters (`Jul`, `JULY`), or the name NetSuite shows in the user's language. */
const monthOf = (name: string, words: FormatWords): number => {
  const wanted = plain(name);
  const exact = words.months.findIndex((month) => plain(month) === wanted);
  if (exact >= 0) return exact + 1;
  return englishWords.months.findIndex((month) => wanted.startsWith(plain(month))) + 1;
};

/** How a date of this format names its month; empty where it does not. */
export const monthNameIn = (shown: string, dateFormat: string): string =>
  new RegExp(`^${datePattern(dateFormat)}$`, 'i').exec(shown)?.groups?.['monthName'] ?? '';

const readDayParts = (
  parts: Readonly<Record<string, string | undefined>>,
  words: FormatWords,
): number | undefined => {
  const month =
    parts['monthName'] === undefined ? Number(parts['month']) : monthOf(parts['monthName'], words);
  return wallMsOfDay(Number(parts['year']), month, Number(parts['day']));
};

const readTimeParts = (
  parts: Readonly<Record<string, string | undefined>>,
  words: FormatWords,
): number | undefined => {
  let hour = Number(parts['hour']);
  if (parts['half'] !== undefined) {
    const half = plain(parts['half']);
    const isPm = half === plain(words.pm) || half === 'pm';
    if ((!isPm && half !== plain(words.am) && half !== 'am') || hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (isPm ? 12 : 0);
  }
  if (hour > 23) return undefined;
  return (hour * 60 + Number(parts['minute'])) * MINUTE_MS + Number(parts['second'] ?? 0) * 1000;
};

/** Seconds are read where they are shown: DATETIME strings may carry them, times of day do not. */
export const createUserFormat = ({ dateFormat, timeFormat, words }: UserFormatOptions): UserFormat => {
  const date = new RegExp(`^${datePattern(dateFormat)}$`, 'i');
  const time = new RegExp(`^${timePattern(timeFormat)}$`, 'i');
  const dateTime = new RegExp(`^${datePattern(dateFormat)}\\s+${timePattern(timeFormat)}$`, 'i');

  return {
    readDay: (text) => {
      const parts = date.exec(text.trim())?.groups;
      return parts && readDayParts(parts, words);
    },
    readTime: (text) => {
      const parts = time.exec(text.trim())?.groups;
      return parts && readTimeParts(parts, words);
    },
    readDateTime: (text) => {
      const parts = dateTime.exec(text.trim())?.groups;
      if (!parts) return undefined;
      const day = readDayParts(parts, words);
      const timeOfDay = readTimeParts(parts, words);
      return day === undefined || timeOfDay === undefined ? undefined : day + timeOfDay;
    },
  };
};
