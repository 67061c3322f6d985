/** Reads calendar events through the RESTlet: every page to the last, one by its id, one after it was written. */
import { AppointmentError } from '../../../src/contract/failure';
import { isSameVersion } from '../../../src/contract/required-version';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
import type { CalendarEventsPage, NetSuiteClient } from './client';
import { appointmentAsSent, appointmentOfRow, versionOfRow, type EventContent } from './mapper';
import { calendarEventRowSchema, type EventRow } from './schema';

/** The RESTlet's own most. */
const PAGE_SIZE = 1000;
const MAX_PAGES = 100;
const MAX_EMPTY_PAGES = 2;

type EventQuery = Readonly<Record<string, string | number | boolean | undefined>>;

export interface EventRows {
  readonly rows: readonly EventRow[];
  /** Events that the RESTlet or we could not read. */
  readonly skipped: number;
}

export interface ReadEvent {
  readonly row: EventRow;
  /** It has several occurrences, and `row` is one of them. */
  readonly repeats: boolean;
}

/** An event that moves from one page to the next while we read would come twice. */
const withoutRepeated = (rows: readonly EventRow[]): readonly EventRow[] => [
  ...new Map(rows.map((row) => [`${row.id} ${row.startTimeUtc}`, row])).values(),
];

/** A RESTlet short of its units answers with no rows and "more": worth asking again, but not for ever. */
const readPage = async (
  client: NetSuiteClient,
  context: CalendarContext,
  query: EventQuery,
): Promise<CalendarEventsPage> => {
  for (let emptyPages = 0; emptyPages <= MAX_EMPTY_PAGES; emptyPages++) {
    const reply = await client.calendarEvents(context, query);
    if (!reply.hasMore || reply.data.length + reply.unreadable.length > 0) return reply;
  }
  throw new AppointmentError(
    'upstream_unavailable',
    'NetSuite could not finish the list of events within its limits. Try again, or ask for fewer days.',
  );
};

/** @throws AppointmentError upstream_unavailable or upstream_invalid rather than leave out what is beyond a page */
export const readEventRows = async (
  client: NetSuiteClient,
  context: CalendarContext,
  query: EventQuery,
): Promise<EventRows> => {
  const found: unknown[] = [];
  let unreadable = 0;
  let page = 0;
  let pageSize = PAGE_SIZE;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const reply = await readPage(client, context, { ...query, page, pageSize });
    found.push(...reply.data);
    unreadable += reply.unreadable.length;
    if (!reply.hasMore) {
      const rows = found.flatMap((one) => calendarEventRowSchema.safeParse(one).data ?? []);
      return { rows: withoutRepeated(rows), skipped: unreadable + found.length - rows.length };
    }
    // Smaller pages than asked for come back renumbered, so that the next one always goes on where this one ends.
    page = (reply.page ?? page) + 1;
    pageSize = reply.pageSize ?? pageSize;
  }
  throw new AppointmentError(
    'upstream_invalid',
    `The list of NetSuite events does not end after ${MAX_PAGES} pages. Ask for fewer days.`,
  );
};

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
  const { rows, skipped } = await readEventRows(client, context, { id: eventId });
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
