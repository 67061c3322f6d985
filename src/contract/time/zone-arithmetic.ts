/**
 * Between instants and the clock on the wall. An instant is epoch ms. A wall time is ms too: the instant that would
 * show these digits in UTC (`Date.UTC(y, m, d, h, min)`), so that days and hours are plain arithmetic.
 */
import type { ZoneClock } from './zone-clock';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The wall time that a zone shows at an instant. */
export const wallMsAt = (epochMs: number, timeZone: string, clock: ZoneClock): number =>
  epochMs + clock.offsetMinutesAt(epochMs, timeZone) * MINUTE_MS;

/**
 * The instant at which a zone shows a wall time. A wall time that occurs twice means the earlier instant; one that
 * does not occur moves forward by the gap (RFC 5545 §3.3.5; Temporal's `compatible`).
 */
export const epochMsAt = (wallMs: number, timeZone: string, clock: ZoneClock): number => {
  const before = clock.offsetMinutesAt(wallMs - DAY_MS, timeZone);
  const after = clock.offsetMinutesAt(wallMs + DAY_MS, timeZone);
  const byOffsetBefore = wallMs - before * MINUTE_MS;
  if (before === after || clock.offsetMinutesAt(byOffsetBefore, timeZone) === before) return byOffsetBefore;
  const byOffsetAfter = wallMs - after * MINUTE_MS;
  return clock.offsetMinutesAt(byOffsetAfter, timeZone) === after ? byOffsetAfter : byOffsetBefore;
};

/** `-420` → `-07:00`. */
export const utcOffsetText = (offsetMinutes: number): string => {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** `-07:00` → `-420`; undefined for a text that is no offset between -14:00 and +14:00. */
export const readUtcOffset = (text: string): number | undefined => {
  const match = /^([+-])(\d{2}):?([0-5]\d)$/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > 14 * 60) return undefined;
  return match[1] === '-' ? 0 - minutes : minutes;
};
