/** Reads every page of a query, by what the pages really hold: Bullhorn gives fewer rows than asked for without a word. */
import { AppointmentError } from '../../../src/contract/failure';
import { readFirstPage } from '../../http/long-list';
import { inParallel } from './in-parallel';

/** Bullhorn's own most (sdk-rest, MAX_RECORDS_TO_RETURN_IN_ONE_PULL); wide selections get fewer. */
const PAGE_SIZE = 500;
const MAX_PAGES = 100;

export interface RowPage<Row = unknown> {
  readonly data: readonly Row[];
  /** Rows of the whole query; undefined where the tenant does not say. */
  readonly total?: number | undefined;
}

/** Rows from `start` on, `count` of them at most. */
export type ReadRowPage<Row = unknown> = (start: number, count: number) => Promise<RowPage<Row>>;

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

/** The rows of one stretch. A list that became shorter in the meantime ends early; one that only breaks off does not. */
const readStretch = async <Row>(
  readPage: ReadRowPage<Row>,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  while (start + rows.length < end) {
    const at = start + rows.length;
    const page = await readPage(at, end - at);
    if (page.data.length === 0) {
      const total = page.total ?? end;
      if (total > at) throw brokenOff(at, total);
      break;
    }
    rows.push(...page.data);
  }
  return rows;
};

const readUntilEmpty = async <Row>(
  readPage: ReadRowPage<Row>,
  first: readonly Row[],
): Promise<readonly Row[]> => {
  const rows = [...first];
  let isLast = first.length === 0;
  for (let pages = 1; !isLast; pages++) {
    if (pages >= MAX_PAGES) throw tooMany();
    const { data } = await readPage(rows.length, PAGE_SIZE);
    rows.push(...data);
    isLast = data.length === 0;
  }
  return rows;
};

/**
 * Every row. Once the first page tells how many there are, the others are read at the same time.
 * @param turn of the request at long lists
 * @throws AppointmentError upstream_invalid rather than leave out what is beyond a page
 */
export const readAllRows = async <Row>(
  readPage: ReadRowPage<Row>,
  turn: Parameters<typeof readFirstPage>[0] = {},
): Promise<readonly Row[]> => {
  const { data: first, total } = await readFirstPage(turn, {
    read: () => readPage(0, PAGE_SIZE),
    rowsOf: (page) => page.total ?? page.data.length,
  });
  if (total === undefined) return readUntilEmpty(readPage, first);
  if (first.length >= total) return first;
  if (first.length === 0) throw brokenOff(0, total);
  if (total > first.length * MAX_PAGES) throw tooMany();
  const stretches: { start: number; end: number }[] = [];
  for (let start = first.length; start < total; start += first.length) {
    stretches.push({ start, end: Math.min(start + first.length, total) });
  }
  const rest = await inParallel(stretches, async (stretch) => readStretch(readPage, stretch));
  return [...first, ...rest.flat()];
};
