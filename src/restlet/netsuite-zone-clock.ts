/** The zone clock of NetSuite: N/format shows an instant in a zone, and what it shows tells the offset. No Intl needed. */
import * as format from 'N/format';
import { createCachedZoneClock } from '../contract/time/cached-zone-clock';
import type { ZoneClock } from '../contract/time/zone-clock';
import type { UserFormat } from './ports';

const MINUTE_MS = 60_000;

/** Not as a literal in the call: `@hitc/netsuite-types` declares zones as numbers, they are Olson names (section_4407050795). */
const shownIn = (epochMs: number, timeZone: string): string => {
  const options = { value: new Date(epochMs), type: format.Type.DATETIME, timezone: timeZone };
  return String(format.format(options));
};

export const createNetSuiteZoneClock = (userFormat: UserFormat): ZoneClock =>
  createCachedZoneClock({
    offsetMinutesAt: (epochMs, timeZone) => {
      const minuteMs = Math.floor(epochMs / MINUTE_MS) * MINUTE_MS;
      const shown = shownIn(minuteMs, timeZone);
      const wallMs = userFormat.readDateTime(shown);
      if (wallMs === undefined)
        throw new RangeError(`NetSuite shows a time as "${shown}", which is not in the user's format`);
      return Math.round((wallMs - minuteMs) / MINUTE_MS);
    },
  });
