/** A long list takes its turn before it is read on: put together, it is tens of megabytes. */

/** What is shorter waits for nobody. More than anybody has in the four months that are listed by default. */
const LONG_LIST_ROWS = 500;

export interface LongListTurn {
  /** Would it be taken at once? */
  isFree(): boolean;
  /**
   * Waits until few enough other long lists are on their way; at once the second time.
   * @throws AppointmentError upstream_unavailable when that takes too long
   */
  take(): Promise<void>;
}

interface FirstPage<Page> {
  read(): Promise<Page>;
  /** Of the whole list, as far as the page tells. */
  rowsOf(page: Page): number;
}

/** Undefined where the list is long and its turn is not now. */
const readUnlessWaiting = async <Page>(
  turn: LongListTurn | undefined,
  { read, rowsOf }: FirstPage<Page>,
): Promise<Page | undefined> => {
  const page = await read();
  if (turn === undefined || rowsOf(page) <= LONG_LIST_ROWS) return page;
  if (!turn.isFree()) return undefined;
  await turn.take();
  return page;
};

/** The first page, in its turn where the list is long: who has to wait holds nothing meanwhile, and reads it again. */
export const readFirstPage = async <Page>(
  { longListTurn }: { readonly longListTurn?: LongListTurn | undefined },
  first: FirstPage<Page>,
): Promise<Page> => {
  const page = await readUnlessWaiting(longListTurn, first);
  if (page !== undefined) return page;
  await longListTurn?.take();
  return first.read();
};

/** To be called before more than what is known so far is read. */
export const takeTurnIfLong = async (
  { longListTurn }: { readonly longListTurn?: LongListTurn | undefined },
  rows: number,
): Promise<void> => {
  if (rows > LONG_LIST_ROWS) await longListTurn?.take();
};
