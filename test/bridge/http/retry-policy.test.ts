import { isSafeToRepeat, waitBeforeRetryMs, type FailedTry } from '../../../bridge/http/retry-policy';
import type { VendorRequest } from '../../../bridge/http/vendor-request';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';

const read: VendorRequest = { method: 'GET', baseUrl: 'https://crm.example', path: '/' };
const search: VendorRequest = { ...read, method: 'POST', writes: false };
const write: VendorRequest = { ...read, method: 'POST' };
const upsert: VendorRequest = { ...read, method: 'PUT', idempotent: true };

const answered = (status: number, code: FailureCode): FailedTry => ({
  failure: new AppointmentError(code, ''),
  exchanged: { reply: { status, headers: {}, data: '' } },
});
const unanswered = (errorCode: string, wasSent: boolean): FailedTry => ({
  failure: new AppointmentError(wasSent ? 'ambiguous_write' : 'upstream_unavailable', ''),
  exchanged: { errorCode, wasSent },
});

describe('what may be sent again', () => {
  it.each([
    [408, 'upstream_unavailable'],
    [500, 'upstream_unavailable'],
    [503, 'upstream_unavailable'],
  ] as const)('is a read that was answered with %i', (status, code) => {
    expect([read, search].map((request) => isSafeToRepeat(answered(status, code), request))).toEqual([
      true,
      true,
    ]);
  });

  it('is a read whose packed answer ended too soon, and a write only where twice is the same as once', () => {
    const cutOff = unanswered('Z_BUF_ERROR', true);
    expect([read, search, write, upsert].map((request) => isSafeToRepeat(cutOff, request))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('is a write of unknown outcome only where it says that twice is the same as once', () => {
    const tries = [
      answered(500, 'ambiguous_write'),
      unanswered('ECONNRESET', true),
      unanswered('ETIMEDOUT', true),
    ];
    expect(tries.map((one) => isSafeToRepeat(one, write))).toEqual([false, false, false]);
    expect(tries.map((one) => isSafeToRepeat(one, upsert))).toEqual([true, true, true]);
  });

  it.each([
    [429, 'CONCURRENCY_LIMIT_EXCEEDED'],
    [400, 'SSS_REQUEST_LIMIT_EXCEEDED'],
  ])('is a write that was refused for a limit with %i, as for %s: nothing was done', (status) => {
    expect(isSafeToRepeat(answered(status, 'rate_limited'), write)).toBe(true);
  });

  it.each(['ECONNREFUSED', 'ERR_CONNECT_TIMEOUT', 'EAI_AGAIN', 'ECONNRESET'])(
    'is a write that met %s before there was a connection',
    (errorCode) => {
      expect(isSafeToRepeat(unanswered(errorCode, false), write)).toBe(true);
    },
  );

  it.each([
    'ENOTFOUND',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_CANCELED',
    'DEADLINE_PASSED',
    'RESPONSE_TOO_LARGE',
    'Z_DATA_ERROR',
  ])('is nothing that met %s, which the next try would meet too', (errorCode) => {
    for (const request of [read, write, upsert]) {
      expect(isSafeToRepeat(unanswered(errorCode, false), request)).toBe(false);
      expect(isSafeToRepeat(unanswered(errorCode, true), request)).toBe(false);
    }
  });

  it.each([
    [400, 'invalid_request'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [412, 'conflict'],
    [500, 'unauthenticated'],
    [415, 'upstream_invalid'],
  ] as const)('is nothing that was answered with %i for %s', (status, code) => {
    for (const request of [read, write, upsert]) {
      expect(isSafeToRepeat(answered(status, code), request)).toBe(false);
    }
  });

  it('is nothing that was given up on our side', () => {
    expect(isSafeToRepeat({ failure: new AppointmentError('rate_limited', '') }, read)).toBe(false);
  });
});

describe('the wait before the next try', () => {
  const waitAt = (tries: number, more: Partial<Parameters<typeof waitBeforeRetryMs>[0]> = {}) =>
    waitBeforeRetryMs({
      tries,
      maxTries: 20,
      retryAfterMs: undefined,
      remainingMs: 60_000,
      random: () => 0.999999,
      ...more,
    });

  it('is anything up to a most that doubles until five seconds', () => {
    const most = [1, 2, 3, 4, 5, 6].map((tries) => Math.round(waitAt(tries) ?? NaN));
    expect(most).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(waitAt(1, { random: () => 0 })).toBe(0);
  });

  it('is never shorter than the vendor asks for', () => {
    expect(waitAt(1, { retryAfterMs: 7000, random: () => 0 })).toBe(7000);
    expect(waitAt(1, { retryAfterMs: 7000, random: () => 0.5 })).toBe(7250);
  });

  it('is none after the last try, or where the deadline is nearer', () => {
    expect(waitAt(3, { maxTries: 3 })).toBeUndefined();
    expect(waitAt(1, { retryAfterMs: 7000, remainingMs: 7000 })).toBeUndefined();
  });
});
