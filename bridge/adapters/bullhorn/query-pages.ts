/** Reads every page of a query, by what the pages really hold: Bullhorn gives fewer rows than asked for without a word. */
import { AppointmentError } from '../../../src/contract/failure';
import { readFirstPage } from '../../http/long-list';
import { inParallel } from './in-parallel';

/** Bullhorn's own most (sdk-rest, MAX_RECORDS_TO_RETURN_IN_ONE_PULL); wide selections get fewer. */
const PAGE_SIZE = 500;
const MAX_PAGES = 100;
/** Of a list that is another one before it is read to its end. */
const MAX_READINGS = 3;

export interface RowPage<Row = unknown> {
  readonly data: readonly Row[];
  /** Rows of the whole query; undefined where the tenant does not say. */
  readonly total?: number | undefined;
  /** Ids of the first and the last row, as they came; undefined for a page without rows. */
  readonly edges?: { readonly first: unknown; readonly last: unknown } | undefined;
}

/** Rows from `start` on, `count` of them at most. */
export type ReadRowPage<Row = unknown> = (start: number, count: number) => Promise<RowPage<Row>>;

export interface ReadAllRowsOptions {
  /** Of the request at long lists. */
  readonly turn?: Parameters<typeof readFirstPage>[0] | undefined;
  /** Told when the list changed during every reading, so that a row may be missing or be there twice. */
  readonly onUnsteady?: (() => void) | undefined;
}

/** One reading, and whether the list stayed the same meanwhile. */
interface Reading<Row> {
  readonly rows: readonly Row[];
  readonly isSteady: boolean;
}

const tooMany = (): AppointmentError =>
  new AppointmentError(
    'upstream_invalid',
    `The list from Bullhorn does not end after ${MAX_PAGES} pages. Ask for fewer days.`,
  );

const brokenOff = (start: number, total: number): AppointmentError =>
  new AppointmentError(
    'upstream_invalid',
    `Bullhorn gave ${start} of ${total} rows and then no more. Try again; if it persists, ask for fewer days.`,
  );

/**
 * The rows of one stretch. A list that became shorter in the meantime ends early; one that only breaks off does not.
 * Where a page tells another total, rows have moved: one that left before a page has pulled the next one over its edge.
 */
const readStretch = async <Row>(
  readPage: ReadRowPage<Row>,
  {
    start,
    end,
    expectedTotal,
  }: { readonly start: number; readonly end: number; readonly expectedTotal: number },
): Promise<Reading<Row>> => {
  const rows: Row[] = [];
  let isSteady = true;
  while (start + rows.length < end) {
    const at = start + rows.length;
    const page = await readPage(at, end - at);
    isSteady &&= (page.total ?? expectedTotal) === expectedTotal;
    if (page.data.length === 0) {
      const total = page.total ?? end;
      if (total > at) throw brokenOff(at, total);
      break;
    }
    rows.push(...page.data);
  }
  return { rows, isSteady };
};

/** Each page begins with the last row of the one before: where it does not, rows have moved. */
const readUntilEnd = async <Row>(readPage: ReadRowPage<Row>, first: RowPage<Row>): Promise<Reading<Row>> => {
  const rows = [...first.data];
  let end = rows.length;
  let last = first.edges?.last;
  let isSteady = true;
  for (let pages = 1, isLast = end === 0; !isLast; pages++) {
    if (pages >= MAX_PAGES) throw tooMany();
    const { data, edges } = await readPage(end - 1, PAGE_SIZE);
    const isJoined = edges?.first === last;
    rows.push(...(isJoined ? data.slice(1) : data));
    isSteady &&= isJoined;
    isLast = data.length <= 1;
    end += data.length - 1;
    last = edges?.last;
  }
  return { rows, isSteady };
};

/** Once the first page tells how many rows there are, the others are read at the same time. */
const readToTotal = async <Row>(
  readPage: ReadRowPage<Row>,
  first: readonly Row[],
  total: number,
): Promise<Reading<Row>> => {
  if (first.length >= total) return { rows: first, isSteady: true };
  if (first.length === 0) throw brokenOff(0, total);
  if (total > first.length * MAX_PAGES) throw tooMany();
  const stretches: { start: number; end: number; expectedTotal: number }[] = [];
  for (let start = first.length; start < total; start += first.length) {
    stretches.push({ start, end: Math.min(start + first.length, total), expectedTotal: total });
  }
  const rest = await inParallel(stretches, async (stretch) => readStretch(readPage, stretch));
  return {
    rows: [...first, ...rest.flatMap(({ rows }) => rows)],
    isSteady: rest.every(({ isSteady }) => isSteady),
  };
};

const readOnce = async <Row>(
  readPage: ReadRowPage<Row>,
  turn: NonNullable<ReadAllRowsOptions['turn']>,
): Promise<Reading<Row>> => {
  const first = await readFirstPage(turn, {
    read: () => readPage(0, PAGE_SIZE),
    rowsOf: (page) => page.total ?? page.data.length,
  });
  const { data, total } = first;
  return total === undefined ? readUntilEnd(readPage, first) : readToTotal(readPage, data, total);
};

/**
 * Every row. A list that changes while it is read is read again: an edit that begins with a list in which somebody is
 * missing would take them out. That one row left while another came goes unnoticed.
 * @throws AppointmentError upstream_invalid rather than leave out what is beyond a page
 */
export const readAllRows = async <Row>(
  readPage: ReadRowPage<Row>,
  { turn = {}, onUnsteady }: ReadAllRowsOptions = {},
): Promise<readonly Row[]> => {
  let reading = await readOnce(readPage, turn);
  for (let readings = 1; !reading.isSteady && readings < MAX_READINGS; readings++) {
    // Let go of before: a long list in memory twice is more than its turn is for.
    reading = { rows: [], isSteady: false };
    reading = await readOnce(readPage, turn);
  }
  if (!reading.isSteady) onUnsteady?.();
  return reading.rows;
};
