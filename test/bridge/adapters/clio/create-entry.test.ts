import type { CalendarAdapter } from '../../../../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../../../../bridge/adapters/clio';
import { OWN_SOURCE } from '../../../../bridge/adapters/clio/external-properties';
import { createConnector } from '../../../../bridge/connectors/create-connector';
import type { CreateInput } from '../../../../src/contract/change.schema';
import { startFakeVendor, type Behaviour, type RecordedRequest } from '../../fake-vendor-server';
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

const input: CreateInput = {
  title: 'Consultation',
  summary: 'First meeting',
  startTimeUtc: '2026-07-20T22:00:00.000Z',
  durationMinutes: 60,
  contacts: [
    { id: String(JANE), type: 'Contact', name: 'Jane Roe' },
    { id: String(JOHN), type: '', name: 'John Doe' },
  ],
};

const options = { idempotencyKey: 'key-1' };

describe('creating in the sandbox', () => {
  let firm: Firm;
  let adapter: CalendarAdapter;
  beforeEach(async () => {
    firm = await openFirm();
    adapter = firm.adapter();
  });
  afterEach(async () => firm.close());

  const entries = () => [...firm.sandbox.state.calendarEntries.values()];
  /** Made by us with this key, and without John. */
  const half = (key: string) =>
    firm.add({
      id: 1,
      summary: input.title,
      schedule: timed(input.startTimeUtc, 60),
      attendees: [invited('Contact', JANE)],
      externalProperties: [noted('rcAppointmentSource', OWN_SOURCE), noted('rcAppointmentKey', key)],
    });

  it('takes three calls, and two for a user whose calendar is known', async () => {
    await adapter.createAppointment(userContext, input, options);
    expect(firm.calls()).toEqual([
      'GET /api/v4/users/who_am_i.json',
      'GET /api/v4/calendar_entries.json',
      'POST /api/v4/calendar_entries.json',
    ]);
    await adapter.createAppointment(userContext, { ...input, title: 'Other' }, { idempotencyKey: 'key-2' });
    expect(firm.calls()).toEqual(['GET /api/v4/calendar_entries.json', 'POST /api/v4/calendar_entries.json']);
  });

  it('sends times in UTC, the attendees with their types, and no e-mail', async () => {
    await adapter.createAppointment(
      userContext,
      {
        ...input,
        location: 'Room 1',
        contacts: [...input.contacts, { id: String(BOBS_CALENDAR), type: 'Calendar' }],
      },
      options,
    );
    expect(firm.bodies()).toMatchObject([
      {
        data: {
          calendar_owner: { id: ADAS_CALENDAR },
          summary: 'Consultation',
          description: 'First meeting',
          location: 'Room 1',
          start_at: '2026-07-20T22:00:00.000Z',
          end_at: '2026-07-20T23:00:00.000Z',
          attendees: [
            { id: JANE, type: 'Contact' },
            { id: JOHN, type: 'Contact' },
            { id: BOBS_CALENDAR, type: 'Calendar' },
          ],
          send_email_notification: false,
        },
      },
    ]);
  });

  it('lets Clio write to the attendees where that is set', async () => {
    await firm.adapter({ sendEmailNotification: true }).createAppointment(userContext, input, options);
    expect(firm.bodies()).toMatchObject([{ data: { send_email_notification: true } }]);
  });

  it('makes one entry of two attempts with the same key, also when the first answer was lost', async () => {
    firm.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'POST' });
    const first = await adapter.createAppointment(userContext, input, options);
    expect(first.wasMadeBefore).toBeUndefined();
    const again = await adapter.createAppointment(userContext, input, options);
    expect(again).toEqual({ ...first, wasMadeBefore: true });
    const fresh = await firm.adapter().createAppointment(userContext, input, options);
    expect(entries().map(({ id }) => String(id))).toEqual([again.appointmentId]);
    expect(fresh.appointment).toEqual(again.appointment);
  });

  it('does not know of an answer that was lost while the entry cannot be looked for', async () => {
    firm.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'POST' });
    const cutOff = firm.adapter({
      onCall: ({ method }) => {
        if (method === 'POST') firm.sandbox.faults.add({ fault: '500', method: 'GET' });
      },
    });
    const failure = await failureOf(cutOff.createAppointment(userContext, input, options));
    expect(failure.code).toBe('ambiguous_write');
    const again = await cutOff.createAppointment(userContext, input, options);
    expect(again.wasMadeBefore).toBe(true);
    expect(entries()).toHaveLength(1);
  });

  it('sends it again after a failure of Clio itself, and after nothing else', async () => {
    const posts = () => firm.calls().filter((call) => call.startsWith('POST')).length;
    firm.sandbox.faults.add({ fault: '503', method: 'POST' });
    await adapter.createAppointment(userContext, input, options);
    expect([posts(), entries().length]).toEqual([2, 1]);
    for (const fault of ['502', 'drop', 'okWithErrorBody'] as const) {
      firm.sandbox.faults.add({ fault, method: 'POST' });
      const attempt = adapter.createAppointment(userContext, input, { idempotencyKey: `after-${fault}` });
      expect((await failureOf(attempt)).code).toBe('ambiguous_write');
      expect([posts(), entries().length]).toEqual([1, 1]);
    }
  });

  it('looks by the key alone, also for a user not met before', async () => {
    firm.add({
      id: 1,
      schedule: timed('2026-08-01T22:00:00Z', 60),
      attendees: [invited('Contact', JANE), invited('Contact', JOHN)],
      externalProperties: [noted('rcAppointmentKey', 'key-1')],
    });
    const found = await adapter.createAppointment(userContext, input, options);
    expect(found).toMatchObject({ appointmentId: '1', wasMadeBefore: true });
    expect(entries()).toHaveLength(1);
  });

  it('finds the entry of a key also after it was moved', async () => {
    const { appointmentId } = await adapter.createAppointment(userContext, input, options);
    await adapter.updateAppointment(userContext, appointmentId, { startTimeUtc: '2026-08-01T22:00:00.000Z' });
    const again = await adapter.createAppointment(userContext, input, options);
    expect(again.appointmentId).toBe(appointmentId);
    expect(entries()).toHaveLength(1);
  });

  it('makes two entries of two keys', async () => {
    await adapter.createAppointment(userContext, input, options);
    await adapter.createAppointment(userContext, input, { idempotencyKey: 'key-2' });
    expect(entries()).toHaveLength(2);
  });

  it('does not take the entry of another calendar for its own, whatever its key', async () => {
    firm.add({
      id: 1,
      calendarOwnerId: BOBS_CALENDAR,
      externalProperties: [noted('rcAppointmentKey', 'key-1')],
    });
    await adapter.createAppointment(userContext, input, options);
    await adapter.createAppointment(userContext, input, options);
    expect(entries()).toHaveLength(2);
  });

  it('completes an entry of the same key that lacks an attendee instead of making it again', async () => {
    half('key-1');
    const { appointmentId, appointment } = await adapter.createAppointment(userContext, input, options);
    expect(appointmentId).toBe('1');
    expect(appointment.attendeeIds).toEqual([String(JANE), String(JOHN)]);
    expect(firm.bodies()).toEqual([
      { data: { attendees: [{ id: JOHN, type: 'Contact' }], send_email_notification: false } },
    ]);
    expect(entries()).toHaveLength(1);
  });

  it('leaves an entry alone that is alike in all but the key, and makes its own as it was asked for', async () => {
    half('other');
    const twin = entries()[0];
    const second = { ...input, summary: 'Second meeting', location: 'Room 9' };
    const { appointmentId, appointment } = await adapter.createAppointment(userContext, second, options);
    expect(appointment).toMatchObject({ summary: 'Second meeting', location: 'Room 9' });
    expect(appointmentId).not.toBe('1');
    expect(entries()).toHaveLength(2);
    expect(entries()[0]).toEqual(twin);
  });

  it.each(['confirmed', 'tentative', 'completed', 'cancelled'] as const)(
    'refuses the status %s before anything is sent',
    async (status) => {
      const failure = await failureOf(adapter.createAppointment(userContext, { ...input, status }, options));
      expect(failure.code).toBe('unsupported');
      expect(firm.calls()).toEqual([]);
    },
  );

  it.each([
    { id: '5}],"x":[{"id":6', type: 'Contact' },
    { id: String(JANE), type: 'User' },
  ])('refuses the contact %j before anything is sent', async (contact) => {
    const contacts = [contact];
    const failure = await failureOf(adapter.createAppointment(userContext, { ...input, contacts }, options));
    expect(failure.code).toBe('invalid_request');
    expect(firm.calls()).toEqual([]);
  });

  it('creates nothing when it cannot be looked up whether it exists', async () => {
    firm.sandbox.faults.add({ fault: '503', method: 'GET', path: '*calendar_entries*' });
    const failure = await failureOf(adapter.createAppointment(userContext, input, options));
    expect(failure).toMatchObject({ code: 'upstream_unavailable', retryable: true });
    expect(entries()).toEqual([]);
  });

  it('crosses midnight', async () => {
    const { appointment } = await adapter.createAppointment(
      userContext,
      { ...input, startTimeUtc: '2026-07-21T06:30:00.000Z', durationMinutes: 90 },
      options,
    );
    expect(appointment).toMatchObject({ endTimeUtc: '2026-07-21T08:00:00.000Z', durationMinutes: 90 });
  });

  it('completes an entry also where Clio names attendees by their rows', async () => {
    firm.sandbox.setSwitches({ attendeeId: 'row' });
    half('key-1');
    const rows = firm.adapter({ assumptions: { attendeeIds: 'row' } });
    const { appointment } = await rows.createAppointment(userContext, input, options);
    expect(appointment.attendees.map(({ name }) => name)).toEqual(['Jane Roe', 'John Doe']);
    expect(entries()).toHaveLength(1);
  });
});

