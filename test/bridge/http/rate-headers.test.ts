import { readRateHeaders } from '../../../bridge/http/rate-headers';

const NOW_MS = Date.parse('2026-07-20T12:00:00Z');
const NOW_SECONDS = NOW_MS / 1000;

describe('rate headers', () => {
  it.each(['x-ratelimit', 'ratelimit'])('are read from the family %s', (family) => {
    const headers = {
      [`${family}-limit`]: '50',
      [`${family}-remaining`]: '12',
      [`${family}-reset`]: '30',
    };
    expect(readRateHeaders({ headers }, NOW_MS)).toEqual({ limit: 50, remaining: 12, resetsInMs: 30_000 });
  });

  it.each([
    ['a Unix time in seconds', String(NOW_SECONDS + 20), 20_000],
    ['a Unix time in milliseconds', String(NOW_MS + 1500), 1500],
    ['seconds', '7', 7000],
    ['seconds with a fraction', '0.5', 500],
    ['a time that has passed', String(NOW_SECONDS - 5), 0],
    ['a time beyond the window, as after a difference of clocks', String(NOW_SECONDS + 3600), 60_000],
  ])('take a reset for %s', (_what, reset, expected) => {
    expect(readRateHeaders({ headers: { 'x-ratelimit-reset': reset } }, NOW_MS).resetsInMs).toBe(expected);
  });

  it('read the number before a policy of the same header', () => {
    expect(readRateHeaders({ headers: { 'ratelimit-limit': '100, 100;w=60' } }, NOW_MS).limit).toBe(100);
  });

  it.each(['', '-1', 'many', '1e9', 'NaN'])('make nothing of %j', (text) => {
    const headers = {
      'x-ratelimit-limit': text,
      'x-ratelimit-remaining': text,
      'x-ratelimit-reset': text,
    };
    expect(readRateHeaders({ headers }, NOW_MS)).toEqual({});
  });
});
