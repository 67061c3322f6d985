import { versionOfRow } from '../../../../bridge/adapters/netsuite/mapper';
import type { EventRow } from '../../../../bridge/adapters/netsuite/schema';

const attendee = {
  id: '31',
  name: 'Ada Byron',
  type: 'contact',
  status: 'ACCEPTED',
  email: 'ada@example.com',
};

const row: EventRow = {
  id: '77',
  title: 'Quarterly review',
  message: 'Agenda',
  startTimeUtc: Date.UTC(2026, 6, 20, 22),
  endTimeUtc: Date.UTC(2026, 6, 20, 23),
  timeZone: 'America/Los_Angeles',
  status: 'CONFIRMED',
  isAllDay: false,
  location: 'Room 4',
  attendees: [attendee],
  organizer: { id: '5', name: 'Olga Organizer' },
  lastModified: '7/1/2026 9:30 am',
};

const changed = {
  id: '78',
  title: 'Quarterly review ',
  message: 'Agenda.',
  startTimeUtc: row.startTimeUtc + 60_000,
  endTimeUtc: row.endTimeUtc + 60_000,
  timeZone: 'America/Denver',
  status: 'TENTATIVE',
  isAllDay: true,
  location: '',
  attendees: [],
  organizer: null,
  lastModified: '7/1/2026 9:31 am',
} satisfies EventRow;

const changedAttendee = {
  id: '32',
  name: 'Ada',
  type: 'custjob',
  status: 'DECLINED',
  email: '',
} satisfies EventRow['attendees'][number];

const versionWith = (change: Partial<EventRow>): string => versionOfRow({ ...row, ...change });

describe('the version of a NetSuite event', () => {
  it('is the same for the same row', () => {
    expect(versionWith({})).toBe(versionOfRow(row));
    expect(versionOfRow(row)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each(Object.entries(changed))('is another where %s is', (name, value) => {
    expect(versionWith({ [name]: value })).not.toBe(versionOfRow(row));
  });

  it.each(Object.entries(changedAttendee))('is another where the %s of an attendee is', (name, value) => {
    expect(versionWith({ attendees: [{ ...attendee, [name]: value }] })).not.toBe(versionOfRow(row));
  });

  it('is another where a text moves from one field to the next', () => {
    expect(versionWith({ title: 'a', message: 'b' })).not.toBe(versionWith({ title: 'ab', message: '' }));
  });
});
