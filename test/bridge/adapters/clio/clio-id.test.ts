import { CLIO_ENTRY_ID } from '../../../../bridge/adapters/clio/clio-id';

describe('the id of a Clio entry', () => {
  it.each(['1', '123456789012', '123-20260706', '123:1783353600', '123_2026-07-06T09:00:00-06:00'])(
    'may be %j',
    (id) => {
      expect(CLIO_ENTRY_ID.pattern.test(id)).toBe(true);
    },
  );

  it.each([
    '',
    '..',
    'abc',
    '5.json',
    '123.2',
    '1@x',
    '1/2',
    '1?fields=id',
    '1#2',
    '1%2F2',
    '-1',
    '1-',
    '1\n',
    '1 2',
  ])('is not %j', (id) => {
    expect(CLIO_ENTRY_ID.pattern.test(id)).toBe(false);
  });
});
