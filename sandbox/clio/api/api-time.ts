/** Times as the API takes and gives them: ISO 8601, given with the offset that the user's zone has at that instant. */
import { epochMsToWall, wallAsUtcMs, wallToEpochMs, type WallTime } from '../../core/zone-time';
import type { Reader } from './reader';

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Ruby on Rails writes `Z` for the zone UTC only; London in winter is `+00:00`. */
function offsetText(offsetMinutes: number, timeZone: string): string {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return 'Z';
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** E.g. `2026-07-06T09:00:00-07:00`; fractions of a second are dropped. */
export function showTime(epochMs: number, timeZone: string): string {
  const wall = epochMsToWall(epochMs, timeZone);
  const date = `${pad(wall.year, 4)}-${pad(wall.month)}-${pad(wall.day)}`;
  const time = `${pad(wall.hour)}:${pad(wall.minute)}:${pad(wall.second)}`;
  const offsetMinutes = Math.round((wallAsUtcMs(wall) - Math.floor(epochMs / 1000) * 1000) / 60_000);
  return `${date}T${time}${offsetText(offsetMinutes, timeZone)}`;
}

const timePattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

function isOnAClock(wall: WallTime): boolean {
  const date = new Date(wallAsUtcMs(wall));
  return date.getUTCMonth() + 1 === wall.month && date.getUTCDate() === wall.day && wall.hour < 24;
}

function offsetMsOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * @returns epoch milliseconds, or `undefined` for what is no time; a date alone is its midnight.
 * A `+` that was not encoded in a query has become a space and is no offset.
 */
export function parseTime(text: string, reader: Reader): number | undefined {
  const parts = timePattern.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour = 0, minute = 0, second = 0, offset] = parts;
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  if (!isOnAClock(wall)) return undefined;
  if (offset !== undefined) return wallAsUtcMs(wall) - offsetMsOf(offset);
  const { offsetlessTimesIn } = reader.switches;
  return wallToEpochMs(wall, offsetlessTimesIn === 'utc' ? 'UTC' : reader.user.timeZone);
}
