import { changesOf } from '../../../../bridge/adapters/clio/entry-changes';
import type { EntryContent } from '../../../../bridge/adapters/clio/mapper';

const entry: EntryContent = {
  id: '1',
  version: '"1"',
  title: 'Consultation',
  description: 'Line 1\nLine 2',
  location: 'Room 1',
  timeZone: 'America/Los_Angeles',
  startMs: Date.parse('2026-07-20T22:00:30Z'),
  endMs: Date.parse('2026-07-20T23:00:30Z'),
  isAllDay: false,
  status: 'scheduled',
  attendees: [
    { id: '501', name: 'Jane Roe', type: 'Contact' },
    { id: '77', name: 'Bob Lawyer', type: 'Calendar' },
  ],
  organizer: { id: '50', name: 'Ada Lawyer' },
  notedContactId: '',
};

const fieldsFor = (patch: Parameters<typeof changesOf>[1], current = entry) =>
  changesOf(current, patch, 'record').fields;

const everythingAsListed = {
  summary: 'Line 1\r\nLine 2',
  location: 'Room 1',
  startTimeUtc: '2026-07-20T22:00:00.000Z',
  durationMinutes: 60,
  contacts: [
    { id: '501', type: 'Contact', name: 'Jane Roe' },
    { id: '77', type: 'Calendar', name: 'Bob Lawyer' },
  ],
  status: 'scheduled',
} as const;

describe('what a patch changes of an entry', () => {
  it('is the title alone where everything else comes as it was listed', () => {
    expect(
      fieldsFor({ ...everythingAsListed, contacts: [...everythingAsListed.contacts], title: 'New' }),
    ).toEqual({
      summary: 'New',
    });
  });

  it('is nothing where nothing differs', () => {
    expect(
      fieldsFor({ ...everythingAsListed, contacts: [...everythingAsListed.contacts], title: 'Consultation' }),
    ).toEqual({});
  });

  it('keeps the length when the start moves', () => {
    expect(fieldsFor({ startTimeUtc: '2026-07-21T10:00:00.000Z' })).toEqual({
      start_at: '2026-07-21T10:00:00.000Z',
      end_at: '2026-07-21T11:00:00.000Z',
    });
  });

  it('keeps the start when the length changes', () => {
    expect(fieldsFor({ durationMinutes: 90 })).toEqual({ end_at: '2026-07-20T23:30:30.000Z' });
  });

  it('empties text that is given as empty', () => {
    expect(fieldsFor({ summary: '', location: '' })).toEqual({ description: '', location: '' });
  });

  it('makes a timed entry of an all-day one only when its times differ', () => {
    const allDay: EntryContent = {
      ...entry,
      isAllDay: true,
      startMs: Date.parse('2026-07-20T07:00:00Z'),
      endMs: Date.parse('2026-07-21T07:00:00Z'),
    };
    expect(fieldsFor({ startTimeUtc: '2026-07-20T07:00:00.000Z', durationMinutes: 1440 }, allDay)).toEqual(
      {},
    );
    expect(fieldsFor({ startTimeUtc: '2026-07-20T17:00:00.000Z', durationMinutes: 60 }, allDay)).toEqual({
      all_day: false,
      start_at: '2026-07-20T17:00:00.000Z',
      end_at: '2026-07-20T18:00:00.000Z',
    });
  });

  it.each(['tentative', 'confirmed', 'completed', 'cancelled'] as const)(
    'cannot be the status %s',
    (status) => {
      expect(() => fieldsFor({ status, title: 'New' })).toThrow(
        expect.objectContaining({ code: 'unsupported' }),
      );
    },
  );

  it('may repeat a status that was noted before, and take it back', () => {
    const confirmed: EntryContent = { ...entry, status: 'confirmed' };
    expect(changesOf(confirmed, { status: 'confirmed' }, 'record').isStatusChanged).toBe(false);
    expect(changesOf(confirmed, { status: 'scheduled' }, 'record').isStatusChanged).toBe(true);
  });
});
