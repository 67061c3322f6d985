import { fc } from '../../fast-check';
import { keptIsoUtc } from '../../../bridge/adapters/kept-iso-utc';

const MINUTE_MS = 60_000;

describe('the text of an instant, kept', () => {
  it('is that of Date, whatever came before it', () => {
    const minute = fc.integer({ min: -30_000_000, max: 60_000_000 }).map((count) => count * MINUTE_MS);
    const any = fc.date({ noInvalidDate: true }).map((date) => date.getTime());
    fc.assert(
      fc.property(fc.array(fc.oneof(minute, any), { minLength: 2 }), (instants) => {
        expect(instants.map(keptIsoUtc)).toEqual(instants.map((epochMs) => new Date(epochMs).toISOString()));
      }),
    );
  });

  it.each([NaN, Infinity, 8.64e15 + 1])('is none for %s', (epochMs) => {
    expect(() => keptIsoUtc(epochMs)).toThrow(RangeError);
  });
});
