/** Writes and reads a date followed by a time, in the DATEFORMAT and TIMEFORMAT of one user. */
import type { Preferences } from '../../entities';
import { formatUserDate, parseUserDate } from './user-date-format';
import type { CalendarDay } from './user-date-format';
import { formatUserTime, parseUserTime } from './user-time-format';
import type { ParsedTimeOfDay, TimeOfDay } from './user-time-format';

/** E.g. `3/17/2026 3:00 pm`. */
export function formatUserDateTime(
  wall: CalendarDay & TimeOfDay,
  preferences: Preferences,
  options: { readonly seconds: boolean },
): string {
  const date = formatUserDate(wall, preferences.dateFormat);
  return `${date} ${formatUserTime(wall, preferences.timeFormat, options)}`;
}

/** Undefined unless the text holds both parts in the user's formats. */
export function parseUserDateTime(
  text: string,
  preferences: Preferences,
): (CalendarDay & ParsedTimeOfDay) | undefined {
  const words = text.trim().split(/\s+/);
  const timeWords = preferences.timeFormat.endsWith(' a') ? 2 : 1;
  const date = parseUserDate(words.slice(0, -timeWords).join(' '), preferences.dateFormat);
  const time = parseUserTime(words.slice(-timeWords).join(' '), preferences.timeFormat);
  return date === undefined || time === undefined ? undefined : { ...date, ...time };
}
