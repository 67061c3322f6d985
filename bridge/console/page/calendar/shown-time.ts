/** Days and times as the page writes them: in English, with the clock that the viewer's own language uses. */
import { readDay } from '../../../../src/contract/time/iso';
import { intlZoneClock } from '../../../../src/contract/time/intl-zone-clock';
import { utcOffsetText } from '../../../../src/contract/time/zone-arithmetic';
import { readWallTime, wallTimeAt } from '../edit/wall-time';
import type { PlacedAppointment } from './placed-appointment';

const DAY_MS = 86_400_000;

const ownLocale = new Intl.DateTimeFormat().resolvedOptions().locale;
const locale = ownLocale.startsWith('en') ? ownLocale : 'en-GB';

export const viewerTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const styles = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
  dayOfMonth: { day: 'numeric', month: 'short' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

const shown = (epochMs: number, style: keyof typeof styles, timeZone: string): string => {
  const key = `${style} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatters.set(key, (formatter = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone })));
  }
  return formatter.format(epochMs);
};

export const timeText = (epochMs: number, timeZone: string): string => shown(epochMs, 'time', timeZone);

/** `Mon 23`, where the month is said elsewhere. @param day `YYYY-MM-DD` */
export const weekDayText = (day: string): string =>
  `${shown(readDay(day) ?? NaN, 'weekday', 'UTC')} ${Number(day.slice(-2))}`;

/** A time of day without a day. @param minute of the day, as the clock on the wall shows it */
export const minuteText = (minute: number): string => timeText(minute * 60_000, 'UTC');

/** `23 Nov`. @param day `YYYY-MM-DD` */
export const dayOfMonthText = (day: string): string => shown(readDay(day) ?? NaN, 'dayOfMonth', 'UTC');

/** `Mon 23 Nov`. @param day `YYYY-MM-DD` */
export const shortDayText = (day: string): string => shown(readDay(day) ?? NaN, 'shortDay', 'UTC');

/** `Today, Monday 23 November`; with the year where it is not this one. @param day and today `YYYY-MM-DD` */
export const dayHeading = (day: string, today: string): string => {
  const wallMs = readDay(day) ?? NaN;
  const daysAway = (wallMs - (readDay(today) ?? NaN)) / DAY_MS;
  const style = day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'dayOfYear';
  const names: Readonly<Record<string, string>> = { '-1': 'Yesterday, ', '0': 'Today, ', '1': 'Tomorrow, ' };
  return `${names[String(daysAway)] ?? ''}${shown(wallMs, style, 'UTC')}`;
};

/** `Los Angeles`, for `America/Los_Angeles`. */
export const zoneName = (timeZone: string): string =>
  timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;

/** `UTC−08:00`, at an instant; with a minus at which no line is broken. */
export const offsetText = (epochMs: number, timeZone: string): string =>
  `UTC${utcOffsetText(intlZoneClock.offsetMinutesAt(epochMs, timeZone)).replace('-', '−')}`;

/** Does the zone show the time of this instant twice on its day? */
const isShownTwice = (epochMs: number, timeZone: string): boolean =>
  readWallTime(wallTimeAt(epochMs, timeZone, intlZoneClock), timeZone, intlZoneClock)?.kind === 'repeated';

/** `01:30 (UTC−08:00)` where the clock shows the time twice on its day, `01:30` where it does not. */
const unmistakableTime = (epochMs: number, timeZone: string): string => {
  const time = timeText(epochMs, timeZone);
  return isShownTwice(epochMs, timeZone) ? `${time} (${offsetText(epochMs, timeZone)})` : time;
};

/** `09:00 – 09:30`; with the days where they differ. */
export const spanText = (
  { appointment, startMs, endMs, firstDay, lastDay }: PlacedAppointment,
  timeZone: string,
): string => {
  const isOneDay = firstDay === lastDay;
  if (appointment.isAllDay) return isOneDay ? 'All day' : `All day, to ${shortDayText(lastDay)}`;
  const start = unmistakableTime(startMs, timeZone);
  if (endMs === startMs) return start;
  const end = unmistakableTime(endMs, timeZone);
  return isOneDay ? `${start} – ${end}` : `${start} – ${shortDayText(lastDay)}, ${end}`;
};

/** Do two zones show another time at an instant? Names may differ where clocks do not. */
export const showsOtherTime = (epochMs: number, one: string, other: string): boolean =>
  intlZoneClock.offsetMinutesAt(epochMs, one) !== intlZoneClock.offsetMinutesAt(epochMs, other);

/** `1 h 30 min`. */
export const durationText = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};
