/** Days and clocks of a user, by Temporal: the suite must not tell time with the arithmetic that it tests. */
import { Temporal } from 'temporal-polyfill';

/** `YYYY-MM-DD`. */
export type Day = string;

/** The day that it is in a zone at an instant, and `days` or `months` after it. */
export const dayAt = (epochMs: number, timeZone: string, days = 0, months = 0): Day =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ months })
    .add({ days })
    .toString();

/** The instant at which a zone shows this time (`09:30`) on this day, ISO-8601 in UTC. */
export const instantOf = (day: Day, time: string, timeZone: string): string =>
  new Date(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds,
  ).toISOString();

/** The next two instants at which the clocks of a zone change; fewer where they never do. */
export const clockChangesAfter = (epochMs: number, timeZone: string): readonly number[] => {
  const now = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  const first = now.getTimeZoneTransition('next');
  const second = first?.getTimeZoneTransition('next');
  return [first, second].flatMap((change) => change?.epochMilliseconds ?? []);
};

/** Is this instant the second one at which the zone's clocks show what they show? */
export const isRepeatedTime = (epochMs: number, timeZone: string): boolean => {
  const shown = Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  return shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).epochMilliseconds !== epochMs;
};

/** The clock of a zone at an instant, like `14:30`. */
export const clockAt = (epochMs: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
