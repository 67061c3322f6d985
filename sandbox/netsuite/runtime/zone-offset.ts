/** Repeats of the same conversion are remembered here, so that sorting 50,000 events by date stays fast. */
import { epochMsToWall, wallAsUtcMs } from '../zone-time';

const dayMs = 86_400_000;
const lastSecondMs = dayMs - 1_000;

/** Per zone and UTC day: the offset of the whole day, or undefined for a day on which it changes. */
const dayOffsets = new Map<string, Map<number, number | undefined>>();

/** The wall clock of a zone as if it were UTC, in ms: what dates and times of day sort by. */
export function wallMsOf(epochMs: number, timeZone: string): number {
  return epochMs + (dayOffset(Math.floor(epochMs / dayMs), timeZone) ?? offsetMs(epochMs, timeZone));
}

function dayOffset(utcDay: number, timeZone: string): number | undefined {
  let offsets = dayOffsets.get(timeZone);
  if (offsets === undefined) dayOffsets.set(timeZone, (offsets = new Map<number, number | undefined>()));
  if (!offsets.has(utcDay)) {
    const first = offsetMs(utcDay * dayMs, timeZone);
    const last = offsetMs(utcDay * dayMs + lastSecondMs, timeZone);
    offsets.set(utcDay, first === last ? first : undefined);
  }
  return offsets.get(utcDay);
}

/** How far the wall clock of a zone is ahead of UTC at an instant, in ms. */
function offsetMs(epochMs: number, timeZone: string): number {
  return wallAsUtcMs(epochMsToWall(epochMs, timeZone)) - Math.floor(epochMs / 1_000) * 1_000;
}
