import { defaultClioAssumptions, type ClioAssumptions } from '../../../../bridge/adapters/clio/assumptions';
import { timesOfEntry } from '../../../../bridge/adapters/clio/entry-times';
import { calendarEntrySchema } from '../../../../bridge/adapters/clio/schema';
import { isoUtc } from '../../../../src/contract/time/iso';

interface Written {
  readonly start_at: string;
  readonly end_at: string;
  readonly all_day?: boolean;
}

const read = (
  written: Written,
  timeZone: string | undefined = 'America/Los_Angeles',
  assumptions: Partial<ClioAssumptions> = {},
): readonly string[] => {
  const entry = calendarEntrySchema.parse({ id: '1', attendees: [], ...written });
  const times = timesOfEntry(entry, { timeZone, assumptions: { ...defaultClioAssumptions, ...assumptions } });
  return [isoUtc(times.startMs), isoUtc(times.endMs), times.isAllDay ? 'all day' : 'timed'];
};

const inLosAngeles = (startDay: string, endDay: string): readonly string[] => [
  `${startDay}T07:00:00.000Z`,
  `${endDay}T07:00:00.000Z`,
  'all day',
];

describe('the times of a timed entry', () => {
  it('are the instants that Clio wrote, whatever the offset', () => {
    expect(read({ start_at: '2026-07-06T09:00:00-06:00', end_at: '2026-07-06T15:30:00Z' })).toEqual([
      '2026-07-06T15:00:00.000Z',
      '2026-07-06T15:30:00.000Z',
      'timed',
    ]);
  });
});

describe('the times of an all-day entry', () => {
  const oneDay = {
    start_at: '2026-07-20T00:00:00-07:00',
    end_at: '2026-07-21T00:00:00-07:00',
    all_day: true,
  };

  it('go from midnight to midnight of the user’s zone', () => {
    expect(read(oneDay)).toEqual(inLosAngeles('2026-07-20', '2026-07-21'));
  });

  it('take the day of the end with them where that is how Clio means it', () => {
    expect(read(oneDay, undefined, { allDayEnd: 'inclusive' })).toEqual(
      inLosAngeles('2026-07-20', '2026-07-22'),
    );
  });

  it.each([
    ['at the same midnight', '2026-07-20T00:00:00-07:00'],
    ['at the last second', '2026-07-20T23:59:59-07:00'],
  ])('cover the day also when they end %s', (_name, end_at) => {
    expect(read({ ...oneDay, end_at })).toEqual(inLosAngeles('2026-07-20', '2026-07-21'));
  });

  it('are days of the user’s zone where Clio writes midnights in UTC', () => {
    const written = {
      start_at: '2026-07-19T17:00:00-07:00',
      end_at: '2026-07-20T17:00:00-07:00',
      all_day: true,
    };
    expect(read(written, 'America/Los_Angeles', { allDayMidnightIn: 'utc' })).toEqual(
      inLosAngeles('2026-07-20', '2026-07-21'),
    );
  });

  it('have 23 hours on the day that the clocks go forward', () => {
    const written = { start_at: '2026-03-08', end_at: '2026-03-08' };
    expect(read(written)).toEqual(['2026-03-08T08:00:00.000Z', '2026-03-09T07:00:00.000Z', 'all day']);
  });

  it('are the digits that Clio wrote where the user’s zone is not known', () => {
    const entry = calendarEntrySchema.parse({ id: '1', attendees: [], ...oneDay });
    const times = timesOfEntry(entry, { timeZone: undefined, assumptions: defaultClioAssumptions });
    expect([isoUtc(times.startMs), isoUtc(times.endMs)]).toEqual([
      '2026-07-20T07:00:00.000Z',
      '2026-07-21T07:00:00.000Z',
    ]);
  });

  it('are days alone, where Clio sends nothing else', () => {
    expect(read({ start_at: '2026-07-20', end_at: '2026-07-21' })).toEqual(
      inLosAngeles('2026-07-20', '2026-07-21'),
    );
  });
});

describe('an entry that cannot be read', () => {
  it.each([
    ['without a start', { start_at: null }],
    ['with a start that has no offset', { start_at: '2026-07-20T10:00:00' }],
    ['that ends before it starts', { end_at: '2026-07-19T10:00:00Z' }],
    ['without attendees, not even none', { attendees: undefined }],
    ['with an attendee of whom Clio gives a stub', { attendees: [{ id: 5, etag: 'x' }] }],
    ['with an id that is none', { id: '../1' }],
  ])('is one %s', (_name, wrong) => {
    const right = {
      id: '1',
      start_at: '2026-07-20T10:00:00Z',
      end_at: '2026-07-20T11:00:00Z',
      attendees: [],
    };
    expect(calendarEntrySchema.safeParse(right).success).toBe(true);
    expect(calendarEntrySchema.safeParse({ ...right, ...wrong }).success).toBe(false);
  });

  it('is not one with a nameless attendee or without anything that only decorates', () => {
    const sparse = {
      id: 1,
      start_at: '2026-07-20T10:00:00Z',
      end_at: '2026-07-20T11:00:00Z',
      summary: null,
      attendees: [{ id: 5, type: 'Contact', name: null }],
    };
    expect(calendarEntrySchema.safeParse(sparse).success).toBe(true);
    expect(calendarEntrySchema.safeParse({ ...sparse, attendees: null }).success).toBe(true);
  });
});
