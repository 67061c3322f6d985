/** Keeps one edit from undoing another: an appointment is changed only as long as it is the one that its editor saw. */
import type { Appointment } from './appointment.schema';
import { AppointmentError } from './failure';

/** The opaque part of an entity tag (RFC 9110 §8.8.3): `W/"7"`, `"7"` and `7` are one version. */
export const opaqueVersion = (version: string): string => {
  const text = version.trim();
  return /^(?:W\/)?"(.*)"$/.exec(text)?.[1] ?? text;
};

export const isSameVersion = (one: string, other: string): boolean =>
  opaqueVersion(one) === opaqueVersion(other);

/**
 * @param current the appointment as it was read just now
 * @param ifVersion the version that the caller saw; undefined for any
 * @throws AppointmentError conflict (412) with the appointment as it now is
 */
export const requireVersion = (current: Appointment, ifVersion: string | undefined): void => {
  if (ifVersion === undefined || isSameVersion(current.version, ifVersion)) return;
  throw new AppointmentError(
    'conflict',
    'Somebody else has changed this appointment since you saw it, so nothing was changed. Look at it as it now is, and try again.',
    { details: { httpStatus: 412, appointment: current } },
  );
};
