/** Reads the text of an instant. Apart from its siblings, because the RESTlets have no use for it. */
import { wallMsOfDay } from './iso';

const MINUTE_MS = 60_000;

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:[0-5]\d)$/;

const ZERO = 48;

/** Digits at a place where there are some: without a text of their own, because every appointment has two instants. */
const numberAt = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
};

/** Hours and minutes, like `15:30`. */
const minutesAt = (text: string, from: number): number =>
  numberAt(text, from, from + 2) * 60 + numberAt(text, from + 3, from + 5);

/** Where `Z` or the offset begins. */
const zoneAtOf = (text: string): number => (text.endsWith('Z') ? text.length - 1 : text.length - 6);

const millisecondsAt = (text: string, from: number, to: number): number =>
  numberAt(text, from, to) * 10 ** (3 - (to - from));

/** The offset that an instant is written with, in minutes. Only for a text that `readInstant` can read. */
export const offsetMinutesOfInstant = (text: string): number => {
  const zoneAt = zoneAtOf(text);
  if (zoneAt === text.length - 1) return 0;
  const minutes = minutesAt(text, zoneAt + 1);
  return text.charAt(zoneAt) === '-' ? 0 - minutes : minutes;
};

/**
 * ISO-8601 with `Z` or an offset → epoch ms. Undefined for a text without an offset: such a text names no instant,
 * and reading it in the server's zone is how calendars come to show wrong hours.
 */
export const readInstant = (text: string): number | undefined => {
  if (!INSTANT.test(text)) return undefined;
  const midnight = wallMsOfDay(numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10));
  if (midnight === undefined) return undefined;
  const zoneAt = zoneAtOf(text);
  const seconds = zoneAt > 16 ? numberAt(text, 17, 19) : 0;
  const milliseconds = zoneAt > 20 ? millisecondsAt(text, 20, Math.min(23, zoneAt)) : 0;
  const timeMs = minutesAt(text, 11) * MINUTE_MS + seconds * 1000 + milliseconds;
  return midnight + timeMs - offsetMinutesOfInstant(text) * MINUTE_MS;
};
