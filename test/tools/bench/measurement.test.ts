import { benchTable } from '../../../tools/bench/bench-table';
import { holds, median, type Measurement } from '../../../tools/bench/measurement';

const measured = (figures: Measurement['figures']): Measurement => ({
  part: 'list',
  subject: 'Clio: list 200',
  figures,
  bounds: [
    { figure: 'ratio', least: 0.6 },
    { figure: 'p99Ratio', most: 2 },
  ],
});

describe('a figure of the bench', () => {
  it('is the middle one, or between the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('keeps to its bound at the bound, and not where it was not measured', () => {
    const least = { figure: 'ratio', least: 0.6 };
    expect(holds(least, measured({ ratio: 0.6 }))).toBe(true);
    expect(holds(least, measured({ ratio: 0.59 }))).toBe(false);
    expect(holds(least, measured({ ratio: NaN }))).toBe(false);
    expect(holds(least, measured({}))).toBe(false);
    expect(holds({ figure: 'p99Ratio', most: 2 }, measured({ p99Ratio: 2.01 }))).toBe(false);
  });

  it('is shown with the bounds that it misses', () => {
    expect(benchTable([measured({ ratio: 0.7, p99Ratio: 1 })])).toMatch(/holds$/);
    expect(benchTable([measured({ ratio: 0.5, p99Ratio: 1 })])).toMatch(/MISSES ratio ≥ 0.6$/);
  });
});
