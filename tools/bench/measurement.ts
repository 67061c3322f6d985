/** What a part of the bench found: figures with their units in their names, and the bounds that they are held to. */

export interface Bound {
  /** Name of the figure. */
  readonly figure: string;
  readonly least?: number;
  readonly most?: number;
}

export interface Measurement {
  readonly part: string;
  /** What was measured: `Clio: list of 200`. */
  readonly subject: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly bounds: readonly Bound[];
}

/** Does a figure keep to its bound? One that was not measured does not. */
export const holds = (
  { figure, least = -Infinity, most = Infinity }: Bound,
  { figures }: Measurement,
): boolean => {
  const value = figures[figure] ?? NaN;
  return value >= least && value <= most;
};

export const boundText = ({ figure, least, most }: Bound): string =>
  least === undefined ? `${figure} ≤ ${most ?? ''}` : `${figure} ≥ ${least}`;

/** Of an even number of values the mean of the middle two; NaN of none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
};
