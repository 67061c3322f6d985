import { fc } from '../../fast-check';
import { dayText, isoUtc, readDay, timeText } from '../../../src/contract/time/iso';
import { readInstant } from '../../../src/contract/time/read-instant';

describe('instants as text', () => {
  it('read as Date.parse reads them, whatever the offset', () => {
    const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (instant) => {
        expect(readInstant(instant.toISOString())).toBe(instant.getTime());
      }),
    );
    expect(readInstant('2026-07-20T15:00:00-07:00')).toBe(Date.UTC(2026, 6, 20, 22));
    expect(readInstant('2026-07-20T15:00+05:30')).toBe(Date.UTC(2026, 6, 20, 9, 30));
    expect(readInstant('2026-07-20T15:00:00.5Z')).toBe(Date.UTC(2026, 6, 20, 15, 0, 0, 500));
  });

  it.each([
    '2026-07-20T15:00:00',
    '2026-07-20',
    '2026-02-30T10:00:00Z',
    '2026-07-20T24:00:00Z',
    '2026-07-20 15:00:00Z',
    '7/20/2026',
    '',
    'now',
  ])('name no instant: %j', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});

describe('days as text', () => {
  it('read as they are written', () => {
    const wallMs = Date.UTC(2026, 1, 28, 13, 5, 9);
    expect(dayText(wallMs)).toBe('2026-02-28');
    expect(timeText(wallMs)).toBe('13:05:09');
    expect(readDay('2026-02-28')).toBe(Date.UTC(2026, 1, 28));
    expect(isoUtc(wallMs)).toBe('2026-02-28T13:05:09.000Z');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '0000-01-01'])(
    'do not exist: %s',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );
});
