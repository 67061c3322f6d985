/** Writes and reads times of day in the user preference TIMEFORMAT. */

/** A time of day. `hour` is 0 to 23. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A time as read; `hasSeconds` tells `9:00:00` from `9:00`. */
export interface ParsedTimeOfDay extends TimeOfDay {
  readonly hasSeconds: boolean;
}

interface TimeStyle {
  readonly separator: string;
  readonly hasTwelveHours: boolean;
}

const styles: Readonly<Record<string, TimeStyle>> = {
  'h:mm a': { separator: ':', hasTwelveHours: true },
  'H:mm': { separator: ':', hasTwelveHours: false },
  'h-mm a': { separator: '-', hasTwelveHours: true },
  'H-mm': { separator: '-', hasTwelveHours: false },
};

/** E.g. `3:00 pm` for `h:mm a`. Seconds take the separator of the minutes. */
export function formatUserTime(
  time: TimeOfDay,
  timeFormat: string,
  options: { readonly seconds: boolean },
): string {
  const { separator, hasTwelveHours } = styleOf(timeFormat);
  const hour = hasTwelveHours ? time.hour % 12 || 12 : time.hour;
  const digits = [String(hour), twoDigits(time.minute), ...(options.seconds ? [twoDigits(time.second)] : [])];
  const half = hasTwelveHours ? (time.hour < 12 ? ' am' : ' pm') : '';
  return digits.join(separator) + half;
}

/** Reads what {@link formatUserTime} writes, with or without seconds; undefined for text in another format. */
export function parseUserTime(text: string, timeFormat: string): ParsedTimeOfDay | undefined {
  const { separator, hasTwelveHours } = styleOf(timeFormat);
  const half = hasTwelveHours ? '\\s*(?<half>am|pm)' : '';
  const pattern = `^(?<hour>\\d{1,2})${separator}(?<minute>\\d{2})(?:${separator}(?<second>\\d{2}))?${half}$`;
  const parts = new RegExp(pattern, 'i').exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const shownHour = Number(parts['hour']);
  const hour = hasTwelveHours ? hourOfHalf(shownHour, parts['half']) : shownHour;
  const minute = Number(parts['minute']);
  const second = Number(parts['second'] ?? '0');
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return { hour, minute, second, hasSeconds: parts['second'] !== undefined };
}

/** 0 to 23 for 12 am to 11 pm; undefined for an hour that no twelve-hour clock shows. */
function hourOfHalf(shownHour: number, half: string | undefined): number | undefined {
  if (shownHour < 1 || shownHour > 12) return undefined;
  return (shownHour % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
}

function styleOf(timeFormat: string): TimeStyle {
  const style = styles[timeFormat];
  if (style === undefined) {
    throw new Error(
      `TIMEFORMAT "${timeFormat}" is none of ${Object.keys(styles).join(', ')}: correct the seed.`,
    );
  }
  return style;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
