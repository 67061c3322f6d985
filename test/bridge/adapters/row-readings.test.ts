import { fc } from '../../fast-check';
import { readAppointmentRow, readAttendeeRow } from '../../../bridge/adapters/bullhorn/query-rows';
import { appointmentRowSchema, attendeeRowSchema } from '../../../bridge/adapters/bullhorn/schema';
import { readEntryRow } from '../../../bridge/adapters/clio/entry-row';
import { calendarEntrySchema } from '../../../bridge/adapters/clio/schema';
import { readEventRow } from '../../../bridge/adapters/netsuite/event-row';
import { calendarEventRowSchema } from '../../../bridge/adapters/netsuite/schema';

const person = { id: 7, firstName: 'Ada', lastName: 'King' };

const kinds = {
  'calendar entry of Clio': {
    read: readEntryRow,
    schema: calendarEntrySchema,
    row: {
      id: '12-20260720',
      etag: '"a"',
      summary: 'Review',
      description: null,
      location: 'Here',
      start_at: '2026-07-20T15:00:00-07:00',
      end_at: '2026-07-20T22:30:00Z',
      all_day: false,
      recurrence_rule: '',
      parent_calendar_entry_id: 12,
      calendar_owner: { id: 3, name: 'Ada' },
      attendees: [{ id: 4, type: 'Contact', name: 'Bob', email: 'bob@example.com' }],
      external_properties: [{ id: 5, name: 'rcAppointmentStatus', value: 'confirmed' }],
    },
  },
  'event of NetSuite': {
    read: readEventRow,
    schema: calendarEventRowSchema,
    row: {
      id: '12',
      title: 'Review',
      message: null,
      startTimeUtc: '2026-07-20T15:00:00Z',
      endTimeUtc: '2026-07-20T15:30:00Z',
      timeZone: 'America/Los_Angeles',
      status: 'CONFIRMED',
      isAllDay: false,
      location: '',
      attendees: [{ id: '-5', name: 'Bob', type: 'contact', status: 'ACCEPTED', email: 'bob@example.com' }],
      organizer: { id: 3, name: 'Ada' },
      lastModified: '7/20/2026 3:00 pm',
    },
  },
  'appointment of Bullhorn': {
    read: readAppointmentRow,
    schema: appointmentRowSchema,
    row: {
      id: 12,
      subject: 'Review',
      description: '<p>Agenda</p>',
      dateBegin: 1_784_500_000_000,
      dateEnd: 1_784_501_800_000,
      isDeleted: false,
      isAllDay: false,
      location: 'Here',
      dateLastModified: 1_784_000_000_000,
      appointmentUUID: 'A',
      owner: person,
      candidateReference: person,
      clientContactReference: null,
      lead: person,
      parentAppointment: { id: 9, isDeleted: false, dateLastModified: 1, owner: person },
    },
  },
  'attendee of Bullhorn': {
    read: readAttendeeRow,
    schema: attendeeRowSchema,
    row: {
      id: 1,
      appointment: { id: 12 },
      attendee: { ...person, email: 'ada@example.com', _subtype: 'Candidate' },
      acceptanceStatus: 1,
    },
  },
};

/** Values at the borders of what a field may be, and anything that JSON can say. */
const exchanged = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    ...[
      null,
      '',
      0,
      -1,
      1.5,
      1,
      '1',
      '-1',
      '01',
      '1-2',
      '12345678901234567890',
      2 ** 53,
      253_402_300_800_000,
    ],
    ...[
      true,
      'true',
      [],
      {},
      [null],
      [{}],
      [{ id: 1 }],
      { id: 1 },
      { id: '1', name: 2 },
      { id: null },
      'UTC',
    ],
    ...[
      '2026-07-20',
      '2026-07-20T23:00:00+14:00',
      '2026-07-20T23:00:00+14:01',
      '2026-07-20T23:00',
      '2026-02-30',
    ],
  ),
  fc.jsonValue(),
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

interface Mutation {
  readonly path: readonly string[];
  readonly value: unknown;
}

const pathsOf = (value: unknown): string[][] =>
  isRecord(value)
    ? Object.keys(value).flatMap((key) => [[key], ...pathsOf(value[key]).map((path) => [key, ...path])])
    : [];

/** In place; a path that an earlier mutation took away is passed over. */
const mutate = (row: unknown, { path, value }: Mutation): void => {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), row);
  const key = path.at(-1);
  if (!isRecord(parent) || key === undefined) return;
  if (value === undefined) delete parent[key];
  else parent[key] = value;
};

describe('The two readings of a row', () => {
  it.each(Object.entries(kinds))('agree on every %s', (_name, { read, schema, row }) => {
    expect(read(row)).toEqual(schema.parse(row));
    const mutations = fc.array(fc.record({ path: fc.constantFrom(...pathsOf(row)), value: exchanged }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(mutations, (all) => {
        const changed: unknown = structuredClone(row);
        for (const mutation of all) mutate(changed, structuredClone(mutation));
        expect(read(changed)).toEqual(schema.safeParse(changed).data);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(kinds))('agree on what is no %s at all', (_name, { read, schema }) => {
    fc.assert(
      fc.property(fc.oneof(exchanged, fc.jsonValue()), (value) => {
        expect(read(value)).toEqual(schema.safeParse(value).data);
      }),
    );
  });
});
