/** The zone clock of Node and browsers, over Intl. Stays out of the RESTlets: NetSuite's engine must be assumed to have none. */
import { createCachedZoneClock } from './cached-zone-clock';
import type { ZoneClock } from './zone-clock';

const MINUTE_MS = 60_000;

const formatterFor = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** Reads the digits a formatter shows as if they were UTC. */
const shownWallMs = (formatter: Intl.DateTimeFormat, epochMs: number): number => {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatter.formatToParts(epochMs)) shown[part.type] = Number(part.value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const createUncachedClock = (): ZoneClock => {
  const formatters = new Map<string, Intl.DateTimeFormat>();
  return {
    offsetMinutesAt: (epochMs, timeZone) => {
      let formatter = formatters.get(timeZone);
      if (!formatter) formatters.set(timeZone, (formatter = formatterFor(timeZone)));
      const wholeSecondMs = Math.floor(epochMs / 1000) * 1000;
      return Math.round((shownWallMs(formatter, wholeSecondMs) - wholeSecondMs) / MINUTE_MS);
    },
  };
};

/** One clock for the process: formatters and day offsets are worth keeping. */
export const intlZoneClock: ZoneClock = createCachedZoneClock(createUncachedClock());

/** Is this an IANA name (or link) that Intl knows? */
export const isKnownTimeZone = (timeZone: string): boolean => {
  try {
    intlZoneClock.offsetMinutesAt(0, timeZone);
    return true;
  } catch {
    return false;
  }
};
