import { readWallTime, wallTimeAt } from '../../../../../bridge/console/page/edit/wall-time';
import { intlZoneClock } from '../../../../../src/contract/time/intl-zone-clock';

const ZONE = 'America/Los_Angeles';
const read = (day: string, time: string, isSecond = false) =>
  readWallTime({ day, time, isSecond }, ZONE, intlZoneClock);

describe('a time that somebody typed', () => {
  it('is read with the offset of its own day', () => {
    expect(read('2026-07-20', '12:00')).toMatchObject({
      epochMs: Date.parse('2026-07-20T12:00:00-07:00'),
      kind: 'plain',
    });
    expect(read('2026-12-20', '12:00')).toMatchObject({
      epochMs: Date.parse('2026-12-20T12:00:00-08:00'),
      kind: 'plain',
    });
  });

  it('is the first of two, or the second where that is chosen, and says so', () => {
    expect(read('2026-11-01', '01:30')).toMatchObject({
      epochMs: Date.parse('2026-11-01T01:30:00-07:00'),
      kind: 'repeated',
    });
    expect(read('2026-11-01', '01:30')?.explanation).toContain('occurs twice');
    expect(read('2026-11-01', '01:30', true)?.epochMs).toBe(Date.parse('2026-11-01T01:30:00-08:00'));
    expect(read('2026-11-01', '01:30', true)?.explanation).toContain('second one, UTC-08:00');
  });

  it('is plain right before and right after the repeated hour', () => {
    expect(read('2026-11-01', '00:59')?.kind).toBe('plain');
    expect(read('2026-11-01', '02:00')?.kind).toBe('plain');
  });

  it('is moved out of an hour that does not exist, and says so', () => {
    expect(read('2026-03-08', '02:30')).toMatchObject({
      epochMs: Date.parse('2026-03-08T03:30:00-07:00'),
      kind: 'missing',
    });
    expect(read('2026-03-08', '02:30')?.explanation).toContain('02:30 does not exist');
  });

  it.each([
    ['', '12:00'],
    ['2026-02-30', '12:00'],
    ['2026-07-20', ''],
    ['2026-07-20', '24:00'],
  ])('is nothing for day “%s” and time “%s”', (day, time) => {
    expect(read(day, time)).toBeUndefined();
  });

  it.each(['2026-11-01T01:30:00-07:00', '2026-11-01T01:30:00-08:00', '2026-07-20T00:00:00-07:00'])(
    'comes back from %s as it went in',
    (text) => {
      const epochMs = Date.parse(text);
      expect(readWallTime(wallTimeAt(epochMs, ZONE, intlZoneClock), ZONE, intlZoneClock)?.epochMs).toBe(
        epochMs,
      );
    },
  );
});
