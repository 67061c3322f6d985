/**
 * Turns wall clock times into instants and back, with the time zone data of the host.
 *
 * It is for the emulators alone: a script that runs inside one has no part in it.
 */

/** A reading of a clock on a wall. `month` is 1 to 12, `hour` is 0 to 23. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * The wall clock of `timeZone` (an Olson name) at an instant; fractions of a second are dropped.
 *
 * @throws RangeError if the host does not know the zone or the instant is not a date.
 */
export function epochMsToWall(epochMs: number, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(Math.floor(epochMs / 1000) * 1000)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

/** The wall time read as if it were UTC: good for comparing and adding, not an instant. */
export function wallAsUtcMs(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

function offsetMs(epochMs: number, timeZone: string): number {
  return wallAsUtcMs(epochMsToWall(epochMs, timeZone)) - Math.floor(epochMs / 1000) * 1000;
}

/**
 * The instant at which the clock of `timeZone` shows `wall`. A time shown twice is its first instant; a time that
 * is skipped is read with the offset before the gap, so it moves forward (RFC 5545 §3.3.5). Days and months that
 * overflow carry over, as in `Date.UTC`.
 *
 * @throws RangeError if the host does not know the zone.
 */
export function wallToEpochMs(wall: WallTime, timeZone: string): number {
  const asUtcMs = wallAsUtcMs(wall);
  // Offsets lie between -12 h and +14 h, so a day to each side is before and after any change near this time.
  const before = offsetMs(asUtcMs - dayMs, timeZone);
  const after = offsetMs(asUtcMs + dayMs, timeZone);
  const instants = [before, after]
    .map((offset) => ({ offset, epochMs: asUtcMs - offset }))
    .filter(({ offset, epochMs }) => offsetMs(epochMs, timeZone) === offset)
    .map(({ epochMs }) => epochMs);
  return instants.length > 0 ? Math.min(...instants) : asUtcMs - before;
}

/** Whether the host knows this time zone name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}
