/** Reads one calendar event through the RESTlet: by its id, and after it was written. */
import { AppointmentError } from '../../../src/contract/failure';
import { isSameVersion } from '../../../src/contract/required-version';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import { readEventRows } from './event-pages';
import { appointmentAsSent, appointmentOfRow, versionOfRow, type EventContent } from './mapper';
import type { EventRow } from './schema';

export interface ReadEvent {
  readonly row: EventRow;
  /** It has several occurrences, and `row` is one of them. */
  readonly repeats: boolean;
}

/** Which occurrence of a repeating event is meant. */
interface WantedOccurrence {
  /** By what its reader saw of it. */
  readonly version?: string | undefined;
  readonly startMs?: number | undefined;
}

const occurrenceAmong = (
  rows: readonly EventRow[],
  { version, startMs }: WantedOccurrence,
): EventRow | undefined =>
  rows.find((row) => version !== undefined && isSameVersion(versionOfRow(row), version)) ??
  rows.find(({ startTimeUtc }) => startTimeUtc === startMs) ??
  rows[0];

/**
 * One event by its id. Of a repeating event the occurrence that is wanted, else the one the RESTlet gives first: the
 * next.
 * @throws AppointmentError not_found
 */
export const readEvent = async (
  client: NetSuiteClient,
  context: CalendarContext,
  eventId: string,
  wanted: WantedOccurrence = {},
): Promise<ReadEvent> => {
  const { rows, skipped } = await readEventRows(client, context, {
    query: { id: eventId },
    keep: (row) => row,
  });
  const own = rows.filter(({ id }) => id === eventId);
  const row = occurrenceAmong(own, wanted);
  if (row) return { row, repeats: own.length > 1 };
  throw skipped > 0
    ? new AppointmentError(
        'upstream_invalid',
        `The date or time of NetSuite event ${eventId} cannot be read. Check the event in NetSuite.`,
      )
    : new AppointmentError(
        'not_found',
        `NetSuite has no event ${eventId}, or your role may not see it. Refresh the list.`,
      );
};

/** The event after a write. It is saved by now: when it cannot be read, what was sent is the answer. */
export const readEventBack = async (
  client: NetSuiteClient,
  context: CalendarContext,
  sent: EventContent,
): Promise<SavedAppointment> => {
  try {
    const { row } = await readEvent(client, context, sent.id, { startMs: sent.startMs });
    return { appointmentId: sent.id, appointment: appointmentOfRow(row, context.userId) };
  } catch {
    return {
      appointmentId: sent.id,
      appointment: appointmentAsSent(sent, context.userId),
      warning:
        'Saved in NetSuite, but it could not be read back, so what you see is what was sent. Refresh the list.',
    };
  }
};