describe('creating two appointments of one title and time through the connector', () => {
  let firm: Firm;
  beforeEach(async () => {
    firm = await openFirm();
  });
  afterEach(async () => firm.close());

  /** One that remembers nothing of the others, as after a restart without its database. */
  const connector = () =>
    createConnector({
      platform: 'clio',
      adapter: firm.adapter(),
      log: { warn: () => undefined, error: () => undefined },
      nowMs: () => userContext.nowMs,
    });

  const withJane = { ...input, contacts: input.contacts.slice(0, 1) };
  const withBoth = { ...input, summary: 'Second meeting', location: 'Room 9' };

  it.each([
    ['two keys', 'key-1', 'key-2', false],
    ['no keys', undefined, undefined, false],
    ['two keys and a restart', 'key-1', 'key-2', true],
    ['no keys and a restart', undefined, undefined, true],
  ])(
    'makes two entries, and touches the first no more: %s',
    async (_what, firstKey, secondKey, isRestarted) => {
      const first = connector();
      const call = { user: { id: '5-clio', hostname: 'app.clio.com' }, authHeader: userContext.credential };
      const one = await first.createAppointment({ ...call, payload: withJane, idempotencyKey: firstKey });
      const second = isRestarted ? connector() : first;
      const two = await second.createAppointment({ ...call, payload: withBoth, idempotencyKey: secondKey });
      expect([one, two]).toMatchObject([
        { successful: true, appointment: { summary: input.summary, attendeeIds: [String(JANE)] } },
        {
          successful: true,
          appointment: {
            summary: 'Second meeting',
            location: 'Room 9',
            attendeeIds: [String(JANE), String(JOHN)],
          },
        },
      ]);
      expect(firm.calls().filter((made) => /^(?:POST|PATCH)/.test(made))).toEqual([
        'POST /api/v4/calendar_entries.json',
        'POST /api/v4/calendar_entries.json',
      ]);
      expect(firm.sandbox.state.calendarEntries.size).toBe(2);
    },
  );
});

