import { isRequested, readRange } from '../../../bridge/connectors/read-range';
import { appointmentExample } from '../../../src/contract/examples';

const from = (startTimeUtc: string, endTimeUtc: string) => ({
  ...appointmentExample,
  startTimeUtc,
  endTimeUtc,
});

describe('the range of a list', () => {
  it('is days, as App Connect’s server sends them', () => {
    const { range } = readRange({ startDate: '2026-07-01', endDate: '2026-07-31' });
    expect(range).toMatchObject({ startDate: '2026-07-01', endDate: '2026-07-31' });
  });

  it.each([
    [{ startTime: '2026-07-01', endTime: '2026-07-31' }],
    [{ startTime: '2026-07-01', endDate: '2026-07-31' }],
  ])('is days under the names of App Connect’s documentation: %j', (given) => {
    expect(readRange(given).range).toMatchObject({ startDate: '2026-07-01', endDate: '2026-07-31' });
  });

  it('is, for instants, exactly what lies between them', () => {
    const requested = readRange({
      startTime: '2026-07-20T22:00:00Z',
      endTime: '2026-07-21T01:00:00+02:00',
    });
    expect(requested.range).toMatchObject({ startDate: '2026-07-19', endDate: '2026-07-21' });
    const isListed = isRequested(requested);
    expect(isListed(from('2026-07-20T21:30:00Z', '2026-07-20T22:00:00Z'))).toBe(false);
    expect(isListed(from('2026-07-20T21:30:00Z', '2026-07-20T22:01:00Z'))).toBe(true);
    expect(isListed(from('2026-07-20T22:59:00Z', '2026-07-20T23:30:00Z'))).toBe(true);
    expect(isListed(from('2026-07-20T23:00:00Z', '2026-07-20T23:30:00Z'))).toBe(false);
  });

  it('is cut on one side only where the other is a day', () => {
    const isListed = isRequested(readRange({ startTime: '2026-07-20T22:00:00Z', endTime: '2026-07-21' }));
    expect(isListed(from('2026-07-20T21:00:00Z', '2026-07-20T21:30:00Z'))).toBe(false);
    expect(isListed(from('2026-07-21T23:00:00Z', '2026-07-21T23:30:00Z'))).toBe(true);
  });

  it.each([undefined, null, {}])('is left to the adapter for %p', (given) => {
    expect(readRange(given).range).toEqual({ startDate: undefined, endDate: undefined });
  });

  it.each([
    [{ startTime: '2026-07-20T22:00:00Z' }],
    [{ startTime: 'tomorrow', endTime: '2026-07-31' }],
    [{ startTime: '2026-07-20T22:00:00Z', endTime: '2026-07-20T21:00:00Z' }],
    [{ startDate: '2026-07-31', endDate: '2026-07-01' }],
  ])('is refused when it is %j', (given) => {
    expect(() => readRange(given)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});
