/** Reads the rows of a list through the RESTlet: every page to the last, and again where they do not fit together. */
import type { Appointment } from '../../../src/contract/appointment.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { readFirstPage } from '../../http/long-list';
import type { CalendarContext } from '../calendar-adapter';
import { definedOf } from '../row-reader';
import type { CalendarEventsPage, NetSuiteClient } from './client';
import { readEventRow } from './event-row';
import type { EventRow } from './schema';

/** The RESTlet's own most. */
const PAGE_SIZE = 1000;
const MAX_PAGES = 100;
const MAX_EMPTY_PAGES = 2;
/** Of the five that an account may have, other users want some (section_1504769959). */
const PAGES_AT_A_TIME = 3;
/** Of one list. */
const MAX_READINGS = 3;

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

const FIRST_PAGE: PageNumber = { page: 0, pageSize: PAGE_SIZE };

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

/** The first page and all others. */
const readPagesAfter = async <Kept>(
  first: RowPage<Kept>,
  readOne: ReadPage<Kept>,
): Promise<readonly RowPage<Kept>[]> => {
  if (!first.hasMore) return [first];
  const others = otherPagesOf(first);
  const atOnce = others && (await readPagesAtOnce(readOne, others));
  return [first, ...(atOnce ?? (await readPagesInTurn(readOne, pageAfter(first, FIRST_PAGE))))];
};

/** Pages of a list that was the same length all the while: no event has moved over the edge of a page. */
const isOneList = (pages: readonly PageShape[]): boolean => {
  const told = pages.flatMap(({ total }) => total ?? []);
  return told.every((total) => total === told[0]);
};

/**
 * An event that goes, or comes, between two pages moves those after it, and one of them is on no page that was read. What
 * was read last is given where the list never keeps still, or the caller does not wait for as long again.
 */
const readSteadyPages = async <Kept>(
  { deadline }: Pick<CalendarContext, 'deadline'>,
  readList: (isFirst: boolean) => Promise<readonly RowPage<Kept>[]>,
  onShifted: () => void,
): Promise<readonly RowPage<Kept>[]> => {
  const msLeft = (): number => deadline?.remainingMs() ?? Number.MAX_SAFE_INTEGER;
  let beganWithMs = msLeft();
  let pages = await readList(true);
  for (let readings = 1; !isOneList(pages); readings++) {
    const leftMs = msLeft();
    if (readings === MAX_READINGS || leftMs < beganWithMs - leftMs) {
      onShifted();
      break;
    }
    beganWithMs = leftMs;
    // Let go of before: a long list in memory twice is more than its turn is for.
    pages = [];
    pages = await readList(false);
  }
  return pages;
};

interface ListOptions<Kept> {
  readonly query: EventQuery;
  readonly keep: KeepRow<Kept>;
  /** Told where events came or went all the while, so that some of the list may be missing. */
  readonly onShifted?: () => void;
}

/** @throws AppointmentError upstream_unavailable or upstream_invalid rather than leave out what is beyond a page */
export const readEventRows = async <Kept extends IdentifiedRow>(
  client: NetSuiteClient,
  context: CalendarContext,
  { query, keep, onShifted = () => undefined }: ListOptions<Kept>,
): Promise<EventRows<Kept>> => {
  const readOne: ReadPage<Kept> = async (number) =>
    rowPageOf(await readPage(client, context, { ...query, ...number }), keep);
  const readFirst = async () =>
    readFirstPage(context, {
      read: () => readOne(FIRST_PAGE),
      rowsOf: ({ total = PAGE_SIZE, hasMore, rows }) => (hasMore ? total : rows.length),
    });
  // A list that is read again has its turn already.
  const readList = async (isFirst: boolean) =>
    readPagesAfter(await (isFirst ? readFirst() : readOne(FIRST_PAGE)), readOne);
  const pages = await readSteadyPages(context, readList, onShifted);
  return {
    rows: withoutRepeated(pages.flatMap(({ rows }) => rows)),
    skipped: pages.reduce((sum, { skipped }) => sum + skipped, 0),
  };
};
