import { noonAt, proofInstants } from '../../../tools/doctor/clock-change';

const NOW_MS = Date.parse('2026-07-15T10:00:00Z');

const startsIn = (timeZone: string): readonly string[] =>
  proofInstants(NOW_MS, timeZone).instants.map(({ startMs }) => new Date(startMs).toISOString());

describe('the instants at which the clock is proved', () => {
  it.each([
    ['America/Los_Angeles', ['2026-11-01T06:15:00.000Z', '2026-11-02T07:15:00.000Z']],
    ['Europe/London', ['2026-10-24T22:15:00.000Z', '2026-10-25T23:15:00.000Z']],
    ['Australia/Sydney', ['2026-10-03T13:15:00.000Z', '2026-10-04T12:15:00.000Z']],
  ])('are 23:15 of %s on the days before and after its change', (timeZone, starts) => {
    expect(startsIn(timeZone)).toEqual(starts);
    expect(proofInstants(NOW_MS, timeZone).changesClock).toBe(true);
  });

  it('are half a year apart where the clock never changes', () => {
    expect(startsIn('Asia/Kolkata')).toEqual(['2026-07-16T17:45:00.000Z', '2027-01-14T17:45:00.000Z']);
    expect(proofInstants(NOW_MS, 'Asia/Kolkata').changesClock).toBe(false);
  });

  it('find noon on both sides of a change', () => {
    expect(new Date(noonAt(NOW_MS, 'Europe/London', 120)).toISOString()).toBe('2026-11-12T12:00:00.000Z');
    expect(new Date(noonAt(NOW_MS, 'Europe/London', 1)).toISOString()).toBe('2026-07-16T11:00:00.000Z');
  });
});
