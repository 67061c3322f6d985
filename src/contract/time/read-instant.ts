/** Reads the text of an instant. Apart from its siblings, because the RESTlets have no use for it. */
import { wallMsOfDay } from './iso';

const MINUTE_MS = 60_000;

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:[0-5]\d)$/;

const numberAt = (text: string, from: number, to: number): number => Number(text.slice(from, to));

/** Hours and minutes, like `15:30`. */
const minutesAt = (text: string, from: number): number =>
  numberAt(text, from, from + 2) * 60 + numberAt(text, from + 3, from + 5);

/**
 * ISO-8601 with `Z` or an offset → epoch ms. Undefined for a text without an offset: such a text names no instant,
 * and reading it in the server's zone is how calendars come to show wrong hours.
 */
export const readInstant = (text: string): number | undefined => {
  if (!INSTANT.test(text)) return undefined;
  const midnight = wallMsOfDay(numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10));
  if (midnight === undefined) return undefined;
  // By position, because every appointment has two of them: groups of the expression would be an array each time.
  const zoneAt = text.endsWith('Z') ? text.length - 1 : text.length - 6;
  const seconds = zoneAt > 16 ? numberAt(text, 17, 19) : 0;
  const milliseconds = zoneAt > 20 ? Number(text.slice(20, Math.min(23, zoneAt)).padEnd(3, '0')) : 0;
  const offsetMs = text.endsWith('Z') ? 0 : minutesAt(text, zoneAt + 1) * MINUTE_MS;
  const timeMs = minutesAt(text, 11) * MINUTE_MS + seconds * 1000 + milliseconds;
  return midnight + timeMs + (text.charAt(zoneAt) === '-' ? offsetMs : -offsetMs);
};
