import type { CalendarEvent, EventAttendee, User } from '../../../../../sandbox/netsuite/entities';
import type { NetSuiteSwitches } from '../../../../../sandbox/netsuite/switches';
import { at, calendarEvent, createScriptHarness, user } from '../script-harness';

function attendee(personId: string, response: EventAttendee['response'] = 'ACCEPTED'): EventAttendee {
  return { personId, response, attendance: 'REQUIRED' };
}

const meeting = calendarEvent('100', {
  attendees: [attendee('1'), attendee('10', 'NO_RESPONSE'), attendee('20', 'DECLINED')],
});
const alone = calendarEvent('200', { organizerId: '2', ownerId: '2' });

interface Question {
  readonly events?: readonly CalendarEvent[];
  readonly filters?: string;
  readonly columns: string;
  readonly read: string;
  readonly switches?: Partial<NetSuiteSwitches>;
  readonly caller?: User;
}

function question({ filters = '[]', columns, read }: Question): string {
  return `return search.create({ type: 'calendarevent', filters: ${filters}, columns: ${columns} })
    .run().getRange({ start: 0, end: 100 }).map((row) => ${read});`;
}

function rows(asked: Question): unknown {
  const harness = createScriptHarness({
    events: asked.events ?? [meeting, alone],
    switches: asked.switches ?? {},
  });
  return harness.value(question(asked), { user: asked.caller ?? user });
}

function code(asked: Question): string | undefined {
  const harness = createScriptHarness({ events: [meeting], switches: asked.switches ?? {} });
  return harness.code(question(asked), { user: asked.caller ?? user });
}

const attendeeIds = { columns: "['internalid', 'attendee']", read: "[row.id, row.getValue('attendee')]" };

describe('Attendee lines', () => {
  it('are a row each with an attendee column, and an event without attendees is one row', () => {
    expect(rows(attendeeIds)).toEqual([
      ['100', '1'],
      ['100', '10'],
      ['100', '20'],
      ['200', ''],
    ]);
  });

  it('do not multiply the rows of a search without such a column', () => {
    expect(rows({ columns: "['title']", read: 'row.id' })).toEqual(['100', '200']);
  });

  it('give the name as text, the response and its label', () => {
    const columns = "['attendee', 'response']";
    const read = "[row.getText('attendee'), row.getValue('response'), row.getText('response')]";
    expect(rows({ events: [meeting], columns, read })).toEqual([
      ['Anna Adler', 'ACCEPTED', 'Accepted'],
      ['Carla Cruz', 'NO_RESPONSE', 'No Response'],
      ['Delta Corp', 'DECLINED', 'Declined'],
    ]);
  });

  it('spell "no response" as the switch says, in columns and filters', () => {
    const switches = { noResponse: 'NORESPONSE' } as const;
    const filters = "['response', 'anyof', 'NORESPONSE']";
    expect(rows({ filters, columns: "['response']", read: "row.getValue('response')", switches })).toEqual([
      'NORESPONSE',
    ]);
  });

  it('are narrowed by a filter of attendees where they are shown', () => {
    expect(rows({ ...attendeeIds, filters: "['attendee', 'anyof', '10']" })).toEqual([['100', '10']]);
  });

  it('make one row of an event that is filtered by attendees, or one per line where the switch says so', () => {
    const asked = { filters: "['attendee', 'anyof', ['1', '10']]", columns: "['title']", read: 'row.id' };
    expect(rows(asked)).toEqual(['100']);
    expect(rows({ ...asked, switches: { attendeeFilterMultipliesRows: true } })).toEqual(['100', '100']);
  });

  it('all pass a filter that holds for the event itself', () => {
    const filters = "[['attendee', 'anyof', '1'], 'or', ['organizer', 'anyof', '1']]";
    const switches = { attendeeFilterMultipliesRows: true };
    expect(rows({ filters, columns: "['title']", read: 'row.id', switches })).toEqual(['100', '100', '100']);
  });

  it('find events without attendees by @NONE@', () => {
    expect(
      rows({ filters: "['attendee', 'anyof', '@NONE@']", columns: "['title']", read: 'row.id' }),
    ).toEqual(['200']);
  });
});

