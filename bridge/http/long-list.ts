/** A long list takes its turn before it is read on: put together, it is tens of megabytes. */

/** What is shorter waits for nobody. More than anybody has in the four months that are listed by default. */
const LONG_LIST_ROWS = 500;

export interface LongListTurn {
  /**
   * Waits until few enough other long lists are on their way; at once the second time.
   * @throws AppointmentError upstream_unavailable when that takes too long
   */
  take(): Promise<void>;
}

/** To be called before more than what is known so far is read. */
export const takeTurnIfLong = async (
  { longListTurn }: { readonly longListTurn?: LongListTurn | undefined },
  rows: number,
): Promise<void> => {
  if (rows > LONG_LIST_ROWS) await longListTurn?.take();
};
