import { seedCalendarFile } from '../../../sandbox/netsuite/seed-calendar-file';
import { nowMs, smallAccount } from './small-account';

const meetings = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Demo
DTSTART:20260317T150000Z
DTEND:20260317T160000Z
ORGANIZER;CN=Olena:mailto:olena@new.example
ATTENDEE;CN=Zoë;PARTSTAT=DECLINED:mailto:P5@x.example
ATTENDEE;CN=Olena;PARTSTAT=ACCEPTED:mailto:olena@new.example
ATTENDEE;CN=Maya;PARTSTAT=TENTATIVE:mailto:p1@x.example
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Fair
DTSTART;VALUE=DATE:20260324
DTEND;VALUE=DATE:20260327
CLASS:PRIVATE
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Reminder
DTSTART:20260318T150000Z
END:VEVENT
END:VCALENDAR`;

describe('an iCalendar file as the calendar of a user', () => {
  const state = smallAccount();
  const user = state.users.get('1');
  if (user === undefined) throw new Error('the account has no user 1');
  const before = {
    internalId: '9',
    externalId: '',
    title: 'Seeded',
    message: '',
    location: '',
    status: 'CONFIRMED',
    accessLevel: 'PUBLIC',
    organizerId: '2',
    ownerId: '2',
    timeZone: 'America/New_York',
    allDay: false,
    occurrences: [{ startMs: 0, endMs: 1 }],
    attendees: [],
    createdMs: 0,
    lastModifiedMs: 0,
  } as const;
  state.events.set('9', before);
  state.events.set('10', { ...before, internalId: '10', organizerId: '1' });
  const invitation = { personId: '1', response: 'ACCEPTED', attendance: 'REQUIRED' } as const;
  state.events.set('11', { ...before, internalId: '11', attendees: [invitation] });
  const notes = seedCalendarFile({ state, user, text: meetings, nowMs });
  const events = [...state.events.values()];
  const titled = (title: string) => events.find((event) => event.title === title);

  it('takes the place of the user’s events and leaves those of others', () => {
    expect(events.map(({ title }) => title)).toEqual(['Seeded', 'Demo', 'Fair', 'Reminder']);
    expect(events[0]?.internalId).toBe('9');
  });

  it('makes contacts of the people nobody knows, and guests of all', () => {
    const olena = [...state.people.values()].find(({ name }) => name === 'Olena');
    expect(olena).toMatchObject({ kind: 'contact', email: 'olena@new.example' });
    expect(titled('Demo')).toMatchObject({
      organizerId: '1',
      attendees: [
        { personId: '1', response: 'TENTATIVE' },
        { personId: olena?.internalId, response: 'ACCEPTED' },
        { personId: '5', response: 'DECLINED' },
      ],
    });
    expect(state.people.size).toBe(7);
  });

  it('has whole days from 8 to 6, over several days as one occurrence', () => {
    expect(titled('Fair')).toMatchObject({
      allDay: true,
      accessLevel: 'PRIVATE',
      occurrences: [
        { startMs: Date.parse('2026-03-24T08:00-07:00'), endMs: Date.parse('2026-03-26T18:00-07:00') },
      ],
    });
  });

  it('gives an event without a length one, and says so', () => {
    const startMs = Date.parse('2026-03-18T15:00Z');
    expect(titled('Reminder')?.occurrences).toEqual([{ startMs, endMs: startMs + 30 * 60_000 }]);
    expect(notes).toEqual([
      '"Reminder" has no length in the file: 30 minutes were assumed.',
      'Events of the file that are in the calendar: 3.',
    ]);
  });
});
