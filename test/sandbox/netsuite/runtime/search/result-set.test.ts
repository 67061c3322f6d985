import { calendarEvent, createScriptHarness } from '../script-harness';

const create =
  "search.create({ type: 'calendarevent', columns: [{ name: 'internalid', sort: 'ASC' }, 'title'] })";

function harnessOf(count: number) {
  const events = Array.from({ length: count }, (_, index) => calendarEvent(String(1 + index)));
  return createScriptHarness({ events });
}

describe('each', () => {
  it('goes on only while the callback returns true', () => {
    const body = `let calls = 0; ${create}.run().each(() => { calls += 1; return calls < 3; }); return calls;`;
    expect(harnessOf(5).value(body)).toBe(3);
    expect(harnessOf(5).value(body.replace('return calls < 3;', ''))).toBe(1);
  });

  it('stops with an error after 4,000 rows', () => {
    const body = `let calls = 0; try { ${create}.run().each(() => { calls += 1; return true; }); }
      catch (e) { return [calls, e.name]; } return calls;`;
    expect(harnessOf(4_000).value(body)).toBe(4_000);
    expect(harnessOf(4_001).value(body)).toEqual([4_000, 'SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED']);
  });
});

describe('getRange', () => {
  const harness = harnessOf(1_200);

  it('gives the rows from start up to and without end', () => {
    const body = `return ${create}.run().getRange({ start: 1198, end: 1300 }).map((row) => row.id);`;
    expect(harness.value(body)).toEqual(['1199', '1200']);
  });

  it('gives at most 1,000 rows', () => {
    expect(harness.value(`return ${create}.run().getRange({ start: 0, end: 1000 }).length;`)).toBe(1_000);
    expect(harness.code(`${create}.run().getRange({ start: 0, end: 1001 });`)).toBe(
      'SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
    );
  });

  it('goes to the account once for all ranges of a result set', () => {
    const body = `const set = ${create}.run(); set.getRange({ start: 0, end: 5 }); set.getRange({ start: 5, end: 9 });`;
    expect(harness.run(body).usage).toEqual({ units: 20, searches: 1 });
  });
});

describe('A result', () => {
  const first = `const [row] = ${create}.run().getRange({ start: 0, end: 1 });`;
  const harness = harnessOf(2);

  it('reads a column by name, by options and by column object', () => {
    const body = `${first} return [row.getValue('title'), row.getValue({ name: 'title' }), row.getValue(row.columns[1])];`;
    expect(harness.value(body)).toEqual(['Event 1', 'Event 1', 'Event 1']);
  });

  it('reads null for a column that the search did not ask for', () => {
    expect(harness.value(`${first} return [row.getValue('status'), row.getText('title')];`)).toEqual([
      null,
      null,
    ]);
  });

  it('tells its record and all of its values', () => {
    expect(harness.value(`${first} return [row.recordType, row.id, row.getAllValues()];`)).toEqual([
      'calendarevent',
      '1',
      { internalid: '1', title: 'Event 1' },
    ]);
  });
});
