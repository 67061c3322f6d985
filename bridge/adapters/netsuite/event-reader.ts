/** Reads calendar events through the RESTlet: every page to the last, one by its id, one after it was written. */
import type { Appointment } from '../../../src/contract/appointment.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { isSameVersion } from '../../../src/contract/required-version';
import { readFirstPage } from '../../http/long-list';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
import { definedOf } from '../row-reader';
import type { CalendarEventsPage, NetSuiteClient } from './client';
import { readEventRow } from './event-row';
import { appointmentAsSent, appointmentOfRow, versionOfRow, type EventContent } from './mapper';
import type { EventRow } from './schema';

/** The RESTlet's own most. */
const PAGE_SIZE = 1000;
const MAX_PAGES = 100;
const MAX_EMPTY_PAGES = 2;
/** Of the five that an account may have, other users want some (section_1504769959). */
const PAGES_AT_A_TIME = 3;

type EventQuery = Readonly<Record<string, string | number | boolean | undefined>>;

export interface EventRows<Kept> {
  readonly rows: readonly Kept[];
  /** Events that the RESTlet or we could not read. */
  readonly skipped: number;
}

/**
 * What is kept of a row; undefined for nothing. Asked as the pages come: of a long list, what NetSuite sent is not kept
 * beside what is made of it.
 */
type KeepRow<Kept> = (row: EventRow) => Kept | undefined;

export interface ReadEvent {
  readonly row: EventRow;
  /** It has several occurrences, and `row` is one of them. */
  readonly repeats: boolean;
}

/** What tells one occurrence of an event from another. */
type IdentifiedRow = Pick<EventRow | Appointment, 'id' | 'startTimeUtc'>;

/** An event that moves from one page to the next while we read would come twice. */
const withoutRepeated = <Kept extends IdentifiedRow>(rows: readonly Kept[]): readonly Kept[] => {
  const known = new Map<string, Kept>();
  for (const row of rows) known.set(`${row.id} ${row.startTimeUtc}`, row);
  return known.size === rows.length ? rows : [...known.values()];
};

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

interface PageNumber {
  readonly page: number;
  readonly pageSize: number;
}

type PageShape = Pick<CalendarEventsPage, 'page' | 'pageSize' | 'total' | 'hasMore'>;

interface RowPage<Kept> extends EventRows<Kept>, PageShape {}

type ReadPage<Kept> = (number: PageNumber) => Promise<RowPage<Kept>>;

const rowPageOf = <Kept>(reply: CalendarEventsPage, keep: KeepRow<Kept>): RowPage<Kept> => {
  const { data, unreadable, page, pageSize, total, hasMore } = reply;
  const readable = definedOf(data, readEventRow);
  const skipped = unreadable.length + data.length - readable.length;
  return { rows: definedOf(readable, keep), skipped, page, pageSize, total, hasMore };
};

const tooMany = (): AppointmentError =>
  new AppointmentError(
    'upstream_invalid',
    `The list of NetSuite events does not end after ${MAX_PAGES} pages. Ask for fewer days.`,
  );

/** Smaller pages than asked for come back renumbered, so that the next one always goes on where this one ends. */
const pageAfter = (reply: PageShape, asked: PageNumber): PageNumber => ({
  page: (reply.page ?? asked.page) + 1,
  pageSize: reply.pageSize ?? asked.pageSize,
});

/** All after the first. */
const readPagesInTurn = async <Kept>(
  readOne: ReadPage<Kept>,
  start: PageNumber,
): Promise<readonly RowPage<Kept>[]> => {
  const pages: RowPage<Kept>[] = [];
  let number = start;
  for (;;) {
    const reply = await readOne(number);
    pages.push(reply);
    if (!reply.hasMore) return pages;
    if (1 + pages.length >= MAX_PAGES) throw tooMany();
    number = pageAfter(reply, number);
  }
};

/** The numbers of the other pages, where the first one tells how many there are and came as it was asked for. */
const otherPagesOf = (first: PageShape): readonly PageNumber[] | undefined => {
  const { page = 0, pageSize = PAGE_SIZE, total } = first;
  if (total === undefined || total <= PAGE_SIZE || page !== 0 || pageSize !== PAGE_SIZE) return undefined;
  const count = Math.ceil(total / PAGE_SIZE);
  if (count > MAX_PAGES) throw tooMany();
  return Array.from({ length: count - 1 }, (_, index) => ({
    page: index + 1,
    pageSize: PAGE_SIZE,
  }));
};

const isAsAsked = (reply: PageShape, asked: PageNumber): boolean =>
  (reply.page ?? asked.page) === asked.page && (reply.pageSize ?? asked.pageSize) === asked.pageSize;

/** A few at a time. Undefined where one comes back smaller than it was asked for, or the list has grown: then in turn. */
const readPagesAtOnce = async <Kept>(
  readOne: ReadPage<Kept>,
  numbers: readonly PageNumber[],
): Promise<readonly RowPage<Kept>[] | undefined> => {
  const pages: RowPage<Kept>[] = [];
  for (let start = 0; start < numbers.length; start += PAGES_AT_A_TIME) {
    const asked = numbers.slice(start, start + PAGES_AT_A_TIME);
    const replies = await Promise.all(asked.map(readOne));
    if (!asked.every((number, index) => replies[index] && isAsAsked(replies[index], number))) {
      return undefined;
    }
    pages.push(...replies);
  }
  return pages.at(-1)?.hasMore ? undefined : pages;
};

/** @throws AppointmentError upstream_unavailable or upstream_invalid rather than leave out what is beyond a page */
export const readEventRows = async <Kept extends IdentifiedRow>(
  client: NetSuiteClient,
  context: CalendarContext,
  { query, keep }: { readonly query: EventQuery; readonly keep: KeepRow<Kept> },
): Promise<EventRows<Kept>> => {
  const readOne: ReadPage<Kept> = async (number) =>
    rowPageOf(await readPage(client, context, { ...query, ...number }), keep);
  const start = { page: 0, pageSize: PAGE_SIZE };
  const first = await readFirstPage(context, {
    read: () => readOne(start),
    rowsOf: ({ total = PAGE_SIZE, hasMore, rows }) => (hasMore ? total : rows.length),
  });
  const pages = [first];
  if (first.hasMore) {
    const others = otherPagesOf(first);
    const atOnce = others && (await readPagesAtOnce(readOne, others));
    pages.push(...(atOnce ?? (await readPagesInTurn(readOne, pageAfter(first, start)))));
  }
  return {
    rows: withoutRepeated(pages.flatMap(({ rows }) => rows)),
    skipped: pages.reduce((sum, { skipped }) => sum + skipped, 0),
  };
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
