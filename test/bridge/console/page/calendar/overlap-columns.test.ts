import { fc } from '../../../../fast-check';
import { overlapColumns } from '../../../../../bridge/console/page/calendar/overlap-columns';

const columnsOf = (spans: readonly (readonly [number, number])[]) =>
  overlapColumns(spans.map(([from, to]) => ({ from, to }))).map(({ column, columns }) => [column, columns]);

describe('blocks that overlap', () => {
  it('stand side by side', () => {
    expect(
      columnsOf([
        [0, 60],
        [30, 90],
      ]),
    ).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('take the whole width where one ends as the other starts', () => {
    expect(
      columnsOf([
        [0, 60],
        [60, 90],
      ]),
    ).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('use a column again as soon as it is free, and are as narrow as the crowd they belong to', () => {
    const spans = [
      [0, 120],
      [0, 30],
      [30, 60],
      [100, 130],
    ] as const;
    expect(columnsOf(spans)).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('never lie over each other, whatever they are', () => {
    const span = fc.tuple(fc.nat(1440), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
        const placed = overlapColumns(spans.map(([from, length]) => ({ from, to: from + length })));
        return placed.every((one, index) =>
          placed.every(
            (other, at) =>
              index === at || one.column !== other.column || one.to <= other.from || other.to <= one.from,
          ),
        );
      }),
    );
  });

  it('share one number of columns in one crowd, and none is beyond it', () => {
    const placed = overlapColumns([
      { from: 0, to: 100 },
      { from: 10, to: 20 },
      { from: 15, to: 40 },
      { from: 90, to: 110 },
      { from: 200, to: 210 },
    ]);
    expect(placed.map(({ columns }) => columns)).toEqual([3, 3, 3, 3, 1]);
    expect(placed.every(({ column, columns }) => column < columns)).toBe(true);
  });
});
