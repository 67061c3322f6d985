/** The instants at which the clock is proved: one on either side of the next change of a zone's clock. Pure. */
import { intlZoneClock } from '../../src/contract/time/intl-zone-clock';
import { readDay } from '../../src/contract/time/iso';
import { epochMsAt, wallMsAt } from '../../src/contract/time/zone-arithmetic';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS_AHEAD = 400;

export interface ProofInstant {
  readonly name: 'before' | 'after';
  /** Epoch milliseconds. */
  readonly startMs: number;
}

export interface ProofInstants {
  readonly changesClock: boolean;
  readonly instants: readonly ProofInstant[];
}

/** `YYYY-MM-DD` → its midnight in the zone; epoch milliseconds, NaN for a text that is no day. */
export const midnightOf = (day: string, timeZone: string): number =>
  epochMsAt(readDay(day) ?? NaN, timeZone, intlZoneClock);

/** Noon of the zone, `days` days from now; epoch milliseconds. */
export const noonAt = (nowMs: number, timeZone: string, days: number): number => {
  const wallMs = wallMsAt(nowMs + days * DAY_MS, timeZone, intlZoneClock);
  return epochMsAt(Math.floor(wallMs / DAY_MS) * DAY_MS + 12 * HOUR_MS, timeZone, intlZoneClock);
};

/**
 * The days before and after the change at 23:15 of the zone: late, so that an hour more or less is another day too.
 * Without a change in the next 400 days, of tomorrow and half a year from now.
 */
export const proofInstants = (nowMs: number, timeZone: string): ProofInstants => {
  const late = 11 * HOUR_MS + HOUR_MS / 4;
  const offsetAt = (days: number): number =>
    intlZoneClock.offsetMinutesAt(noonAt(nowMs, timeZone, days), timeZone);
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => index + 2);
  const changeDay = days.find((day) => offsetAt(day) !== offsetAt(day - 1));
  const [before, after] = changeDay === undefined ? [1, 183] : [changeDay - 1, changeDay];
  return {
    changesClock: changeDay !== undefined,
    instants: [
      { name: 'before', startMs: noonAt(nowMs, timeZone, before) + late },
      { name: 'after', startMs: noonAt(nowMs, timeZone, after) + late },
    ],
  };
};
