/** A long list takes its turn before it is read on: put together, it is tens of megabytes. */

export interface LongListTurn {
  /** Before anything is known of the list: waits as for the length that it had the last time. */
  takeAsBefore(): Promise<void>;
  /** Would it be taken at once, for a list of so many rows? */
  isFree(rows: number): boolean;
  /**
   * Waits until few enough other lists of that length are on their way; does not wait with a short one, nor where it was
   * taken for as many rows already.
   * @throws AppointmentError upstream_unavailable when that takes too long
   */
  take(rows: number): Promise<void>;
}

interface Turn {
  readonly longListTurn?: LongListTurn | undefined;
}

interface FirstPage<Page> {
  read(): Promise<Page>;
  /** Of the whole list, as far as the page tells. */
  rowsOf(page: Page): number;
}

/** The page, or only how long the list is, where its turn is not now. */
const readUnlessWaiting = async <Page>(
  turn: LongListTurn,
  { read, rowsOf }: FirstPage<Page>,
): Promise<{ readonly rows: number; readonly page?: Page }> => {
  await turn.takeAsBefore();
  const page = await read();
  const rows = rowsOf(page);
  return turn.isFree(rows) ? { rows, page } : { rows };
};

/**
 * The first page, in its turn where the list is long. A list that was long before waits first; one of which that turns
 * out now holds nothing while it waits, and is begun again.
 */
export const readFirstPage = async <Page>(
  { longListTurn: turn }: Turn,
  first: FirstPage<Page>,
): Promise<Page> => {
  if (!turn) return first.read();
  const { rows, page } = await readUnlessWaiting(turn, first);
  await turn.take(rows);
  return page ?? first.read();
};
