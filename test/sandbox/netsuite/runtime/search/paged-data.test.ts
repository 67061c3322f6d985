import { calendarEvent, createScriptHarness } from '../script-harness';

const events = Array.from({ length: 12 }, (_, index) => calendarEvent(String(100 + index)));
const harness = createScriptHarness({ events });
const create =
  "search.create({ type: 'calendarevent', columns: [{ name: 'internalid', sort: search.Sort.DESC }] })";

describe('runPaged', () => {
  it('tells count, size and ranges', () => {
    const body = `const p = ${create}.runPaged({ pageSize: 5 }); return [p.count, p.pageSize, p.pageRanges.length, p.pageRanges[2]];`;
    expect(harness.value(body)).toEqual([12, 5, 3, { index: 2, compoundLabel: '11 - 12' }]);
  });

  it('has 50 rows on a page where the script does not say', () => {
    expect(harness.value(`return ${create}.runPaged().pageSize;`)).toBe(50);
  });

  it.each([4, 1001, 5.5, "'many'"])('refuses a page size of %s', (pageSize) => {
    expect(harness.code(`${create}.runPaged({ pageSize: ${pageSize} });`)).toBe(
      'VALUE_1_OUTSIDE_OF_VALID_MINMAX_RANGE_FOR_FIELD_2',
    );
  });

  it.each([5, 1000])('takes a page size of %s', (pageSize) => {
    expect(harness.value(`return ${create}.runPaged({ pageSize: ${pageSize} }).pageSize;`)).toBe(pageSize);
  });

  it('needs a sorting order', () => {
    const body = "search.create({ type: 'calendarevent', columns: ['title'] }).runPaged();";
    expect(harness.run(body)).toMatchObject({ error: { message: expect.stringContaining('sorting order') } });
  });

  it('fetches pages and goes to the next and the previous', () => {
    const body = `
      const ids = (page) => page.data.map((row) => row.id);
      const first = ${create}.runPaged({ pageSize: 5 }).fetch({ index: 0 });
      const last = first.next().next();
      return [ids(first), first.isFirst, first.isLast, ids(last), last.isLast, last.prev().pageRange.index,
        last.pagedData.count, first.pagedData === last.pagedData];`;
    expect(harness.value(body)).toEqual([
      ['111', '110', '109', '108', '107'],
      true,
      false,
      ['101', '100'],
      true,
      1,
      12,
      true,
    ]);
  });

  it.each(['-1', '3', '0.5'])('has no page %s', (index) => {
    expect(harness.code(`${create}.runPaged({ pageSize: 5 }).fetch({ index: ${index} });`)).toBe(
      'INVALID_PAGE_RANGE',
    );
  });

  it('has no page at all where nothing is found', () => {
    const empty = createScriptHarness();
    expect(empty.value(`return ${create}.runPaged().pageRanges.length;`)).toBe(0);
    expect(empty.code(`${create}.runPaged().fetch({ index: 0 });`)).toBe('INVALID_PAGE_RANGE');
  });
});
