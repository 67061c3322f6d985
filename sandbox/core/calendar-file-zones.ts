/** Decides which instants the times of an iCalendar file mean (RFC 5545 §3.3.5, §3.8.3.1). */
import ICAL from 'ical.js';

import { epochMsToWall, isTimeZone, wallAsUtcMs, wallToEpochMs, type WallTime } from './zone-time';

export interface PlacedZone {
  /** The zone in which the event lives, as an Olson name. */
  readonly timeZone: string;
  /** The instant of a wall time that is moved by whole days, keeping its local hour. */
  place(wall: WallTime, days: number): number;
  /** Said when the file names a zone nobody knows. */
  readonly note?: string;
}

/** `Europe/Berlin`, also inside ids such as `/freeassociation.sourceforge.net/Europe/Berlin`. */
export function olsonNameOf(timeZoneId: string): string | undefined {
  const candidates = [timeZoneId, timeZoneId.split('/').slice(-2).join('/')];
  return candidates.find((name) => name !== '' && isTimeZone(name));
}

/**
 * A zone for ical.js that has the rules of the host. A file's own VTIMEZONE often covers a few years only, and then
 * moves events of other years by an hour.
 */
export function hostZone(timeZoneId: string, olsonName: string): ICAL.Timezone {
  const zone = new ICAL.Timezone({ tzid: timeZoneId });
  // ical.js asks for the same times again and again when it compares occurrences.
  const offsetSeconds = new Map<number, number>();
  zone.utcOffset = (time: ICAL.Time) => {
    const wall = wallOf(time);
    const asUtcMs = wallAsUtcMs(wall);
    const seconds = offsetSeconds.get(asUtcMs) ?? (asUtcMs - wallToEpochMs(wall, olsonName)) / 1000;
    offsetSeconds.set(asUtcMs, seconds);
    return seconds;
  };
  return zone;
}

export function wallOf(time: ICAL.Time): WallTime {
  const { year, month, day, hour, minute, second } = time;
  return { year, month, day, hour, minute, second };
}

function olsonPlace(timeZone: string): PlacedZone {
  return {
    timeZone,
    place: (wall, days) => wallToEpochMs({ ...wall, day: wall.day + days }, timeZone),
  };
}

/** A UTC time moves with the clock of the place where the calendar is kept. */
function utcPlace(homeZone: string): PlacedZone {
  return {
    timeZone: homeZone,
    place(wall, days) {
      const epochMs = wallAsUtcMs(wall);
      if (days === 0) return epochMs;
      const home = epochMsToWall(epochMs, homeZone);
      return wallToEpochMs({ ...home, day: home.day + days }, homeZone);
    },
  };
}

function definedPlace(zone: ICAL.Timezone, homeZone: string): PlacedZone {
  const location: unknown = zone.component.getFirstPropertyValue('x-lic-location');
  return {
    timeZone: olsonNameOf(typeof location === 'string' ? location : '') ?? homeZone,
    place: (wall, days) => new ICAL.Time({ ...wall, day: wall.day + days }, zone).toUnixTime() * 1000,
  };
}

/**
 * @param writtenId the TZID next to the time, if there is one.
 * @param zones `home`: of the calendar, for UTC times; `reader`: of who looks at it, for floating times and dates.
 */
export function placedZoneOf(
  time: ICAL.Time,
  writtenId: string | undefined,
  zones: { readonly home: string; readonly reader: string },
): PlacedZone {
  if (time.isDate) return olsonPlace(zones.reader);
  if (time.zone === ICAL.Timezone.utcTimezone) return utcPlace(zones.home);
  if (time.zone !== ICAL.Timezone.localTimezone) {
    const olsonName = olsonNameOf(time.zone.tzid);
    return olsonName === undefined ? definedPlace(time.zone, zones.home) : olsonPlace(olsonName);
  }
  if (writtenId === undefined) return olsonPlace(zones.reader);
  const note = `time zone "${writtenId}" is not defined in the file, ${zones.reader} was assumed`;
  return { ...olsonPlace(zones.reader), note };
}
