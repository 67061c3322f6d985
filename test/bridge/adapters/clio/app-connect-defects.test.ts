/** What App Connect's own Clio connector gets wrong (app-connect.md §4.4), held against this adapter. */
import type { CalendarAdapter } from '../../../../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../../../../bridge/adapters/clio';
import { appointmentSchema } from '../../../../src/contract/appointment.schema';
import { startFakeVendor } from '../../fake-vendor-server';
import {
  ADAS_CALENDAR,
  allDay,
  BOBS_CALENDAR,
  failureOf,
  FIRM_CALENDAR,
  invited,
  JANE,
  JOHN,
  NAMESAKE,
  openFirm,
  person,
  timed,
  userContext,
  type Firm,
} from './clio-firm';

const JULY = { startDate: '2026-07-01', endDate: '2026-07-31' };

let firm: Firm;
let adapter: CalendarAdapter;

beforeEach(async () => {
  firm = await openFirm();
  adapter = firm.adapter();
});

afterEach(async () => firm.close());

const listedIds = async (range: Parameters<CalendarAdapter['listAppointments']>[1]) =>
  (await adapter.listAppointments(userContext, range)).appointments.map(({ id }) => id);

describe('where App Connect lists the first 200 entries of all time', () => {
  it('asks for the days in question and reads all 2,500 entries of them', async () => {
    for (let id = 1; id <= 2500; id++) {
      firm.add({ id, schedule: timed(new Date(Date.UTC(2026, 6, 2) + id * 900_000).toISOString(), 15) });
    }
    firm.add({ id: 9001, schedule: timed('2020-01-01T10:00:00Z', 60) });

    const { appointments, skipped } = await adapter.listAppointments(userContext, JULY);

    expect(appointments).toHaveLength(2500);
    expect(new Set(appointments.map(({ id }) => id)).size).toBe(2500);
    expect(skipped).toBe(0);
    expect(firm.calls().filter((call) => call.includes('calendar_entries'))).toHaveLength(13);
  });

  it('lists repeating entries by their occurrences', async () => {
    firm.add({
      id: 1,
      schedule: timed('2025-07-07T17:00:00Z', 30),
      recurrenceRule: 'FREQ=WEEKLY',
    });

    const { appointments } = await adapter.listAppointments(userContext, JULY);

    expect(appointments.map(({ startTimeUtc }) => startTimeUtc)).toEqual([
      '2026-07-06T17:00:00.000Z',
      '2026-07-13T17:00:00.000Z',
      '2026-07-20T17:00:00.000Z',
      '2026-07-27T17:00:00.000Z',
    ]);
  });

  it('lists the user’s own calendar, and all that the user may see only when asked to', async () => {
    firm.add({ id: 1 });
    firm.add({ id: 2, calendarOwnerId: FIRM_CALENDAR });
    firm.add({ id: 3, calendarOwnerId: BOBS_CALENDAR });

    expect(await listedIds(JULY)).toEqual(['1']);
    expect(await listedIds({ ...JULY, mineOnly: false })).toEqual(['1', '2', '3']);
  });
});

describe('where App Connect counts days in UTC and looks at starts alone', () => {
  it('lists what overlaps the user’s own day', async () => {
    firm.add({ id: 1, schedule: timed('2026-07-21T01:00:00Z', 60) });
    firm.add({ id: 2, schedule: timed('2026-07-20T01:00:00Z', 60) });
    firm.add({ id: 3, schedule: timed('2026-07-19T20:00:00Z', 3 * 24 * 60) });
    firm.add({ id: 4, schedule: timed('2026-07-20T06:00:00Z', 60) });

    expect(await listedIds({ startDate: '2026-07-20', endDate: '2026-07-20' })).toEqual(['3', '1']);
  });
});

describe('where App Connect takes every attendee for a contact', () => {
  beforeEach(() => {
    firm.add({
      id: 1,
      attendees: [invited('Calendar', BOBS_CALENDAR), invited('Contact', JANE)],
    });
  });

  it('keeps a colleague’s calendar a calendar when the client sends it back', async () => {
    await adapter.updateAppointment(userContext, '1', {
      contacts: [
        { id: String(BOBS_CALENDAR), type: 'Calendar' },
        { id: String(JANE), type: 'Contact' },
        { id: String(JOHN), type: 'Contact' },
      ],
    });

    expect(firm.bodies()).toEqual([
      { data: { attendees: [{ id: JOHN, type: 'Contact' }], send_email_notification: false } },
    ]);
    const attendees = firm.sandbox.state.calendarEntries.get(1)?.attendees ?? [];
    expect(attendees.map(({ type, recordId }) => `${type} ${recordId}`)).toEqual([
      `Calendar ${BOBS_CALENDAR}`,
      `Contact ${JANE}`,
      `Contact ${JOHN}`,
    ]);
  });

  it('removes a colleague’s calendar as a calendar, whatever contact has its id', async () => {
    const { appointment } = await adapter.updateAppointment(userContext, '1', {
      contacts: [{ id: String(NAMESAKE), type: 'Contact' }],
    });

    expect(appointment.attendees.map(({ id, type }) => `${type} ${id}`)).toEqual([`Contact ${NAMESAKE}`]);
    expect(firm.bodies()).toMatchObject([
      {
        data: {
          attendees: [
            { id: NAMESAKE, type: 'Contact' },
            { id: BOBS_CALENDAR, type: 'Calendar', _destroy: true },
            { id: JANE, type: 'Contact', _destroy: true },
          ],
        },
      },
    ]);
  });
});

