import { faultKinds, faultMatches, parseFaultRule } from '../../../sandbox/core/fault-rule';

describe('a fault rule', () => {
  it.each(faultKinds)('can be a %s', (fault) => {
    expect(parseFaultRule({ fault })).toEqual({ fault });
  });

  it.each([
    [{ fault: 'earthquake' }, /"fault" must be one of 429,/],
    [{ fault: '429', colour: 'red' }, /no property "colour"/],
    [{ fault: '429', times: 0 }, /"times" must be/],
    [{ fault: 'slow', delayMs: 'long' }, /"delayMs" must be a number of milliseconds/],
    [{}, /"fault" must be one of/],
    ['429', /JSON object/],
  ])('is refused as %j, with the reason', (value, reason) => {
    expect(() => parseFaultRule(value)).toThrow(reason);
  });

  it('fits any request when it names neither method nor path', () => {
    expect(faultMatches({ fault: '500' }, 'PUT', '/a/b?c=d')).toBe(true);
  });

  it('compares the path without the query, unless the pattern has one', () => {
    expect(faultMatches({ fault: '500', path: '/a/*/c' }, 'GET', '/a/b/c?x=1')).toBe(true);
    expect(faultMatches({ fault: '500', path: '/a/*/c?x=2' }, 'GET', '/a/b/c?x=1')).toBe(false);
    expect(faultMatches({ fault: '500', path: '*?*script=one*' }, 'GET', '/r.nl?script=one&deploy=1')).toBe(
      true,
    );
  });

  it('takes a point for a point and a method in any case', () => {
    expect(faultMatches({ fault: '500', path: '/r.nl' }, 'GET', '/rxnl')).toBe(false);
    expect(faultMatches({ fault: '500', method: 'post' }, 'POST', '/')).toBe(true);
    expect(faultMatches({ fault: '500', method: 'post' }, 'GET', '/')).toBe(false);
  });
});
