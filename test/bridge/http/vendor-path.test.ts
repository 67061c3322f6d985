import { fc } from '../../fast-check';
import { pathOf } from '../../../bridge/http/vendor-path';

describe('pathOf', () => {
  it('keeps whatever is put into it within its segment', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
        fc.pre(value !== '.' && value !== '..');
        const url = new URL(pathOf`/record/${value}/lines`, 'https://vendor.example');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(url.pathname.startsWith('/record/')).toBe(true);
        expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(value);
        expect(url.search + url.hash).toBe('');
      }),
    );
  });

  it.each(['', '.', '..'])('refuses "%s", which would climb out of its segment', (value) => {
    expect(() => pathOf`/record/${value}`).toThrow('cannot be part of an address');
  });
});
