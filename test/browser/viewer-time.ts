/** Days and times of a viewer, by another calendar than the page's own. */
import { Temporal } from 'temporal-polyfill';

/** `YYYY-MM-DD`, so many days from today in the zone. */
export const dayFromToday = (days: number, timeZone: string): string =>
  Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString();

/** Epoch ms of a wall time. @param day `YYYY-MM-DD` @param time `HH:MM` */
export const instantMs = (day: string, time: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
