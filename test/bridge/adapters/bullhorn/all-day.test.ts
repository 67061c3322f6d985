import { allDayTimes, type AllDayRule } from '../../../../bridge/adapters/bullhorn/all-day';

const shown = (start: string, end: string, rule: Partial<AllDayRule> = {}) => {
  const { startMs, endMs } = allDayTimes(
    { startMs: Date.parse(start), endMs: Date.parse(end) },
    { allDayZone: 'user', allDayEnd: 'exclusive', userZone: 'America/Los_Angeles', ...rule },
  );
  return [new Date(startMs).toISOString(), new Date(endMs).toISOString()];
};

describe('The times of an all-day appointment', () => {
  it('stay the user’s midnights where they are stored as such', () => {
    expect(shown('2026-07-20T07:00:00Z', '2026-07-21T07:00:00Z')).toEqual([
      '2026-07-20T07:00:00.000Z',
      '2026-07-21T07:00:00.000Z',
    ]);
  });

  it('reach the end of the day in which an end before midnight lies', () => {
    expect(shown('2026-07-20T07:00:00Z', '2026-07-21T06:59:00Z')[1]).toBe('2026-07-21T07:00:00.000Z');
  });

  it('last a day where no end is kept', () => {
    expect(shown('2026-07-20T07:00:00Z', '2026-07-20T07:00:00Z')[1]).toBe('2026-07-21T07:00:00.000Z');
  });

  it('include the day of the end where the setting says so', () => {
    const end = shown('2026-07-20T07:00:00Z', '2026-07-21T07:00:00Z', { allDayEnd: 'inclusive' })[1];
    expect(end).toBe('2026-07-22T07:00:00.000Z');
  });

  it('are the same days in the user’s zone where they are stored in another', () => {
    expect(shown('2026-07-20T00:00:00Z', '2026-07-22T00:00:00Z', { allDayZone: 'UTC' })).toEqual([
      '2026-07-20T07:00:00.000Z',
      '2026-07-22T07:00:00.000Z',
    ]);
  });

  it('last 23 hours on the day the clocks go forward', () => {
    expect(shown('2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', { allDayZone: 'America/New_York' })).toEqual(
      ['2026-03-08T08:00:00.000Z', '2026-03-09T07:00:00.000Z'],
    );
  });

  it('are left alone where they are no midnights of the user, or where the user’s zone is not known', () => {
    const stored = ['2026-07-20T04:00:00.000Z', '2026-07-21T04:00:00.000Z'] as const;
    expect(shown(...stored)).toEqual(stored);
    expect(shown(...stored, { userZone: undefined })).toEqual(stored);
  });
});
