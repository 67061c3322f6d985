import { fc } from '../../../fast-check';
import { readAllRows, type ReadRowPage } from '../../../../bridge/adapters/bullhorn/query-pages';
import { failureOf } from './bullhorn-account';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const edgesOf = (data: readonly number[]) => ({ first: data[0], last: data.at(-1) });

const vendorOf = (options: {
  readonly total: number;
  readonly cap: (start: number) => number;
  readonly tellsTotal: boolean;
  /** May change the list; told how many pages there were. */
  readonly afterPage?: (rows: number[], pages: number) => void;
}): { readonly readPage: ReadRowPage; readonly starts: number[] } => {
  const rows = [...numbers(options.total)];
  const starts: number[] = [];
  return {
    starts,
    readPage: async (start, count) => {
      starts.push(start);
      const data = rows.slice(start, start + Math.min(count, options.cap(start)));
      const page = { data, edges: edgesOf(data), ...(options.tellsTotal ? { total: rows.length } : {}) };
      options.afterPage?.(rows, starts.length);
      return page;
    },
  };
};

describe('Reading every page of a query', () => {
  it('gives every row once, however short the pages are and whether the total is told or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3000 }),
        fc.array(fc.integer({ min: 40, max: 500 }), { minLength: 1 }),
        fc.boolean(),
        async (total, caps, tellsTotal) => {
          const vendor = vendorOf({ total, tellsTotal, cap: (start) => caps[start % caps.length] ?? 500 });
          const rows = await readAllRows(vendor.readPage);
          expect(rows).toEqual(numbers(total));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    [0, 1],
    [500, 1],
    [501, 2],
    [2500, 5],
  ])('takes for %i rows %i calls where the total is told', async (total, calls) => {
    const vendor = vendorOf({ total, tellsTotal: true, cap: () => 500 });
    await readAllRows(vendor.readPage);
    expect(vendor.starts).toHaveLength(calls);
  });

  it('asks on from the last row, until there is no other, where it is not told', async () => {
    const vendor = vendorOf({ total: 500, tellsTotal: false, cap: () => 500 });
    await readAllRows(vendor.readPage);
    expect(vendor.starts).toEqual([0, 499]);
  });

  describe.each([
    ['the total is told', true],
    ['it is not', false],
  ])('of a list that changes meanwhile, where %s', (_where, tellsTotal) => {
    const all = { total: 1200, tellsTotal, cap: () => 500 };

    it('gives every row that stays, by reading again', async () => {
      const vendor = vendorOf({
        ...all,
        afterPage: (rows, pages) => void (pages === 1 && rows.splice(100, 3)),
      });
      const onUnsteady = jest.fn();
      const rows = await readAllRows(vendor.readPage, { onUnsteady });
      expect(rows).toEqual(numbers(1200).filter((row) => row < 100 || row >= 103));
      expect(onUnsteady).not.toHaveBeenCalled();
      expect(vendor.starts.filter((start) => start === 0)).toHaveLength(2);
    });

    it('gives every row once where one comes in between', async () => {
      const vendor = vendorOf({ ...all, afterPage: (rows, pages) => void (pages === 1 && rows.unshift(-1)) });
      expect(await readAllRows(vendor.readPage)).toEqual([-1, ...numbers(1200)]);
    });

    it('gives what it read last, and says so, where it changes each time', async () => {
      const vendor = vendorOf({ ...all, afterPage: (rows) => void rows.shift() });
      const onUnsteady = jest.fn();
      const rows = await readAllRows(vendor.readPage, { onUnsteady });
      expect(rows.at(-1)).toBe(1199);
      expect(onUnsteady).toHaveBeenCalledTimes(1);
      expect(vendor.starts.filter((start) => start === 0)).toHaveLength(3);
    });
  });

  it('fails rather than give a part when the pages break off', async () => {
    const readPage: ReadRowPage = async (start) => ({ data: start === 0 ? numbers(500) : [], total: 1200 });
    expect((await failureOf(readAllRows(readPage))).code).toBe('upstream_invalid');
    const nothing: ReadRowPage = async () => ({ data: [], total: 3 });
    expect((await failureOf(readAllRows(nothing))).code).toBe('upstream_invalid');
  });

  it('ends where the list became shorter in the meantime', async () => {
    const readPage: ReadRowPage = async (start) =>
      start === 0 ? { data: numbers(500), total: 501 } : { data: [], total: 500 };
    expect(await readAllRows(readPage)).toHaveLength(500);
  });

  it('fails rather than go on for ever', async () => {
    const endless: ReadRowPage = async () => ({ data: numbers(500), edges: { first: 0, last: 0 } });
    const huge: ReadRowPage = async () => ({ data: numbers(500), total: 1_000_000 });
    expect((await failureOf(readAllRows(endless))).message).toContain('fewer days');
    expect((await failureOf(readAllRows(huge))).message).toContain('fewer days');
  });
});
