import { forgetInternalIds, nextInternalId } from '../../../sandbox/netsuite/internal-ids';

describe('internal ids', () => {
  it('rise above what is there and are not given twice', () => {
    const records = new Map([
      ['7', 'a'],
      ['12', 'b'],
    ]);
    expect(nextInternalId(records)).toBe('13');
    expect(nextInternalId(records)).toBe('14');
    records.delete('12');
    expect(nextInternalId(records)).toBe('15');
  });

  it('start anew in a collection that was filled anew', () => {
    const records = new Map<string, string>();
    nextInternalId(records);
    forgetInternalIds(records);
    expect(nextInternalId(records)).toBe('1');
  });
});