describe('where App Connect shows one entry in two ways', () => {
  it('gives the same appointment from the list, a refresh and an edit', async () => {
    firm.add({ id: 1, description: 'Agenda', location: 'Room 1', attendees: [invited('Contact', JANE)] });

    const [listed] = (await adapter.listAppointments(userContext, JULY)).appointments;
    const refreshed = await adapter.getAppointment(userContext, '1');
    const edited = await adapter.updateAppointment(userContext, '1', { title: 'Entry 1' });

    expect(refreshed).toEqual(listed);
    expect(edited.appointment).toEqual(listed);
    expect(appointmentSchema.safeParse(refreshed).success).toBe(true);
    expect(refreshed).toMatchObject({
      status: 'scheduled',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      description: 'Agenda',
      summary: 'Agenda',
      thirdPartyAppointmentId: '1',
    });
  });

  it('names the attendees in the answers to writes', async () => {
    const { appointment } = await adapter.createAppointment(
      userContext,
      {
        title: 'Consultation',
        summary: 'First meeting',
        startTimeUtc: '2026-07-20T22:00:00.000Z',
        durationMinutes: 45,
        contacts: [{ id: String(JANE), type: 'Contact' }],
      },
      { idempotencyKey: 'key-1' },
    );

    expect(appointment).toMatchObject({ participantName: 'Jane Roe', durationMinutes: 45 });
    expect(appointment.attendees).toEqual([
      { id: String(JANE), name: 'Jane Roe', type: 'Contact', email: 'jane@client.example' },
    ]);
  });
});

describe('where App Connect documents external properties that it never writes', () => {
  it('notes source, contact, status and key on the entry, in the five that Clio has room for', async () => {
    await adapter.createAppointment(
      userContext,
      {
        title: 'Consultation',
        summary: '',
        startTimeUtc: '2026-07-20T22:00:00.000Z',
        durationMinutes: 45,
        contacts: [{ id: String(JANE), type: 'Contact' }],
      },
      { idempotencyKey: 'key-1' },
    );

    const [entry] = firm.sandbox.state.calendarEntries.values();
    expect(
      Object.fromEntries(entry?.externalProperties.map(({ name, value }) => [name, value]) ?? []),
    ).toEqual({
      rcAppointmentSource: 'RingCentral App Connect',
      rcAppointmentContactId: String(JANE),
      rcAppointmentContactType: 'Contact',
      rcAppointmentStatus: 'scheduled',
      rcAppointmentKey: 'key-1',
    });
  });
});

describe('where App Connect creates in the newest writable calendar, looked up each time', () => {
  it('creates in the user’s default calendar and looks that up once', async () => {
    const input = {
      title: 'Consultation',
      summary: '',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      durationMinutes: 45,
      contacts: [],
    };
    await adapter.createAppointment(userContext, input, { idempotencyKey: 'key-1' });
    await adapter.createAppointment(userContext, { ...input, title: 'Other' }, { idempotencyKey: 'key-2' });

    const owners = [...firm.sandbox.state.calendarEntries.values()].map(
      ({ calendarOwnerId }) => calendarOwnerId,
    );
    expect(owners).toEqual([ADAS_CALENDAR, ADAS_CALENDAR]);
    expect(firm.calls().filter((call) => /who_am_i|calendars\.json/.test(call))).toHaveLength(1);
  });
});

describe('where App Connect deletes a whole series to cancel one meeting', () => {
  beforeEach(() => {
    firm.add({ id: 1, schedule: timed('2026-07-06T17:00:00Z', 30), recurrenceRule: 'FREQ=WEEKLY' });
  });

  it('deletes the chosen occurrence and leaves the others', async () => {
    const chosen = (await listedIds(JULY))[1] ?? '';

    const { appointment, warning } = await adapter.cancelAppointment(userContext, chosen);

    expect(appointment).toMatchObject({ status: 'cancelled', startTimeUtc: '2026-07-13T17:00:00.000Z' });
    expect(warning).toBeUndefined();
    const left = (await adapter.listAppointments(userContext, JULY)).appointments;
    expect(left.map(({ startTimeUtc }) => startTimeUtc.slice(0, 10))).toEqual([
      '2026-07-06',
      '2026-07-20',
      '2026-07-27',
    ]);
  });

  it('deletes the series when told to', async () => {
    const chosen = (await listedIds(JULY))[1] ?? '';

    await adapter.cancelAppointment(userContext, chosen, { scope: 'series' });

    expect(await listedIds(JULY)).toEqual([]);
  });
});

