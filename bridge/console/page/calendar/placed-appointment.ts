/** Where an appointment lies in the days of a viewer: the one reading of its times that list and week share. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import { dayText } from '../../../../src/contract/time/iso';
import { intlZoneClock } from '../../../../src/contract/time/intl-zone-clock';
import { wallMsAt } from '../../../../src/contract/time/zone-arithmetic';

const DAY_MS = 86_400_000;

export interface PlacedAppointment {
  readonly appointment: Appointment;
  readonly startMs: number;
  readonly endMs: number;
  /** `YYYY-MM-DD`, the first and the last day that it touches. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** It is drawn across whole days: all-day, or as long as one. */
  readonly takesWholeDays: boolean;
}

/** The day an instant lies in, in a zone. */
export const dayAt = (epochMs: number, timeZone: string): string =>
  dayText(wallMsAt(epochMs, timeZone, intlZoneClock));

/**
 * An all-day appointment names days, not instants: it keeps those of the CRM user's zone, wherever it is looked at from.
 * The moment at which an appointment ends belongs to the next one, so midnight is not a day of it.
 */
export const placeAppointment = (appointment: Appointment, viewerZone: string): PlacedAppointment => {
  const startMs = Date.parse(appointment.startTimeUtc);
  const endMs = Date.parse(appointment.endTimeUtc);
  const zone = appointment.isAllDay ? appointment.timeZone : viewerZone;
  return {
    appointment,
    startMs,
    endMs,
    firstDay: dayAt(startMs, zone),
    lastDay: dayAt(Math.max(startMs, endMs - 1), zone),
    takesWholeDays: appointment.isAllDay || endMs - startMs >= DAY_MS,
  };
};

/** By start; the longer one first where two start together. */
export const byStart = (one: PlacedAppointment, other: PlacedAppointment): number =>
  one.startMs - other.startMs ||
  other.endMs - one.endMs ||
  one.appointment.id.localeCompare(other.appointment.id);