describe('creating in a Clio that answers oddly', () => {
  const createAt = async (post: (request: RecordedRequest) => Behaviour, listed: readonly object[] = []) => {
    const clio = await startFakeVendor((request) => {
      if (request.path.endsWith('who_am_i.json')) {
        return {
          body: { data: { id: 5, default_calendar_id: ADAS_CALENDAR, time_zone: 'America/Los_Angeles' } },
        };
      }
      return request.method === 'GET' ? { body: { data: listed, meta: { paging: {} } } } : post(request);
    });
    const adapter = createClioAdapter({ clioBaseUrl: clio.baseUrl, timeoutMs: 2000 });
    const result = await adapter
      .createAppointment(userContext, input, options)
      .catch((error: unknown) => error);
    await clio.close();
    return result;
  };

  const saved = (attendees: readonly object[]) => ({
    id: '9',
    etag: '"e"',
    summary: 'Consultation',
    start_at: '2026-07-20T15:00:00-07:00',
    end_at: '2026-07-20T16:00:00-07:00',
    attendees,
  });

  it.each([
    ['another key', ADAS_CALENDAR, 'other', '9'],
    ['the key in another calendar', BOBS_CALENDAR, 'key-1', '9'],
    ['the key', ADAS_CALENDAR, 'key-1', '8'],
  ])(
    'takes of everything that Clio gives only the entry made for it: %s',
    async (_what, calendar, key, id) => {
      const attendees = input.contacts.map((contact) => ({ ...contact, type: 'Contact' }));
      const listed = {
        ...saved(attendees),
        id: '8',
        calendar_owner: { id: calendar, name: 'Somebody' },
        external_properties: [{ id: 1, name: 'rcAppointmentKey', value: key }],
      };
      const result = await createAt(() => ({ status: 201, body: { data: saved(attendees) } }), [listed]);
      expect(result).toMatchObject({ appointmentId: id });
    },
  );

  it('names who was not invited, and shows the appointment as it is', async () => {
    const result = await createAt(() => ({
      status: 201,
      body: { data: saved([{ id: JANE, type: 'Contact', name: 'Jane Roe' }]) },
    }));
    expect(result).toMatchObject({
      code: 'partial_write',
      message: expect.stringContaining('not invited: John Doe'),
      details: { appointment: { id: '9', attendeeIds: [String(JANE)] } },
    });
  });

  it('answers with what was sent, and says so, where the entry cannot be read back', async () => {
    const result = await createAt(() => ({ status: 201, body: { data: { id: 9, etag: '"e"' } } }));
    expect(result).toMatchObject({
      appointmentId: '9',
      appointment: {
        id: '9',
        title: 'Consultation',
        startTimeUtc: '2026-07-20T22:00:00.000Z',
        attendeeIds: [String(JANE), String(JOHN)],
      },
      warning: expect.stringContaining('could not be read back'),
    });
  });

  it.each([
    ['without data', { status: 201, body: {} }],
    ['with an error in a success', { status: 200, body: { error: { type: 'X', message: 'y' } } }],
    ['with a server error', { status: 500, body: {} }],
    ['that breaks off', 'cut' as const],
    ['that never comes', 'drop' as const],
  ])('does not know what an answer %s means', async (_name, behaviour) => {
    expect(await createAt(() => behaviour)).toMatchObject({ code: 'ambiguous_write' });
  });

  it('repeats none of what Clio echoes of the client’s data', async () => {
    const result = await createAt(() => ({
      status: 422,
      body: { error: { type: 'ArgumentError', message: 'Invalid: Consultation Jane Roe', data: input } },
    }));
    expect(result).toMatchObject({
      code: 'invalid_request',
      details: { upstream: { status: 422, code: 'ArgumentError' } },
    });
    expect(JSON.stringify([result, String(result)])).not.toContain('Jane');
  });
});