describe('where App Connect creates an entry without times', () => {
  it.each(['', 'tomorrow', '2026-07-20T10:00:00'])(
    'refuses the start %j before anything is sent',
    async (start) => {
      const input = { title: 'x', summary: '', startTimeUtc: start, durationMinutes: 30, contacts: [] };
      const failure = await failureOf(adapter.createAppointment(userContext, input, { idempotencyKey: 'k' }));
      expect(failure.code).toBe('invalid_request');
      expect(firm.calls()).toEqual([]);
    },
  );
});

describe('where App Connect gives an all-day entry no length', () => {
  it('gives an entry whose start_at is only a date the whole of that date, in the list and in a refresh', async () => {
    const row = { id: '1', all_day: true, start_at: '2026-07-20', end_at: '2026-07-20', attendees: [] };
    const clio = await startFakeVendor(({ path }) => {
      if (path.endsWith('who_am_i.json')) {
        return { body: { data: { default_calendar_id: ADAS_CALENDAR, time_zone: 'America/Los_Angeles' } } };
      }
      return { body: { data: path.endsWith('calendar_entries.json') ? [row] : row } };
    });
    const dated = createClioAdapter({ clioBaseUrl: clio.baseUrl });

    const { appointments } = await dated.listAppointments(userContext, JULY);
    const refreshed = await dated.getAppointment(userContext, '1');
    await clio.close();

    expect(refreshed).toMatchObject({ startTimeUtc: '2026-07-20T07:00:00.000Z', durationMinutes: 1440 });
    expect(appointments).toEqual([refreshed]);
  });

  it('gives it the whole of its days', async () => {
    firm.add({ id: 1, schedule: allDay('2026-07-20', '2026-07-21') });

    const { appointments } = await adapter.listAppointments(userContext, JULY);

    expect(appointments).toMatchObject([
      {
        isAllDay: true,
        startTimeUtc: '2026-07-20T07:00:00.000Z',
        endTimeUtc: '2026-07-22T07:00:00.000Z',
        durationMinutes: 2880,
      },
    ]);
  });
});

describe('where App Connect searches contacts with 51 calls for 25 hits', () => {
  it('searches in one call', async () => {
    for (let id = 1001; id <= 1025; id++) {
      firm.sandbox.state.contacts.set(id, person(id, `Paul${id}`, 'Manyfold'));
    }

    const { contacts, hasMore } = await adapter.findContacts(userContext, 'Manyfold');

    expect(contacts).toHaveLength(25);
    expect(hasMore).toBe(false);
    expect(contacts[0]).toEqual({
      id: '1001',
      name: 'Paul1001 Manyfold',
      type: 'Contact',
      phone: '+1 555 0199',
      email: 'paul1001@client.example',
      company: '',
    });
    expect(firm.calls()).toEqual(['GET /api/v4/contacts.json']);
  });

  it('lets no name add a parameter', async () => {
    const { contacts } = await adapter.findContacts(userContext, 'Roe&limit=1&fields=id');

    expect(contacts).toEqual([]);
    const [entry] = firm.sandbox.journal.entries();
    expect([...(entry?.queryKeys ?? [])].sort()).toEqual(['fields', 'limit', 'query']);
  });
});

describe('where App Connect lets an id of an appointment lead to another record', () => {
  it.each(['../contacts/501', '1/../../contacts/501', '', '..', '1?x=1', 'abc'])(
    'refuses %j before anything is sent',
    async (id) => {
      for (const attempt of [
        adapter.getAppointment(userContext, id),
        adapter.updateAppointment(userContext, id, { title: 'x' }),
        adapter.cancelAppointment(userContext, id),
      ]) {
        expect((await failureOf(attempt)).code).toBe('invalid_request');
      }
      expect(firm.calls()).toEqual([]);
    },
  );
});

describe('where App Connect loses a change of the time', () => {
  it('keeps the start when only the duration changes, and the duration when only the start does', async () => {
    firm.add({ id: 1 });

    const longer = await adapter.updateAppointment(userContext, '1', { durationMinutes: 90 });
    const later = await adapter.updateAppointment(userContext, '1', {
      startTimeUtc: '2026-07-21T16:00:00.000Z',
    });

    expect(longer.appointment).toMatchObject({
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      endTimeUtc: '2026-07-20T23:30:00.000Z',
    });
    expect(later.appointment).toMatchObject({
      startTimeUtc: '2026-07-21T16:00:00.000Z',
      durationMinutes: 90,
    });
  });
});

describe('where App Connect drops a status that Clio cannot hold', () => {
  it('says that it is unsupported, and changes nothing of what came with it', async () => {
    firm.add({ id: 1 });

    const failure = await failureOf(
      adapter.updateAppointment(userContext, '1', { status: 'confirmed', title: 'x' }),
    );

    expect(failure.code).toBe('unsupported');
    expect(firm.bodies()).toEqual([]);
    expect((await failureOf(adapter.confirmAppointment(userContext, '1'))).code).toBe('unsupported');
  });
});
