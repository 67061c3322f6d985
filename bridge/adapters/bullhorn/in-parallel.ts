/** Runs a task for each item, a few at a time: Bullhorn counts 1,500 calls a minute for all users of a key together. */

const MAX_AT_A_TIME = 4;

/** Results in the order of the items. After the first failure no further task is begun. */
export const inParallel = async <Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results = new Map<number, Result>();
  const waiting = items.entries();
  let hasFailed = false;

  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (hasFailed) return;
      try {
        results.set(index, await task(item));
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };

  await Promise.all(Array.from({ length: Math.min(MAX_AT_A_TIME, items.length) }, work));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
};
