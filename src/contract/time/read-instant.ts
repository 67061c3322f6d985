/** Reads the text of an instant. Apart from its siblings, because the RESTlets have no use for it. */
import { readDay } from './iso';

const MINUTE_MS = 60_000;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d):([0-5]\d))$/;

/**
 * ISO-8601 with `Z` or an offset → epoch ms. Undefined for a text without an offset: such a text names no instant,
 * and reading it in the server's zone is how calendars come to show wrong hours.
 */
export const readInstant = (text: string): number | undefined => {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, day = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const midnight = readDay(day);
  if (midnight === undefined) return undefined;
  const timeMs =
    (Number(hour) * 60 + Number(minute)) * MINUTE_MS +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE_MS;
  return midnight + timeMs + (sign === '-' ? offsetMs : -offsetMs);
};
