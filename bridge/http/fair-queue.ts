/** A line in which users take turns: who asks for much waits behind who asks for little. */

export interface FairQueue<Item> {
  readonly size: number;
  push(user: string, item: Item): void;
  /** The next one, of the user whose turn it is. */
  shift(): Item | undefined;
  /** For one who waits no longer. */
  remove(user: string, item: Item): void;
  /** How many go before the next one of this user, if nobody else comes. */
  aheadOf(user: string): number;
}

export const createFairQueue = <Item>(): FairQueue<Item> => {
  /** By user, in the order of their turns: a Map keeps the order in which its keys came. */
  const lines = new Map<string, readonly Item[]>();

  const setLine = (user: string, line: readonly Item[]): void => {
    if (line.length > 0) lines.set(user, line);
    else lines.delete(user);
  };

  return {
    get size() {
      return [...lines.values()].reduce((sum, line) => sum + line.length, 0);
    },
    push: (user, item) => setLine(user, [...(lines.get(user) ?? []), item]),
    shift: () => {
      const [next] = lines;
      if (!next) return undefined;
      const [user, [item, ...rest]] = next;
      lines.delete(user);
      setLine(user, rest);
      return item;
    },
    remove: (user, item) =>
      setLine(
        user,
        (lines.get(user) ?? []).filter((one) => one !== item),
      ),
    aheadOf: (user) => {
      const own = lines.get(user)?.length ?? 0;
      return [...lines].reduce(
        (sum, [other, line]) => sum + (other === user ? own : Math.min(line.length, own + 1)),
        0,
      );
    },
  };
};
