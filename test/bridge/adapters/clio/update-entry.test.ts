import type { CalendarAdapter } from '../../../../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../../../../bridge/adapters/clio';
import { patchRequestSchema } from '../../../../src/contract/change.schema';
import { startFakeVendor, type Behaviour } from '../../fake-vendor-server';
import {
  ADAS_CALENDAR,
  BOBS_CALENDAR,
  failureOf,
  invited,
  JANE,
  JOHN,
  noted,
  openFirm,
  timed,
  userContext,
  type Firm,
} from './clio-firm';

let firm: Firm;
let adapter: CalendarAdapter;

beforeEach(async () => {
  firm = await openFirm();
  adapter = firm.adapter();
  firm.add({
    id: 1,
    description: 'Agenda',
    attendees: [invited('Calendar', ADAS_CALENDAR), invited('Contact', JANE)],
  });
});

afterEach(async () => firm.close());

const reference = (id: number, name: string, type = 'Contact') => ({ id: String(id), type, name });

describe('changing a calendar entry', () => {
  it('takes three calls at most, and answers with the entry as Clio now has it', async () => {
    const { appointment, warning } = await adapter.updateAppointment(userContext, '1', {
      title: 'New title',
      contacts: [reference(JOHN, 'John Doe')],
    });
    expect([...firm.calls()].sort()).toEqual([
      'GET /api/v4/calendar_entries/1.json',
      'GET /api/v4/users/who_am_i.json',
      'PATCH /api/v4/calendar_entries/1.json',
    ]);
    expect(appointment).toMatchObject({ title: 'New title', participantName: 'John Doe' });
    expect(warning).toBeUndefined();
    expect(appointment).toEqual(await adapter.getAppointment(userContext, '1'));
  });

  it('sends the title alone when the client sends everything else as it was listed', async () => {
    const listed = await adapter.getAppointment(userContext, '1');
    const before = firm.sandbox.state.calendarEntries.get(1);
    firm.calls();
    await adapter.updateAppointment(userContext, '1', {
      title: 'New title',
      summary: listed.summary,
      startTimeUtc: listed.startTimeUtc,
      durationMinutes: listed.durationMinutes,
      contacts: listed.attendees.map(({ id, type, name }) => ({ id, type, name })),
      status: listed.status,
    });
    expect(firm.bodies()).toEqual([{ data: { summary: 'New title', send_email_notification: false } }]);
    const after = firm.sandbox.state.calendarEntries.get(1);
    expect(after?.schedule).toEqual(before?.schedule);
    expect(after?.attendees).toEqual(before?.attendees);
  });

  it('writes nothing where nothing differs', async () => {
    const { appointment } = await adapter.updateAppointment(userContext, '1', {
      title: 'Entry 1',
      durationMinutes: 60,
      contacts: [reference(JANE, 'Jane Roe')],
    });
    expect(firm.bodies()).toEqual([]);
    expect(appointment.title).toBe('Entry 1');
  });

  it('clears the contacts for an empty list and keeps the owner', async () => {
    const { appointment } = await adapter.updateAppointment(userContext, '1', { contacts: [] });
    expect(firm.bodies()).toEqual([
      {
        data: {
          attendees: [{ id: JANE, type: 'Contact', _destroy: true }],
          send_email_notification: false,
        },
      },
    ]);
    expect(appointment.attendees).toMatchObject([{ id: String(ADAS_CALENDAR), type: 'Calendar' }]);
    expect(appointment.organizer).toEqual({ id: String(ADAS_CALENDAR), name: 'Ada Lawyer' });
    expect(appointment).toMatchObject({ participantName: '', contactId: '' });
  });

  it('removes a colleague who is left out, and one whom a create of ours invited', async () => {
    const contacts = [reference(JANE, 'Jane Roe'), reference(BOBS_CALENDAR, 'Bob Lawyer', 'Calendar')];
    const input = {
      title: 'Made here',
      summary: '',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      durationMinutes: 60,
      contacts,
    };
    const made = await adapter.createAppointment(userContext, input, { idempotencyKey: 'key-1' });
    expect(made.appointment.attendeeIds).toContain(String(BOBS_CALENDAR));
    const { appointment } = await adapter.updateAppointment(userContext, made.appointmentId, {
      contacts: [reference(JANE, 'Jane Roe')],
    });
    expect(appointment.attendeeIds).toEqual([String(JANE)]);
  });

  it('changes nothing of an entry with seconds that comes back as it was listed', async () => {
    firm.add({
      id: 2,
      schedule: {
        kind: 'timed',
        startAtMs: Date.parse('2026-07-20T19:00:00Z'),
        endAtMs: Date.parse('2026-07-20T19:59:59Z'),
      },
    });
    const { startTimeUtc, endTimeUtc, durationMinutes } = await adapter.getAppointment(userContext, '2');
    expect({ endTimeUtc, durationMinutes }).toEqual({
      endTimeUtc: '2026-07-20T19:59:59.000Z',
      durationMinutes: 60,
    });
    const patch = patchRequestSchema.parse({ startTime: startTimeUtc, durationMinutes });
    await adapter.updateAppointment(userContext, '2', patch);
    expect(firm.bodies()).toEqual([]);
  });

  it('refuses a contact of a type that Clio has not before anything is sent', async () => {
    firm.calls();
    const contacts = [reference(5, 'Ada Lawyer', 'User')];
    const failure = await failureOf(adapter.updateAppointment(userContext, '1', { contacts }));
    expect(failure.code).toBe('invalid_request');
    expect(firm.calls()).toEqual([]);
  });

  it('removes an attendee by the row where Clio names attendees so', async () => {
    firm.sandbox.setSwitches({ attendeeId: 'row' });
    const rows = firm.adapter({ assumptions: { attendeeIds: 'row' } });
    const listed = await rows.getAppointment(userContext, '1');
    const kept = listed.attendees.map(({ id, type, name }) => ({ id, type, name }));
    await rows.updateAppointment(userContext, '1', { contacts: kept });
    expect(firm.bodies()).toEqual([]);
    const { appointment } = await rows.updateAppointment(userContext, '1', {
      contacts: [reference(JOHN, 'John Doe')],
    });
    expect(appointment.attendees.map(({ name }) => name)).toEqual(['Ada Lawyer', 'John Doe']);
  });

  it('says that an entry is not there', async () => {
    expect((await failureOf(adapter.updateAppointment(userContext, '404', { title: 'x' }))).code).toBe(
      'not_found',
    );
    expect(firm.bodies()).toEqual([]);
  });

  it('says that an entry of somebody else may not be changed', async () => {
    firm.add({ id: 2, calendarOwnerId: BOBS_CALENDAR });
    expect((await failureOf(adapter.updateAppointment(userContext, '2', { title: 'x' }))).code).toBe(
      'forbidden',
    );
  });

  it('finds a change that was saved although its answer is lost', async () => {
    firm.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'PATCH' });
    const patch = { title: 'x', contacts: [reference(JOHN, 'John Doe')] };
    const { appointment } = await adapter.updateAppointment(userContext, '1', patch);
    expect(appointment).toMatchObject({ title: 'x', participantName: 'John Doe' });
    expect(appointment).toEqual(await adapter.getAppointment(userContext, '1'));
  });

  it.each(['500', 'drop'] as const)(
    'does not know what was saved where it is not found: %s',
    async (fault) => {
      firm.sandbox.faults.add({ fault, method: 'PATCH' });
      const failure = await failureOf(adapter.updateAppointment(userContext, '1', { title: 'x' }));
      expect(failure).toMatchObject({ code: 'ambiguous_write', retryable: false });
    },
  );

  it('takes a cancelled status for a cancellation', async () => {
    const { appointment } = await adapter.updateAppointment(userContext, '1', {
      status: 'cancelled',
      title: 'Entry 1',
    });
    expect(appointment.status).toBe('cancelled');
    expect(firm.sandbox.state.calendarEntries.size).toBe(0);
  });

  it('takes back a status that was noted on the entry', async () => {
    firm.add({ id: 2, externalProperties: [noted('rcAppointmentStatus', 'confirmed')] });
    expect((await adapter.getAppointment(userContext, '2')).status).toBe('confirmed');
    const { appointment } = await adapter.updateAppointment(userContext, '2', { status: 'scheduled' });
    expect(appointment.status).toBe('scheduled');
    expect(firm.sandbox.state.calendarEntries.get(2)?.externalProperties).toMatchObject([
      { name: 'rcAppointmentStatus', value: 'scheduled' },
    ]);
  });

  it('shows no entry as cancelled that is still there', async () => {
    firm.add({ id: 2, externalProperties: [noted('rcAppointmentStatus', 'cancelled')] });
    expect((await adapter.getAppointment(userContext, '2')).status).toBe('scheduled');
  });

  it('keeps the contact first that App Connect noted as such', async () => {
    firm.add({
      id: 2,
      attendees: [invited('Contact', JANE), invited('Contact', JOHN)],
      externalProperties: [noted('rcAppointmentContactId', String(JOHN))],
    });
    expect(await adapter.getAppointment(userContext, '2')).toMatchObject({
      participantName: 'John Doe',
      contactId: String(JOHN),
      contactType: 'Contact',
    });
  });
});

