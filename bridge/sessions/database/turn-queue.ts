/** Gives what only one can use at a time to one after the other, in the order in which they came. */

export interface TurnQueue {
  /** While nobody has a turn, `act` is through when this returns. */
  pass<Result>(act: () => Result): Promise<Result>;
  /** All who come later wait until what `act` gives is settled. */
  hold<Result>(act: () => Promise<Result>): Promise<Result>;
}

export const createTurnQueue = (): TurnQueue => {
  /** Undefined: nobody has a turn or waits for one. */
  let last: Promise<void> | undefined;

  const hold = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = (last ?? Promise.resolve()).then(act);
    const over: Promise<void> = Promise.allSettled([turn]).then(() => {
      if (last === over) last = undefined;
    });
    last = over;
    return turn;
  };

  return {
    pass: async (act) => (last === undefined ? act() : hold(async () => act())),
    hold,
  };
};
