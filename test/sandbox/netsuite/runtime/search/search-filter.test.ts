import { calendarEvent, createScriptHarness } from '../script-harness';

const harness = createScriptHarness({
  events: [
    calendarEvent('1', {
      title: 'Design review',
      status: 'TENTATIVE',
      location: 'Room 1',
      externalId: 'ext-1',
    }),
    calendarEvent('2', { title: 'Sales call', status: 'CONFIRMED', location: 'Room 2' }),
    calendarEvent('3', { title: 'Sales review', status: 'CANCELLED', organizerId: '2' }),
  ],
});

function search(filters: string, create = 'filters') {
  return `return search.create({ type: 'calendarevent', ${create}: ${filters}, columns: ['internalid'] })
    .run().getRange({ start: 0, end: 50 }).map((row) => row.id);`;
}

describe('Filter expressions', () => {
  it.each([
    ['no filters', '[]', ['1', '2', '3']],
    ['one term', "['title', 'contains', 'REVIEW']", ['1', '3']],
    ['and', "[['title', 'contains', 'review'], 'and', ['title', 'startswith', 'sales']]", ['3']],
    ['or', "[['status', 'anyof', 'TENTATIVE'], 'OR', ['organizer', 'anyof', 2]]", ['1', '3']],
    ['not', "['not', ['title', 'contains', 'sales']]", ['1']],
    [
      'nested lists',
      "[['title', 'contains', 'sales'], 'and', [['status', 'anyof', ['CONFIRMED']], 'or', 'not', ['organizer', 'anyof', '1']]]",
      ['2', '3'],
    ],
    [
      'and before or',
      "[['internalid', 'anyof', '1'], 'or', ['internalid', 'anyof', '2'], 'and', ['title', 'is', 'design review']]",
      ['1'],
    ],
  ])('combine terms with %s', (_, filters, ids) => {
    expect(harness.value(search(filters))).toEqual(ids);
    expect(harness.value(search(filters, 'filterExpression'))).toEqual(ids);
  });

  it.each([
    "[['title', 'contains', 'a'], ['title', 'contains', 'b']]",
    "[['title', 'contains', 'a'], 'and']",
    "['and', ['title', 'contains', 'a']]",
    "['not']",
    '[[]]',
  ])('are malformed as %s', (filters) => {
    expect(harness.code(search(filters))).toBe('SSS_INVALID_SRCH_FILTER_EXPR');
  });
});

describe('Filter objects', () => {
  it('are joined by an implicit and', () => {
    const filters = `[search.createFilter({ name: 'title', operator: search.Operator.CONTAINS, values: 'sales' }),
      { name: 'status', operator: 'noneof', values: ['CANCELLED'] }]`;
    expect(harness.value(search(filters))).toEqual(['2']);
  });

  it('may stand in an expression or alone', () => {
    const object = "search.createFilter({ name: 'status', operator: 'anyof', values: 'TENTATIVE' })";
    expect(harness.value(search(object))).toEqual(['1']);
    expect(harness.value(search(`[${object}, 'or', ['internalid', 'anyof', '3']]`))).toEqual(['1', '3']);
  });

  it('can be replaced on the search', () => {
    const body = `const s = search.create({ type: 'calendarevent' });
      s.filterExpression = [['internalid', 'anyof', '2']]; s.columns = ['title'];
      return s.run().getRange({ start: 0, end: 5 }).map((row) => row.getValue('title'));`;
    expect(harness.value(body)).toEqual(['Sales call']);
  });
});

describe('Operators compare by the kind of the field', () => {
  it.each([
    ['text is', "['location', 'is', 'room 2']", ['2']],
    ['text isempty', "['location', 'isempty', '']", ['3']],
    ['text doesnotcontain', "['title', 'doesnotcontain', 'sales']", ['1']],
    ['text keywords', "['title', 'haskeywords', 'review sales']", ['3']],
    ['externalidstring', "['externalidstring', 'startswith', 'EXT']", ['1']],
    ['select none', "['externalid', 'anyof', '@NONE@']", ['2', '3']],
    ['select not none', "['externalid', 'noneof', '@NONE@']", ['1']],
    ['number', "['internalidnumber', 'greaterthan', '1']", ['2', '3']],
    ['number between', "['internalidnumber', 'between', 1, 2]", ['1', '2']],
    ['number notequalto', "['internalidnumber', 'notequalto', 2]", ['1', '3']],
    ['checkbox', "['isupcomingevent', 'is', 'T']", []],
  ])('%s', (_, filters, ids) => {
    expect(harness.value(search(filters))).toEqual(ids);
  });

  it.each([
    ['an unknown filter', "['participant', 'anyof', '1']", 'SSS_INVALID_SRCH_FILTER_EXPR'],
    ['an unknown join', "['attendee.internalid', 'anyof', '1']", 'SSS_INVALID_SRCH_FILTER_EXPR'],
    ['an unknown operator', "['title', 'resembles', 'a']", 'SSS_INVALID_SRCH_OPERATOR'],
    ['an operator of another kind', "['status', 'contains', 'CONF']", 'SSS_INVALID_SRCH_OPERATOR'],
    ['no values', "['internalid', 'anyof', []]", 'SSS_INVALID_SRCH_FILTER_EXPR'],
    ['a formula', "['formulatext: {title}', 'is', 'a']", 'SSS_INVALID_SRCH_FILTER_EXPR'],
  ])('refuse %s', (_, filters, code) => {
    expect(harness.code(search(filters))).toBe(code);
  });
});
