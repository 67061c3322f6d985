/** Puts blocks that overlap side by side, each as wide as its crowd allows. */

export interface Span {
  /** Half-open: one that ends where another starts does not touch it. */
  readonly from: number;
  readonly to: number;
}

export type InColumn<Block extends Span> = Block & {
  /** From 0. */
  readonly column: number;
  /** How many columns the blocks share that overlap with it, or with one that does. */
  readonly columns: number;
};

/** Each block in the first column that is free when it starts. */
const columnsOfCrowd = <Block extends Span>(crowd: readonly Block[]): readonly InColumn<Block>[] => {
  const freeFrom: number[] = [];
  const placed = crowd.map((block) => {
    const free = freeFrom.findIndex((end) => end <= block.from);
    const column = free === -1 ? freeFrom.length : free;
    freeFrom[column] = block.to;
    return { block, column };
  });
  return placed.map(({ block, column }) => ({ ...block, column, columns: freeFrom.length }));
};

export const overlapColumns = <Block extends Span>(blocks: readonly Block[]): readonly InColumn<Block>[] => {
  const sorted = blocks.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const crowds: Block[][] = [];
  let crowdEnd = -Infinity;
  for (const block of sorted) {
    const crowd = crowds.at(-1);
    if (crowd && block.from < crowdEnd) crowd.push(block);
    else crowds.push([block]);
    crowdEnd = Math.max(block.from < crowdEnd ? crowdEnd : -Infinity, block.to);
  }
  return crowds.flatMap(columnsOfCrowd);
};