describe('changing an entry that somebody else changes at the same time', () => {
  const row = (etag: string, summary: string) => ({
    id: '1',
    etag,
    summary,
    start_at: '2026-07-20T15:00:00-07:00',
    end_at: '2026-07-20T16:00:00-07:00',
    attendees: [],
  });

  const changeAgainst = async (again: Behaviour) => {
    let reads = 0;
    const clio = await startFakeVendor(({ method, path }) => {
      if (path.endsWith('who_am_i.json')) return { status: 403 };
      if (method === 'PATCH')
        return { status: 412, body: { error: { type: 'PreconditionFailed', message: '' } } };
      reads += 1;
      return reads === 1 ? { body: { data: row('"v1"', 'Before') } } : again;
    });
    const failure = await failureOf(
      createClioAdapter({ clioBaseUrl: clio.baseUrl, timeoutMs: 2000 }).updateAppointment(userContext, '1', {
        title: 'Mine',
      }),
    );
    await clio.close();
    return { failure, patch: clio.requests.find(({ method }) => method === 'PATCH') };
  };

  it('is a conflict, told with the entry as it now is', async () => {
    const { failure, patch } = await changeAgainst({ body: { data: row('"v2"', 'Theirs') } });
    expect(patch?.headers['if-match']).toBe('"v1"');
    expect(failure).toMatchObject({
      code: 'conflict',
      details: { appointment: { title: 'Theirs', version: 'v2' }, upstream: { status: 412 } },
    });
  });

  it('is none where the entry is as it was to be', async () => {
    const clio = await startFakeVendor(({ method, path }) => {
      if (path.endsWith('who_am_i.json')) return { status: 403 };
      if (method === 'PATCH')
        return { status: 412, body: { error: { type: 'PreconditionFailed', message: '' } } };
      const isAfter = clio.requests.some((request) => request.method === 'PATCH');
      return { body: { data: isAfter ? row('"v2"', 'Mine') : row('"v1"', 'Before') } };
    });
    const saved = await createClioAdapter({
      clioBaseUrl: clio.baseUrl,
      timeoutMs: 2000,
    }).updateAppointment(userContext, '1', { title: 'Mine' });
    await clio.close();
    expect(saved.appointment).toMatchObject({ title: 'Mine', version: 'v2' });
  });

  it('is a conflict also where the entry cannot be read again', async () => {
    const { failure } = await changeAgainst({ status: 500 });
    expect(failure).toMatchObject({ code: 'conflict' });
    expect(failure.details.appointment).toBeUndefined();
  });
});

