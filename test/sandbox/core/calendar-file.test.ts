import {
  readCalendarFile,
  type CalendarFile,
  type CalendarFileEntry,
} from '../../../sandbox/core/calendar-file';
import { epochMsToWall } from '../../../sandbox/core/zone-time';

const nowMs = Date.parse('2026-03-10T12:00:00Z');

function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR'].join('\r\n');
}

function event(...lines: readonly string[]): string {
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : ['UID:1'];
  return ['BEGIN:VEVENT', ...uid, 'SUMMARY:Demo', ...lines, 'END:VEVENT'].join('\r\n');
}

function read(...parts: readonly string[]): CalendarFile {
  return readCalendarFile({ text: calendar(...parts), readerTimeZone: 'America/Los_Angeles', nowMs });
}

function only(file: CalendarFile): CalendarFileEntry {
  const [entry, ...others] = file.entries;
  if (entry === undefined || others.length > 0) throw new Error(`there are ${file.entries.length} entries`);
  return entry;
}

const iso = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 16);
const starts = (entry: CalendarFileEntry): string[] => entry.occurrences.map(({ startMs }) => iso(startMs));

describe('reading an iCalendar file', () => {
  describe('finds the instants of', () => {
    it('UTC times', () => {
      const entry = only(read(event('DTSTART:20260317T150000Z', 'DTEND:20260317T154500Z')));
      expect(entry.occurrences.map(({ startMs, endMs }) => [iso(startMs), iso(endMs)])).toEqual([
        ['2026-03-17T15:00', '2026-03-17T15:45'],
      ]);
      expect(entry.isAllDay).toBe(false);
    });

    it('times in a zone the host knows, whatever the file says about it', () => {
      const wrongZone = [
        'BEGIN:VTIMEZONE',
        'TZID:Europe/Berlin',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
      ];
      const zone = [...wrongZone, 'TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', 'END:STANDARD', 'END:VTIMEZONE'];
      const entry = only(read(...zone, event('DTSTART;TZID=Europe/Berlin:20260330T090000', 'DURATION:PT1H')));
      expect(starts(entry)).toEqual(['2026-03-30T07:00']);
      expect(entry.timeZone).toBe('Europe/Berlin');
    });

    it('times in a zone that only the file defines', () => {
      const zone = [
        'BEGIN:VTIMEZONE',
        'TZID:Our Office',
        'X-LIC-LOCATION:Asia/Dubai',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0400',
        'TZOFFSETTO:+0400',
        'END:STANDARD',
        'END:VTIMEZONE',
      ];
      const entry = only(read(...zone, event('DTSTART;TZID=Our Office:20260317T090000')));
      expect(starts(entry)).toEqual(['2026-03-17T05:00']);
      expect(entry.timeZone).toBe('Asia/Dubai');
    });

    it('times in the long zone names some programs write', () => {
      const id = '/freeassociation.sourceforge.net/Europe/Berlin';
      const entry = only(read(event(`DTSTART;TZID=${id}:20260317T090000`)));
      expect(starts(entry)).toEqual(['2026-03-17T08:00']);
    });

    it('floating times, in the zone of the reader', () => {
      const entry = only(read(event('DTSTART:20260317T090000')));
      expect(starts(entry)).toEqual(['2026-03-17T16:00']);
    });

    it('times in a zone nobody knows, as the reader’s and with a note', () => {
      const file = read(event('DTSTART;TZID=Nowhere:20260317T090000'));
      expect(starts(only(file))).toEqual(['2026-03-17T16:00']);
      expect(file.notes).toEqual([
        '"Demo": time zone "Nowhere" is not defined in the file, America/Los_Angeles was assumed.',
      ]);
    });
  });

  describe('keeps whole days', () => {
    it.each([
      ['a single day without an end', ['DTSTART;VALUE=DATE:20260317'], '2026-03-18T07:00'],
      [
        'an end that is the day itself',
        ['DTSTART;VALUE=DATE:20260317', 'DTEND;VALUE=DATE:20260317'],
        '2026-03-18T07:00',
      ],
      ['several days', ['DTSTART;VALUE=DATE:20260317', 'DTEND;VALUE=DATE:20260320'], '2026-03-20T07:00'],
      ['a length in days', ['DTSTART;VALUE=DATE:20260317', 'DURATION:P2D'], '2026-03-19T07:00'],
    ])('of %s', (_name, lines, end) => {
      const entry = only(read(event(...lines)));
      expect(entry.isAllDay).toBe(true);
      expect(entry.occurrences.map(({ startMs, endMs }) => [iso(startMs), iso(endMs)])).toEqual([
        ['2026-03-17T07:00', end],
      ]);
    });
  });

  describe('expands series', () => {
    it('within one month back and three months ahead, at the same local hour', () => {
      const entry = only(
        read(event('DTSTART;TZID=America/New_York:20200106T090000', 'DURATION:PT30M', 'RRULE:FREQ=WEEKLY')),
      );
      const walls = entry.occurrences.map(({ startMs }) => epochMsToWall(startMs, 'America/New_York'));
      expect(walls.every(({ hour, minute }) => hour === 9 && minute === 0)).toBe(true);
      expect(starts(entry).slice(0, 4)).toEqual([
        '2026-02-16T14:00',
        '2026-02-23T14:00',
        '2026-03-02T14:00',
        '2026-03-09T13:00',
      ]);
      expect(starts(entry)).toHaveLength(17);
    });

    it('without the dates that are excluded, and up to the end in UTC', () => {
      const entry = only(
        read(
          event(
            'DTSTART;TZID=America/New_York:20260316T200000',
            'DTEND;TZID=America/New_York:20260316T210000',
            'RRULE:FREQ=DAILY;UNTIL=20260320T000000Z',
            'EXDATE;TZID=America/New_York:20260317T200000',
          ),
        ),
      );
      expect(starts(entry)).toEqual(['2026-03-17T00:00', '2026-03-19T00:00', '2026-03-20T00:00']);
    });

    it('with changed occurrences as entries of their own', () => {
      const { entries } = read(
        event('DTSTART:20260316T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
        event(
          'RECURRENCE-ID:20260317T090000Z',
          'DTSTART:20260317T140000Z',
          'DURATION:PT2H',
          'STATUS:CANCELLED',
        ),
      );
      expect(entries.map((entry) => [entry.status, starts(entry)])).toEqual([
        ['CONFIRMED', ['2026-03-16T09:00', '2026-03-18T09:00']],
        ['CANCELLED', ['2026-03-17T14:00']],
      ]);
    });

    it('from a changed occurrence on when the change is for all that follow', () => {
      const { entries } = read(
        event('DTSTART:20260316T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'),
        event(
          'RECURRENCE-ID;RANGE=THISANDFUTURE:20260318T090000Z',
          'DTSTART:20260318T100000Z',
          'DURATION:PT1H',
        ),
      );
      expect(entries.map(starts)).toEqual([
        ['2026-03-16T09:00', '2026-03-17T09:00'],
        ['2026-03-18T10:00', '2026-03-19T10:00'],
      ]);
    });

    it('loads a changed occurrence whose series is not in the file', () => {
      expect(starts(only(read(event('RECURRENCE-ID:20260317T090000Z', 'DTSTART:20260317T140000Z'))))).toEqual(
        ['2026-03-17T14:00'],
      );
    });

    it('but not without bound', () => {
      const file = read(
        event('DTSTART:20260101T090000Z', 'RRULE:FREQ=SECONDLY'),
        event('DTSTART:20260317T140000Z'),
      );
      expect(starts(only(file))).toEqual(['2026-03-17T14:00']);
      expect(file.notes).toEqual(['"Demo" could not be read: its rule gives more than 20000 occurrences.']);
    });
  });

  describe('moves a calendar of the past', () => {
    it('by whole weeks to this month, keeping the local hour across summer time', () => {
      const file = read(
        event('UID:1', 'DTSTART;TZID=Europe/Berlin:20190701T090000', 'DURATION:PT1H'),
        event('UID:2', 'DTSTART;TZID=Europe/Berlin:20190715T183000', 'DURATION:PT1H'),
      );
      expect(file.movedByWeeks).toBe(350);
      expect(file.entries.map(starts)).toEqual([['2026-03-16T08:00'], ['2026-03-30T16:30']]);
      expect(file.notes).toEqual([
        'What ended long ago was moved by 350 weeks; series that go on stay where they are.',
      ]);
    });

    it('with UTC times at the hour they had where the calendar was kept', () => {
      const file = read('X-WR-TIMEZONE:America/Chicago', event('DTSTART:20201113T141500Z', 'DURATION:PT1H'));
      const entry = only(file);
      expect(epochMsToWall(entry.occurrences[0].startMs, 'America/Chicago')).toMatchObject({
        hour: 8,
        minute: 15,
      });
      expect(entry.timeZone).toBe('America/Chicago');
    });

    it('but leaves series alone that go on', () => {
      const file = read(
        event('UID:1', 'DTSTART:20190701T090000Z'),
        event('UID:2', 'DTSTART:20190702T090000Z', 'RRULE:FREQ=MONTHLY'),
      );
      const [past, series] = file.entries;
      expect(past && starts(past)).toEqual(['2026-03-30T09:00']);
      expect(series && starts(series)).toEqual([
        '2026-03-02T09:00',
        '2026-04-02T09:00',
        '2026-05-02T09:00',
        '2026-06-02T09:00',
      ]);
    });

    it.each(['20260220T090000Z', '20261201T090000Z'])(
      'but not one that is in use, with an event at %s',
      (time) => {
        const file = read(event('UID:1', 'DTSTART:20190701T090000Z'), event('UID:2', `DTSTART:${time}`));
        expect(file.movedByWeeks).toBe(0);
        expect(file.notes).toEqual([
          expect.stringContaining('not within one month back and three months ahead'),
        ]);
      },
    );
  });

  it('reads texts, status, privacy and people', () => {
    const entry = only(
      read(
        event(
          'DTSTART:20260317T150000Z',
          'DESCRIPTION:Line one\\nline two\\, with a comma',
          'LOCATION:Caf',
          ' é',
          'STATUS:TENTATIVE',
          'CLASS:CONFIDENTIAL',
          'ORGANIZER;CN="Groß, Jürgen":MAILTO:J.Gross@x.example',
          'ATTENDEE;CN=Zoë;PARTSTAT=ACCEPTED:mailto:zoe@x.example',
          'ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=DELEGATED:mailto:tom@x.example',
        ),
      ),
    );
    expect(entry).toMatchObject({
      title: 'Demo',
      description: 'Line one\nline two, with a comma',
      location: 'Café',
      status: 'TENTATIVE',
      isPrivate: true,
      organizer: { name: 'Groß, Jürgen', email: 'j.gross@x.example' },
      attendees: [
        { name: 'Zoë', email: 'zoe@x.example', response: 'ACCEPTED', isOptional: false },
        { name: 'tom@x.example', email: 'tom@x.example', response: 'NEEDS-ACTION', isOptional: true },
      ],
    });
  });

  it('names what it leaves out and loads the rest', () => {
    const file = read(
      event(
        'UID:1',
        'DTSTART:20260317T150000Z',
        'ATTENDEE;CUTYPE=ROOM:mailto:room@x.example',
        'ATTENDEE:urn:x',
      ),
      event('UID:2', 'SUMMARY;X-A=1', 'DTSTART:20260317T150000Z'),
      event('UID:3', 'DTSTART:tomorrow'),
      event('UID:4'),
      event('UID:5', 'DTSTART:20260317T150000Z', 'DTEND:20260317T140000Z'),
      'BEGIN:VTODO\r\nUID:6\r\nSUMMARY:Buy milk\r\nEND:VTODO',
    );
    expect(file.entries.map(({ uid }) => uid)).toEqual(['1']);
    expect(file.notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^VEVENT "Demo" could not be read: /),
        '1 VTODO left out: only events are calendar events.',
        '"Demo" could not be read: it has no DTSTART.',
        '"Demo" could not be read: it ends before it starts.',
        '"Demo": ROOM left out of the attendees, it is no person.',
        '"Demo": an attendee was left out, there is no mail address.',
      ]),
    );
  });

  it('refuses a text that is no calendar', () => {
    const options = { readerTimeZone: 'America/Los_Angeles', nowMs };
    expect(() => readCalendarFile({ ...options, text: '<html>' })).toThrow('not an iCalendar file');
  });
});
