import type { ZoneClock } from './zone-clock';

const DAY_MS = 86_400_000;

/**
 * Spares the slow clock behind it: asks once per zone and UTC day boundary, and answers every instant of a day
 * whose two boundaries have the same offset. Only a day that changes its offset is asked about instant by instant:
 * no zone has changed twice within a day since 1970.
 */
export const createCachedZoneClock = (clock: ZoneClock): ZoneClock => {
  const zones = new Map<string, Map<number, number>>();

  const offsetAtDayStart = (day: number, timeZone: string, days: Map<number, number>): number => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const offset = clock.offsetMinutesAt(day * DAY_MS, timeZone);
    days.set(day, offset);
    return offset;
  };

  return {
    offsetMinutesAt: (epochMs, timeZone) => {
      let days = zones.get(timeZone);
      if (!days) zones.set(timeZone, (days = new Map()));
      const day = Math.floor(epochMs / DAY_MS);
      const before = offsetAtDayStart(day, timeZone, days);
      if (before === offsetAtDayStart(day + 1, timeZone, days)) return before;
      return clock.offsetMinutesAt(epochMs, timeZone);
    },
  };
};
