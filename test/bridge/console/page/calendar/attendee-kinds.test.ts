import { attendeeKindText, hasTimeline } from '../../../../../bridge/console/page/calendar/attendee-kinds';

describe('kinds of attendees', () => {
  it.each([
    ['custjob', 'customer or project'],
    ['Candidate', 'candidate'],
    ['Calendar', 'colleague'],
  ])('%s is called %s', (kind, text) => {
    expect(attendeeKindText(kind)).toBe(text);
  });

  it('have a timeline, but for a calendar of Clio', () => {
    expect(['employee', 'Contact', 'Calendar'].filter((type) => hasTimeline({ type }))).toEqual([
      'employee',
      'Contact',
    ]);
  });
});
