/** The zone of a Bullhorn user, as near as a core-based server knows it. Pure. */

/** What core's Bullhorn connector adds to Bullhorn's difference to Eastern time, to store a difference to UTC. */
const EASTERN_MINUTES = -5 * 60;

/** By minutes from Eastern time: where most Bullhorn users are. All but the last change their clocks as Eastern time does. */
const zonesByMinutesFromEastern: Readonly<Record<number, string>> = {
  60: 'America/Halifax',
  0: 'America/New_York',
  [-60]: 'America/Chicago',
  [-120]: 'America/Denver',
  [-180]: 'America/Los_Angeles',
  [-240]: 'America/Anchorage',
  300: 'Europe/London',
  360: 'Europe/Paris',
  630: 'Asia/Kolkata',
};

/** `Etc/GMT+8` is eight hours behind UTC: the sign is that of POSIX. */
const fixedZone = (minutesFromUtc: number): string | undefined => {
  const hours = minutesFromUtc / 60;
  if (!Number.isInteger(hours) || Math.abs(hours) > 12) return undefined;
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
};

/**
 * IANA name for the `timezoneOffset` of core's user row; undefined for none. Bullhorn's documentation gives the
 * difference to Eastern time in hours, its example in minutes (bullhorn-clio.md §1.10), and core takes it for minutes:
 * a difference of a day of minutes is one of hours.
 */
export const bullhornTimeZone = (timezoneOffset: string | number | null | undefined): string | undefined => {
  const offset = Number(timezoneOffset ?? NaN);
  if (timezoneOffset === '' || !Number.isFinite(offset)) return undefined;
  const fromEastern = offset - EASTERN_MINUTES;
  const minutesFromEastern = Math.abs(fromEastern) <= 24 ? fromEastern * 60 : fromEastern;
  return zonesByMinutesFromEastern[minutesFromEastern] ?? fixedZone(minutesFromEastern + EASTERN_MINUTES);
};
