/** Writes and reads dates in the user preference DATEFORMAT (bridgehead_N3254790). */

/** A day of the calendar. `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const token = /YYYY|MONTH|Mon|MM|M|DD|D/g;

/** E.g. `17-Mar-2026` for `D-Mon-YYYY`. MONTH is the full name; MM and DD have two digits. */
export function formatUserDate(date: CalendarDay, dateFormat: string): string {
  const monthName = monthNames[date.month - 1] ?? '';
  const written: Readonly<Record<string, string>> = {
    YYYY: String(date.year).padStart(4, '0'),
    MONTH: monthName,
    Mon: monthName.slice(0, 3),
    MM: twoDigits(date.month),
    M: String(date.month),
    DD: twoDigits(date.day),
    D: String(date.day),
  };
  return dateFormat.replace(token, (name) => written[name] ?? name);
}

/**
 * Reads what {@link formatUserDate} writes. Zeros in front and the case of month names do not matter.
 * Gives undefined for text in another format and for days that do not exist.
 */
export function parseUserDate(text: string, dateFormat: string): CalendarDay | undefined {
  const parts = datePattern(dateFormat).exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const { year, month, monthName, day } = parts;
  const date = {
    year: Number(year),
    month: monthName === undefined ? Number(month) : monthNumber(monthName),
    day: Number(day),
  };
  const normalised = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const exists = normalised.getUTCMonth() + 1 === date.month && normalised.getUTCDate() === date.day;
  return exists ? date : undefined;
}

const patternByToken: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MONTH: '(?<monthName>[a-z]+)',
  Mon: '(?<monthName>[a-z]+)',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};

const patterns = new Map<string, RegExp>();

function datePattern(dateFormat: string): RegExp {
  const known = patterns.get(dateFormat);
  if (known !== undefined) return known;
  const escaped = dateFormat.replace(/[.,/-]/g, '\\$&');
  const pattern = new RegExp(`^${escaped.replace(token, (name) => patternByToken[name] ?? name)}$`, 'i');
  patterns.set(dateFormat, pattern);
  return pattern;
}

/** 1 to 12, or 0 for what is not a month's name or its first three letters. */
function monthNumber(name: string): number {
  const wanted = name.toLowerCase();
  return (
    monthNames.findIndex((month) =>
      [month, month.slice(0, 3)].some((known) => known.toLowerCase() === wanted),
    ) + 1
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