describe('Joins of attendees', () => {
  const contact = "{ name: 'internalid', join: 'attendeeContact' }";
  const customer = "{ name: 'altname', join: 'attendeeCustomer' }";

  it('are filled for the kind of entity they join', () => {
    const read = `[row.getValue(${contact}), row.getValue(${customer})]`;
    expect(rows({ events: [meeting], columns: `['attendee', ${contact}, ${customer}]`, read })).toEqual([
      ['', ''],
      ['10', ''],
      ['', 'Delta Corp'],
    ]);
  });

  it('can be written with a dot, and tell the company of a contact', () => {
    const company = 'attendeeContact.company';
    const filters = "['attendeeContact.email', 'startswith', 'carla']";
    const read = `[row.getValue('${company}'), row.getText('${company}'), row.getAllValues()]`;
    expect(rows({ events: [meeting], filters, columns: `['${company}']`, read })).toEqual([
      ['20', 'Delta Corp', { [company]: [{ value: '20', text: 'Delta Corp' }] }],
    ]);
  });

  it('are called by the names of the switch only', () => {
    const asked = { columns: `[${contact}]`, read: 'row.id' };
    const lower = { columns: asked.columns.toLowerCase(), read: 'row.id' };
    expect(code(asked)).toBeUndefined();
    expect(code(lower)).toBe('SSS_INVALID_SRCH_COLUMN');
    expect(code({ ...lower, switches: { attendeeJoinNames: 'lower' } })).toBeUndefined();
    expect(code({ ...asked, switches: { attendeeJoinNames: 'lower' } })).toBe('SSS_INVALID_SRCH_COLUMN');
  });
});

describe('Columns', () => {
  it('give values and labels of select fields', () => {
    const columns = "['status', 'accesslevel', 'organizer', 'owner', 'markdone', 'transaction']";
    const read =
      "[...row.columns.map((c) => row.getValue(c)), row.getText('status'), row.getText('organizer')]";
    expect(rows({ events: [alone], columns, read })).toEqual([
      ['CONFIRMED', 'PUBLIC', '2', '2', false, '', 'Confirmed', 'Ben Berg'],
    ]);
  });

  it('cut text at 4,000 bytes without breaking a character', () => {
    const events = [calendarEvent('1', { message: `a${'é'.repeat(3_000)}` })];
    expect(rows({ events, columns: "['message']", read: "row.getValue('message').length" })).toEqual([2_000]);
  });

  it.each(["['participant']", "['alldayevent']", "['timezone']", "[{ name: 'title', join: 'attendee' }]"])(
    'are refused where they are not documented: %s',
    (columns) => {
      expect(code({ columns, read: 'row.id' })).toBe('SSS_INVALID_SRCH_COLUMN');
    },
  );

  it('are refused in forms that are not emulated', () => {
    expect(code({ columns: "[{ name: 'title', summary: 'GROUP' }]", read: '1' })).toBe('NOT_EMULATED');
    expect(code({ columns: "[{ name: 'formulanumeric', formula: '1' }]", read: '1' })).toBe('NOT_EMULATED');
    expect(code({ columns: "[{ name: 'formulatext', formula: \"NVL({title}, '')\" }]", read: '1' })).toBe(
      'NOT_EMULATED',
    );
  });

  it('sort by several columns on what the values mean', () => {
    const starts = ['2026-03-10 09:00', '2026-03-09 22:00', '2026-03-09 09:00', '2026-03-09 09:00'];
    const events = starts.map((start, index) =>
      calendarEvent(String(12 - index), { occurrences: [{ startMs: at(start), endMs: at(start) }] }),
    );
    const columns = "['startdate', 'starttime', 'internalid'].map((name) => ({ name, sort: 'ASC' }))";
    expect(rows({ events, columns, read: 'row.id' })).toEqual(['9', '10', '11', '12']);
    const descending = columns.replace("'ASC'", "name === 'startdate' ? 'DESC' : 'ASC'");
    expect(rows({ events, columns: descending, read: 'row.id' })).toEqual(['12', '9', '10', '11']);
  });
});

