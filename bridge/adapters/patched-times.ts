/** What a caller says about start and length, as instants, the same for every CRM: of a new appointment and of a patch. Pure. */
import type { AppointmentPatch } from '../../src/contract/change.schema';
import { AppointmentError } from '../../src/contract/failure';
import { readInstant } from '../../src/contract/time/read-instant';
import { wholeMinutes } from '../../src/contract/time/whole-minutes';

const MINUTE_MS = 60_000;

export interface StartAndEnd {
  /** Epoch ms. */
  readonly startMs: number;
  /** Epoch ms. */
  readonly endMs: number;
}

/**
 * ISO-8601 with `Z` or an offset → epoch ms. Checked once more here: without a start Bullhorn would put the appointment
 * at the next half hour.
 * @throws AppointmentError invalid_request naming `startTimeUtc`
 */
const givenStartMs = (startTimeUtc: string): number => {
  const startMs = readInstant(startTimeUtc);
  if (startMs !== undefined) return startMs;
  const message = 'must be an ISO-8601 time with Z or a UTC offset, like 2026-07-20T22:00:00Z';
  throw new AppointmentError('invalid_request', `The start ${message}.`, {
    details: { issues: [{ path: 'startTimeUtc', message }] },
  });
};

/** @throws AppointmentError invalid_request for a start that is no instant */
export const givenTimes = ({
  startTimeUtc,
  durationMinutes,
}: Required<Pick<AppointmentPatch, 'startTimeUtc' | 'durationMinutes'>>): StartAndEnd => {
  const startMs = givenStartMs(startTimeUtc);
  return { startMs, endMs: startMs + durationMinutes * MINUTE_MS };
};

/** A form shows minutes: a start that only lost its seconds on the way through one stays as it is. */
const unlessSameMinute = (givenMs: number, currentMs: number): number =>
  givenMs === Math.floor(currentMs / MINUTE_MS) * MINUTE_MS ? currentMs : givenMs;

/** Nor does a length change that comes back as it was shown. */
const unlessSameLength = (givenMinutes: number, currentMs: number): number =>
  givenMinutes === wholeMinutes(currentMs) ? currentMs : givenMinutes * MINUTE_MS;

/**
 * A start alone keeps the length, a length alone keeps the start.
 * @throws AppointmentError invalid_request for a start that is no instant
 */
export const patchedTimes = (
  current: StartAndEnd,
  { startTimeUtc, durationMinutes }: Pick<AppointmentPatch, 'startTimeUtc' | 'durationMinutes'>,
): StartAndEnd => {
  const lengthMs = current.endMs - current.startMs;
  const startMs =
    startTimeUtc === undefined
      ? current.startMs
      : unlessSameMinute(givenStartMs(startTimeUtc), current.startMs);
  const nextLengthMs = durationMinutes === undefined ? lengthMs : unlessSameLength(durationMinutes, lengthMs);
  return { startMs, endMs: startMs + nextLengthMs };
};

export const isMoved = (current: StartAndEnd, next: StartAndEnd): boolean =>
  next.startMs !== current.startMs || next.endMs !== current.endMs;
