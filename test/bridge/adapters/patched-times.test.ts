import { givenTimes, isMoved, patchedTimes } from '../../../bridge/adapters/patched-times';
import { AppointmentError } from '../../../src/contract/failure';
import { wholeMinutes } from '../../../src/contract/time/whole-minutes';

const MINUTE_MS = 60_000;
const NOON_MS = Date.parse('2026-07-20T12:00:00Z');

/** From 12:00:40 for 30 minutes and 20 seconds. */
const current = { startMs: NOON_MS + 40_000, endMs: NOON_MS + 40_000 + 30 * MINUTE_MS + 20_000 };

describe('what a patch makes of start and length', () => {
  it('is what they are, where it names neither', () => {
    expect(patchedTimes(current, {})).toEqual(current);
  });

  it('keeps the length with a start alone, to the millisecond', () => {
    const moved = patchedTimes(current, { startTimeUtc: '2026-07-20T15:00:00Z' });
    expect(moved.startMs).toBe(NOON_MS + 180 * MINUTE_MS);
    expect(moved.endMs - moved.startMs).toBe(current.endMs - current.startMs);
  });

  it('keeps the start with a length alone, to the millisecond', () => {
    expect(patchedTimes(current, { durationMinutes: 45 })).toEqual({
      startMs: current.startMs,
      endMs: current.startMs + 45 * MINUTE_MS,
    });
  });

  it('is nothing where a form gives back the minutes that it showed', () => {
    const shown = { startTimeUtc: '2026-07-20T12:00:00Z', durationMinutes: 30 };
    expect(patchedTimes(current, shown)).toEqual(current);
    expect(isMoved(current, patchedTimes(current, shown))).toBe(false);
  });

  it.each([1, 20, 59.5, 60, 89, 90, 3599, 3600])(
    'is nothing for a length of %d seconds that comes back in whole minutes',
    (seconds) => {
      const odd = { startMs: NOON_MS, endMs: NOON_MS + seconds * 1000 };
      const durationMinutes = wholeMinutes(odd.endMs - odd.startMs);
      expect(patchedTimes(odd, { startTimeUtc: '2026-07-20T12:00:00Z', durationMinutes })).toEqual(odd);
    },
  );

  it.each([
    { startTimeUtc: '2026-07-20T12:01:00Z' },
    { startTimeUtc: '2026-07-20T11:59:00Z' },
    { startTimeUtc: '2026-07-20T12:00:10Z' },
    { durationMinutes: 31 },
    { durationMinutes: 29 },
  ])('is a move for every other start and length: %j', (patch) => {
    expect(isMoved(current, patchedTimes(current, patch))).toBe(true);
  });

  it('reads an offset', () => {
    const { startMs } = patchedTimes(current, { startTimeUtc: '2026-07-20T16:30:00+02:00' });
    expect(startMs).toBe(NOON_MS + 150 * MINUTE_MS);
  });
});

describe('a start that is no instant', () => {
  it.each(['', 'tomorrow', '2026-07-20', '2026-07-20T12:00:00'])(
    'is refused, with its name: %j',
    (startTimeUtc) => {
      const refusal = expect.objectContaining({
        code: 'invalid_request',
        details: { issues: [expect.objectContaining({ path: 'startTimeUtc' })] },
      });
      for (const read of [
        () => givenTimes({ startTimeUtc, durationMinutes: 30 }),
        () => patchedTimes(current, { startTimeUtc }),
      ]) {
        expect(read).toThrow(AppointmentError);
        expect(read).toThrow(refusal);
      }
    },
  );
});
