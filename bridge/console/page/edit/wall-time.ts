/** Reads a day and a time of day, as somebody typed them, as an instant, and says so where the clock changes. */
import { readDay } from '../../../../src/contract/time/iso';
import { epochMsAt, utcOffsetText, wallMsAt } from '../../../../src/contract/time/zone-arithmetic';
import type { ZoneClock } from '../../../../src/contract/time/zone-clock';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface WallTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly time: string;
  /** Where the time occurs twice: the later of the two. */
  readonly isSecond: boolean;
}

export interface ReadWallTime {
  readonly epochMs: number;
  readonly kind: 'plain' | 'repeated' | 'missing';
  /** What to know of a time that is repeated or missing; empty for a plain one. */
  readonly explanation: string;
}

const clockText = (wallMs: number): string => new Date(wallMs).toISOString().slice(11, 16);

const readWallMs = ({ day, time }: WallTime): number | undefined => {
  const midnight = readDay(day);
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (midnight === undefined || !match) return undefined;
  return midnight + (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS;
};

/** @returns undefined for what is no day or no time of day */
export const readWallTime = (
  wallTime: WallTime,
  timeZone: string,
  clock: ZoneClock,
): ReadWallTime | undefined => {
  const wallMs = readWallMs(wallTime);
  if (wallMs === undefined) return undefined;
  const first = epochMsAt(wallMs, timeZone, clock);
  const shownMs = wallMsAt(first, timeZone, clock);
  if (shownMs !== wallMs) {
    const explanation = `${clockText(wallMs)} does not exist on this day, because the clock is put forward. It is taken as ${clockText(shownMs)}.`;
    return { epochMs: first, kind: 'missing', explanation };
  }
  const shift = clock.offsetMinutesAt(first, timeZone) - clock.offsetMinutesAt(first + DAY_MS, timeZone);
  const second = first + shift * MINUTE_MS;
  if (shift <= 0 || wallMsAt(second, timeZone, clock) !== wallMs) {
    return { epochMs: first, kind: 'plain', explanation: '' };
  }
  const epochMs = wallTime.isSecond ? second : first;
  const offset = utcOffsetText(clock.offsetMinutesAt(epochMs, timeZone));
  const which = wallTime.isSecond ? 'second' : 'first';
  const explanation = `${clockText(wallMs)} occurs twice on this day, because the clock is put back. It is the ${which} one, UTC${offset}.`;
  return { epochMs, kind: 'repeated', explanation };
};

/** The day and time that a zone shows at an instant, and whether it shows them for the second time. */
export const wallTimeAt = (epochMs: number, timeZone: string, clock: ZoneClock): WallTime => {
  const wallMs = wallMsAt(epochMs, timeZone, clock);
  const text = new Date(wallMs).toISOString();
  return {
    day: text.slice(0, 10),
    time: text.slice(11, 16),
    isSecond: epochMsAt(wallMs, timeZone, clock) !== epochMs,
  };
};