describe('Dates and times of a row', () => {
  const events = [
    calendarEvent('1', {
      timeZone: 'Europe/Paris',
      occurrences: [
        { startMs: at('2026-07-01 02:30', 'Europe/Paris'), endMs: at('2026-07-01 03:15', 'Europe/Paris') },
      ],
    }),
  ];
  const columns = "['startdate', 'starttime', 'endtime', 'recurrence', 'createddate']";
  const read = 'row.columns.map((c) => row.getValue(c))';

  it('are on the wall clock and in the formats of the reader', () => {
    expect(rows({ events, columns, read })).toEqual([
      ['6/30/2026', '8:30 pm', '9:15 pm', '6/30/2026', '3/1/2026 8:00 am'],
    ]);
    const preferences = { timeZone: 'Asia/Tokyo', dateFormat: 'DD.MM.YYYY', timeFormat: 'H-mm' };
    expect(rows({ events, columns, read, caller: { ...user, preferences } })).toEqual([
      ['01.07.2026', '9-30', '10-15', '01.07.2026', '01.03.2026 22-00'],
    ]);
  });

  it('are on the wall clock of the event where the switch says so', () => {
    const switches = { searchTimesIn: 'event-zone' } as const;
    expect(rows({ events, columns: "['startdate', 'starttime']", read, switches })).toEqual([
      ['7/1/2026', '2:30 am'],
    ]);
    expect(
      rows({
        events,
        columns: "['internalid']",
        read,
        switches,
        filters: "[['startdate', 'on', '7/1/2026'], 'and', ['title', 'isnotempty', '']]",
      }),
    ).toEqual([['1']]);
  });

  it('of an all-day event are 8 to 6 of its own day for every reader, or empty', () => {
    const allDay = { ...events[0], allDay: true } as CalendarEvent;
    const formula = "{ name: 'formulatext', formula: '{alldayevent}' }";
    const asked = { events: [allDay], columns: `['startdate', 'starttime', 'endtime', ${formula}]`, read };
    expect(rows(asked)).toEqual([['7/1/2026', '8:00 am', '6:00 pm', 'T']]);
    expect(rows({ ...asked, switches: { allDayTimes: 'empty', formulaSeesAllDay: false } })).toEqual([
      ['7/1/2026', '', '', 'ERROR: Field Not Found'],
    ]);
  });
});

describe('A recurring event', () => {
  const weekly = calendarEvent('300', {
    occurrences: [
      { startMs: at('2026-03-02 09:00'), endMs: at('2026-03-02 10:00') },
      { startMs: at('2026-03-09 09:00'), endMs: at('2026-03-09 10:00') },
    ],
  });
  const columns = "['internalid', 'startdate', 'instancestart', 'instanceend']";
  const read = 'row.columns.map((c) => row.getValue(c))';
  const single = ['200', '3/17/2026', '', ''];

  it('is a row per occurrence, with the columns of the instance', () => {
    expect(rows({ events: [weekly, alone], columns, read })).toEqual([
      ['300', '3/2/2026', '3/2/2026 9:00 am', '3/2/2026 10:00 am'],
      ['300', '3/9/2026', '3/9/2026 9:00 am', '3/9/2026 10:00 am'],
      single,
    ]);
  });

  it('is one row where the switch says so', () => {
    const switches = { recurringRows: 'series', instanceColumns: 'never' } as const;
    expect(rows({ events: [weekly, alone], columns, read, switches })).toEqual([
      ['300', '3/2/2026', '', ''],
      single,
    ]);
  });

  it('can be found by the start of an instance', () => {
    const filters = "[['instancestart', 'onorafter', '3/9/2026'], 'and', ['title', 'isnotempty', '']]";
    expect(rows({ events: [weekly, alone], filters, columns: "['startdate']", read })).toEqual([
      ['3/9/2026'],
    ]);
    const switches = { instanceColumns: 'always' } as const;
    expect(rows({ events: [weekly, alone], filters, columns: "['startdate']", read, switches })).toEqual([
      ['3/9/2026'],
      ['3/17/2026'],
    ]);
  });
});

