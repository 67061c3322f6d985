/** Finds the moment of a day at which its zone changes its offset, to the minute. */
import { readDay } from '../../../../src/contract/time/iso';
import type { TimeWindow } from '../../../../src/contract/time/day-range';
import { wallMsAt } from '../../../../src/contract/time/zone-arithmetic';
import type { ZoneClock } from '../../../../src/contract/time/zone-clock';

const MINUTE_MS = 60_000;

export interface ClockChange {
  /** The first moment with the new offset, epoch ms. */
  readonly atMs: number;
  readonly offsetBeforeMinutes: number;
  readonly offsetAfterMinutes: number;
  /** Minutes of the day, on the wall: what is shown twice, or never. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly kind: 'repeated' | 'missing';
}

/** Between two moments with different offsets: the first with the later one. Offsets change on whole minutes. */
const firstWithNewOffset = (window: TimeWindow, timeZone: string, clock: ZoneClock): number => {
  const before = clock.offsetMinutesAt(window.fromMs, timeZone);
  let low = Math.floor(window.fromMs / MINUTE_MS);
  let high = Math.floor(window.toMs / MINUTE_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock.offsetMinutesAt(middle * MINUTE_MS, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
};

/** @param day `YYYY-MM-DD` @param window what the day covers in the zone */
export const clockChangeOf = (
  day: string,
  window: TimeWindow,
  timeZone: string,
  clock: ZoneClock,
): ClockChange | undefined => {
  // A gap at midnight lies right before the first moment of its day.
  const fromMs = window.fromMs - MINUTE_MS;
  const toMs = window.toMs - MINUTE_MS;
  const offsetBeforeMinutes = clock.offsetMinutesAt(fromMs, timeZone);
  const offsetAfterMinutes = clock.offsetMinutesAt(toMs, timeZone);
  if (offsetBeforeMinutes === offsetAfterMinutes) return undefined;
  const atMs = firstWithNewOffset({ fromMs, toMs }, timeZone, clock);
  const newMinute = (wallMsAt(atMs, timeZone, clock) - (readDay(day) ?? NaN)) / MINUTE_MS;
  const shift = offsetAfterMinutes - offsetBeforeMinutes;
  return {
    atMs,
    offsetBeforeMinutes,
    offsetAfterMinutes,
    fromMinute: shift > 0 ? newMinute - shift : newMinute,
    toMinute: shift > 0 ? newMinute : newMinute - shift,
    kind: shift > 0 ? 'missing' : 'repeated',
  };
};
