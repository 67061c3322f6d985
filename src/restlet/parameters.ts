/** Reads the RESTlets' URL parameters, which NetSuite hands over as strings. Unknown ones are left alone. */
import { AppointmentError } from '../contract/failure';
import { readDay } from '../contract/time/iso';
import { readUtcOffset } from '../contract/time/zone-arithmetic';

export type Parameters = Readonly<Record<string, unknown>>;

const MAX_QUERY_LENGTH = 200;
const MAX_WORDS = 10;

export const invalidParameter = (name: string, complaint: string): AppointmentError =>
  new AppointmentError('invalid_request', `${name}: ${complaint}`, {
    details: { issues: [{ path: name, message: complaint }] },
  });

/** The trimmed value; undefined where the parameter is absent or empty. */
const textOf = (parameters: Parameters, name: string): string | undefined => {
  const value = parameters[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw invalidParameter(name, 'give it once');
  }
  const text = String(value).trim();
  return text === '' ? undefined : text;
};

/** Within these N/format can write a day, and the days around it that other zones make of it, in any date format. */
const FIRST_DAY = Date.UTC(1900, 0, 1);
const LAST_DAY = Date.UTC(9998, 11, 31);

/** Wall ms of the day's midnight. */
export const dayParameter = (parameters: Parameters, name: string): number | undefined => {
  const text = textOf(parameters, name);
  if (text === undefined) return undefined;
  const wallMs = readDay(text);
  if (wallMs === undefined)
    throw invalidParameter(name, 'must be a day of the calendar in the form YYYY-MM-DD');
  if (wallMs < FIRST_DAY || wallMs > LAST_DAY)
    throw invalidParameter(name, 'must be a day of the years 1900 to 9998');
  return wallMs;
};

export interface IntegerLimits {
  readonly min: number;
  readonly max: number;
  readonly otherwise: number;
}

export const integerParameter = (
  parameters: Parameters,
  name: string,
  { min, max, otherwise }: IntegerLimits,
): number => {
  const text = textOf(parameters, name);
  if (text === undefined) return otherwise;
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max))
    throw invalidParameter(name, `must be a whole number from ${min} to ${max}`);
  return value;
};

/** An internal id: digits, so that it can be nothing else inside a search. */
export const idParameter = (parameters: Parameters, name: string): string | undefined => {
  const text = textOf(parameters, name);
  if (text === undefined) return undefined;
  if (!/^-?\d{1,18}$/.test(text)) throw invalidParameter(name, 'must be an internal id');
  return text;
};

export const flagParameter = (parameters: Parameters, name: string, otherwise: boolean): boolean => {
  const text = textOf(parameters, name)?.toLowerCase();
  if (text === undefined) return otherwise;
  if (text === 'true' || text === 't' || text === '1') return true;
  if (text === 'false' || text === 'f' || text === '0') return false;
  throw invalidParameter(name, 'must be true or false');
};

/** The words of a search text, without doubles. */
export const wordsParameter = (parameters: Parameters, name: string): readonly string[] => {
  const text = textOf(parameters, name) ?? '';
  if (text.length > MAX_QUERY_LENGTH)
    throw invalidParameter(name, `must have at most ${MAX_QUERY_LENGTH} characters`);
  const words = [...new Set(text.split(/\s+/).filter((word) => word !== ''))];
  if (words.length > MAX_WORDS) throw invalidParameter(name, `must have at most ${MAX_WORDS} words`);
  return words;
};

const IANA_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;

/**
 * The zone whose days the caller means: an IANA name, or an offset like `-07:00`. Undefined where neither is given.
 * A `+` that a URL turned into a space is read as meant.
 */
export const zoneParameter = (
  parameters: Parameters,
): { readonly name: string; readonly zone: string } | undefined => {
  const timeZone = textOf(parameters, 'timeZone');
  const offset = textOf(parameters, 'utcOffset')?.replace(/^(?=\d)/, '+');
  if (timeZone !== undefined && offset !== undefined) {
    throw invalidParameter('utcOffset', 'give timeZone or utcOffset, not both');
  }
  if (offset !== undefined) {
    if (offset !== 'Z' && readUtcOffset(offset) === undefined) {
      throw invalidParameter('utcOffset', 'must be an offset from UTC like -07:00');
    }
    return { name: 'utcOffset', zone: offset === 'Z' ? '+00:00' : offset };
  }
  if (timeZone === undefined) return undefined;
  if (!IANA_NAME.test(timeZone))
    throw invalidParameter('timeZone', 'must be an IANA name like America/Los_Angeles');
  return { name: 'timeZone', zone: timeZone };
};