describe('Visibility', () => {
  const ben: User = { ...user, employeeId: '2' };
  const secret = calendarEvent('400', { accessLevel: 'PRIVATE', attendees: [attendee('10')] });
  const asked = { events: [secret], columns: "['title']", read: 'row.id' };

  it('shows private events to owner, organizer and attendees only, whatever the role', () => {
    expect(rows(asked)).toEqual(['400']);
    expect(rows({ ...asked, caller: ben })).toEqual([]);
    expect(rows({ ...asked, events: [{ ...secret, attendees: [attendee('2')] }], caller: ben })).toEqual([
      '400',
    ]);
  });

  it('shows invitations only where the date is the only filter, unless the switch says otherwise', () => {
    const date = "['date', 'within', '3/1/2026', '3/31/2026']";
    const all = { columns: "['title']", read: 'row.id' };
    expect(rows({ ...all, filters: date })).toEqual(['100']);
    expect(rows({ ...all, filters: `[${date}, 'and', ['status', 'anyof', 'CONFIRMED']]` })).toEqual([
      '100',
      '200',
    ]);
    expect(rows({ ...all, filters: date, switches: { dateOnlySearchShowsInvitations: false } })).toEqual([
      '100',
      '200',
    ]);
  });

  it.each([
    ['LIST_FIND', { LIST_EVENT: 'VIEW' }, "['title']"],
    ['LIST_EVENT', { LIST_FIND: 'VIEW' }, "['title']"],
    ['LIST_CONTACT', { LIST_FIND: 'VIEW', LIST_EVENT: 'VIEW' }, "['attendeeContact.email']"],
  ] as const)('needs the permission %s', (_, permissions, columns) => {
    expect(code({ columns, read: 'row.id', caller: { ...user, permissions } })).toBe(
      'INSUFFICIENT_PERMISSION',
    );
  });
});

describe('Speed', () => {
  it('finds, sorts and fetches a page of 1,000 among 50,000 events', () => {
    const startMs = at('2026-01-01 00:00');
    const attendees = [attendee('1'), attendee('10'), attendee('20')];
    const events = Array.from({ length: 50_000 }, (_, index): CalendarEvent => {
      const eventMs = startMs + index * 600_000;
      const occurrences = [{ startMs: eventMs, endMs: eventMs + 1_800_000 }] as const;
      return { ...meeting, internalId: String(index + 1), occurrences, attendees };
    });
    const harness = createScriptHarness({ events });
    const body = `
      const columns = ['startdate', 'starttime', 'internalid'].map((name) => ({ name, sort: 'ASC' }));
      const page = search.create({ type: 'calendarevent', columns, filters: [['attendee', 'anyof', '1']] })
        .runPaged({ pageSize: 1000 }).fetch({ index: 10 });
      const ids = page.data.map((row) => row.id + row.getValue('startdate') + row.getValue('starttime'));
      const lines = search.create({ type: 'calendarevent', columns: [columns[2], 'attendee', 'attendeeContact.email'],
        filters: [['internalid', 'anyof', page.data.map((row) => row.id)]] }).runPaged({ pageSize: 1000 });
      return [ids.length, lines.count];`;
    expect(harness.value(body)).toEqual([1_000, 3_000]);
  });
});
