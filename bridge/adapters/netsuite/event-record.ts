/** A calendar event as the REST Record API takes it (netsuite.md §4), and the wall times it is given in. Pure. */
import { AppointmentError } from '../../../src/contract/failure';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { dayText, timeText } from '../../../src/contract/time/iso';
import { epochMsAt, wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import type { AttendeeLine } from './schema';

/** `YYYY-MM-DD` and `HH:mm:ss` in the zone of the record; an event has one date (section_N3650565). */
export interface EventWallTimes {
  readonly startDate: string;
  readonly startTime: string;
  readonly endTime: string;
}

export interface EventRecordBody extends Partial<EventWallTimes> {
  readonly title?: string;
  readonly message?: string;
  readonly location?: string;
  readonly status?: { readonly id: string };
  readonly timedEvent?: boolean;
  readonly allDayEvent?: boolean;
  readonly externalId?: string;
  readonly attendee?: { readonly items: readonly AttendeeLine[] };
}

const SECOND_MS = 1000;

const refuse = (message: string): never => {
  throw new AppointmentError('invalid_request', message, {
    details: { issues: [{ path: 'startTimeUtc', message }] },
  });
};

/** A wall time that occurs twice stands for its earlier instant, so the later one cannot be said. */
const refuseLaterOfTwo = (epochMs: number, wallMs: number, timeZone: string): void => {
  if (epochMsAt(wallMs, timeZone, intlZoneClock) === epochMs) return;
  const shown = timeText(wallMs).slice(0, 5);
  refuse(
    `The clocks go back on ${dayText(wallMs)} (${timeZone}), so ${shown} occurs twice that day, and NetSuite can only store the first. Choose a time outside the repeated hour.`,
  );
};

/**
 * The wall times of an event in a zone, to the second.
 * @throws AppointmentError invalid_request where NetSuite could not store them: across midnight, or in an hour that
 *   occurs a second time
 */
export const eventWallTimes = (startMs: number, endMs: number, timeZone: string): EventWallTimes => {
  const wholeStartMs = Math.floor(startMs / SECOND_MS) * SECOND_MS;
  const wholeEndMs = Math.floor(endMs / SECOND_MS) * SECOND_MS;
  const start = wallMsAt(wholeStartMs, timeZone, intlZoneClock);
  const end = wallMsAt(wholeEndMs, timeZone, intlZoneClock);
  if (dayText(start) !== dayText(end)) {
    const from = `${dayText(start)} ${timeText(start).slice(0, 5)}`;
    const to = `${dayText(end)} ${timeText(end).slice(0, 5)}`;
    refuse(
      `NetSuite cannot store an event that lasts until midnight or beyond: this one would go from ${from} to ${to} (${timeZone}). End it by 23:59, or make one event for each day.`,
    );
  }
  refuseLaterOfTwo(wholeStartMs, start, timeZone);
  refuseLaterOfTwo(wholeEndMs, end, timeZone);
  return { startDate: dayText(start), startTime: timeText(start), endTime: timeText(end) };
};