describe('changing a repeating entry', () => {
  const occurrence = async () => {
    firm.add({ id: 3, schedule: timed('2026-07-06T17:00:00Z', 30), recurrenceRule: 'FREQ=WEEKLY' });
    const range = { startDate: '2026-07-13', endDate: '2026-07-13' };
    return (await adapter.listAppointments(userContext, range)).appointments[0]?.id ?? '';
  };

  it('answers with the id that the occurrence then has', async () => {
    const { appointmentId, appointment } = await adapter.updateAppointment(userContext, await occurrence(), {
      title: 'Only this one',
    });
    expect(appointment).toMatchObject({ id: appointmentId, title: 'Only this one' });
    expect(firm.sandbox.state.calendarEntries.get(3)?.summary).toBe('Entry 3');
  });

  it('warns when Clio changed the whole series', async () => {
    firm.sandbox.setSwitches({ patchOfOccurrence: 'series' });
    const { warning } = await adapter.updateAppointment(userContext, await occurrence(), { title: 'All' });
    expect(warning).toContain('changed all of its occurrences');
  });

  it('is refused where that is set', async () => {
    const careful = firm.adapter({ assumptions: { repeatingChanges: 'refuse' } });
    const failure = await failureOf(
      careful.updateAppointment(userContext, await occurrence(), { title: 'x' }),
    );
    expect(failure.code).toBe('unsupported');
    expect(firm.bodies()).toEqual([]);
  });
});
