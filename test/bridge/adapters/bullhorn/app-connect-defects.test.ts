/** What App Connect's own Bullhorn connector gets wrong (app-connect.md §4.3), a test each, against the local Bullhorn. */
import { appointmentSchema } from '../../../../src/contract/appointment.schema';
import { dana, failureOf, meeting, startBullhornAccount, type BullhornAccount } from './bullhorn-account';

let account: BullhornAccount;

beforeEach(async () => {
  account = await startBullhornAccount();
});
afterEach(() => account.close());

const list = async (range: object = {}) => account.adapter.listAppointments(account.contextOf(dana), range);

const day = (date: string) => ({ startDate: date, endDate: date });

/** What the 2.x client sends with every edit, whatever was edited. */
const asListed = (appointment: Awaited<ReturnType<typeof list>>['appointments'][number] | undefined) => ({
  title: appointment?.title ?? '',
  summary: appointment?.summary ?? '',
  startTimeUtc: appointment?.startTimeUtc ?? '',
  durationMinutes: appointment?.durationMinutes ?? 0,
  contacts: (appointment?.attendees ?? []).map(({ id, type, name }) => ({ id, type, name })),
});

describe('Reading, where App Connect’s connector for Bullhorn fails', () => {
  it('tells acceptanceStatus as a word, so that a list with answered invitations is valid', async () => {
    account.hold({}, [501]);
    const [appointment] = (await list()).appointments;
    expect(appointment?.attendees[0]?.status).toBe('accepted');
    expect(appointmentSchema.safeParse(appointment).success).toBe(true);
  });

  it('lists all of fifty appointments, and the upcoming ones among them', async () => {
    for (let hour = 0; hour < 50; hour++) {
      account.hold({ startUtc: new Date(Date.UTC(2026, 6, 1, hour * 12)).toISOString() });
    }
    const { appointments } = await list();
    expect(appointments).toHaveLength(50);
    expect(appointments.at(-1)?.startTimeUtc).toBe('2026-07-25T12:00:00.000Z');
  });

  it('takes the days of a range for the user’s days', async () => {
    const id = account.hold({ startUtc: '2026-07-21T01:00:00Z' });
    expect((await list(day('2026-07-20'))).appointments.map((one) => one.id)).toEqual([id]);
    expect((await list(day('2026-07-21'))).appointments).toEqual([]);
  });

  it('lists what began before the range and still runs', async () => {
    const id = account.hold({ startUtc: '2026-07-20T06:30:00Z', minutes: 120 });
    expect((await list(day('2026-07-20'))).appointments.map((one) => one.id)).toEqual([id]);
  });

  it('names the attendees and their kinds as Bullhorn’s pages do', async () => {
    account.hold({}, [501, 601, 12]);
    const [appointment] = (await list()).appointments;
    expect(appointment?.participantName).toBe('Olivia Hart');
    expect(appointment?.attendees.map(({ id, name, type }) => ({ id, name, type }))).toEqual([
      { id: '501', name: 'Olivia Hart', type: 'Candidate' },
      { id: '601', name: 'Grace Ellison', type: 'Contact' },
      { id: '12', name: 'Jonas Brückner', type: 'CorporateUser' },
    ]);
  });

  it('gives the ids of persons as attendeeIds, also on refresh and update, not those of their links', async () => {
    const id = account.hold({}, [501, 601]);
    const context = account.contextOf(dana);
    expect((await account.adapter.getAppointment(context, id)).attendeeIds).toEqual(['501', '601']);
    const { appointment } = await account.adapter.updateAppointment(context, id, {
      title: 'Second screening',
    });
    expect(appointment.attendeeIds).toEqual(['501', '601']);
  });

  it('reads location, all-day and the modification of an appointment', async () => {
    account.hold({
      location: 'Pier 9',
      isAllDay: true,
      startUtc: '2026-07-20T07:00:00Z',
      minutes: 1440,
      dateLastModified: 1_780_000_000_000,
    });
    const [appointment] = (await list()).appointments;
    expect(appointment).toMatchObject({
      location: 'Pier 9',
      isAllDay: true,
      durationMinutes: 1440,
      version: '1780000000000',
    });
  });

  it('lists a recurring appointment at the time of its row, and an edit leaves its recurrence alone', async () => {
    const id = account.hold({
      recurrenceType: 'W',
      recurrenceFrequency: 1,
      recurrenceDayBits: 2,
      recurrenceStyle: 'A',
    });
    const { appointments } = await account.adapter.listAppointments(account.contextOf(dana), {});
    expect(appointments.map(({ id: listed, startTimeUtc }) => [listed, startTimeUtc])).toEqual([
      [id, '2026-07-20T22:00:00.000Z'],
    ]);
    await account.adapter.updateAppointment(account.contextOf(dana), id, { title: 'Weekly' });
    expect(account.sandbox.state.records.Appointment.get(Number(id))).toMatchObject({
      subject: 'Weekly',
      recurrenceType: 'W',
      recurrenceDayBits: 2,
    });
  });

  it('shows an appointment once, whatever copies its invitees have', async () => {
    const id = account.hold({}, [12]);
    account.hold({ owner: 12, parentAppointment: Number(id) });
    const { appointments } = await list({ mineOnly: false });
    expect(appointments.map((one) => one.id)).toEqual([id]);
    const jonas = account.contextOf({ id: '12', token: dana.token });
    const own = await account.adapter.listAppointments(jonas, {});
    expect(own.appointments.map((one) => [one.id, one.attendeeIds, one.organizer?.id])).toEqual([
      [id, ['12'], '11'],
    ]);
  });
});

describe('Writing, where App Connect’s connector for Bullhorn fails', () => {
  it('says who could not be invited to a new appointment, and what is in Bullhorn now', async () => {
    account.sandbox.faults.add({ fault: '500', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    const failure = await failureOf(
      account.adapter.createAppointment(account.contextOf(dana), meeting, { idempotencyKey: 'one' }),
    );
    expect(failure.code).toBe('partial_write');
    expect(failure.message).toMatch(/Olivia Hart|Grace Ellison/);
    const appointment = appointmentSchema.parse(failure.details.appointment);
    expect(appointment).toMatchObject({ title: 'Interview' });
    expect(appointment.attendeeIds).toHaveLength(1);
  });

  it('says who could not be added or removed by an update', async () => {
    const id = account.hold({ candidateReference: 501 }, [501]);
    account.sandbox.faults.add({ fault: '500', path: '*/entity/AppointmentAttendee*', times: 'always' });
    const failure = await failureOf(
      account.adapter.updateAppointment(account.contextOf(dana), id, {
        contacts: [{ id: '502', type: 'Candidate' }],
      }),
    );
    expect(failure.code).toBe('partial_write');
    expect(failure.message).toContain('502 could not be added');
    expect(failure.message).toContain('Olivia Hart could not be removed');
    expect(failure.details.appointment).toMatchObject({ attendeeIds: ['501'] });
  });

  it('changes nothing when the attendees that are there cannot be read', async () => {
    const id = account.hold({}, [501]);
    account.sandbox.faults.add({ fault: '503', path: '*/query/AppointmentAttendee' });
    const failure = await failureOf(
      account.adapter.updateAppointment(account.contextOf(dana), id, {
        title: 'New',
        contacts: [{ id: '501', type: 'Candidate' }],
      }),
    );
    expect(failure.code).toBe('upstream_unavailable');
    expect(account.calls()).toEqual(['POST /query/AppointmentAttendee']);
  });

  it('tells a session that ended while attendees were added', async () => {
    account.sandbox.faults.add({ fault: 'expireToken', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    const failure = await failureOf(
      account.adapter.createAppointment(account.contextOf(dana), meeting, { idempotencyKey: 'one' }),
    );
    expect(failure.code).toBe('partial_write');
    expect(failure.message).toContain('Olivia Hart and Grace Ellison');
    expect(failure.details.upstream).toMatchObject({ status: 401 });
  });

  it('refers to the first contact of every kind, and changes the references with the contacts', async () => {
    const context = account.contextOf(dana);
    const { appointmentId } = await account.adapter.createAppointment(context, meeting, {
      idempotencyKey: 'one',
    });
    const record = () => account.sandbox.state.records.Appointment.get(Number(appointmentId));
    expect(record()).toMatchObject({ candidateReference: 501, clientContactReference: 601 });
    const { appointment } = await account.adapter.updateAppointment(context, appointmentId, {
      contacts: [{ id: '602', type: 'ClientContact' }],
    });
    expect(record()).toMatchObject({ candidateReference: null, clientContactReference: 602 });
    expect(appointment).toMatchObject({ contactId: '602', contactType: 'Contact', attendeeIds: ['602'] });
  });

  it('invites a CorporateUser', async () => {
    const { appointment } = await account.adapter.createAppointment(
      account.contextOf(dana),
      { ...meeting, contacts: [{ id: '12', type: 'CorporateUser' }] },
      { idempotencyKey: 'one' },
    );
    expect(appointment.attendees).toEqual([
      expect.objectContaining({ id: '12', type: 'CorporateUser', status: 'no_response' }),
    ]);
  });

  it('sends no empty update for changed contacts', async () => {
    const id = account.hold({ candidateReference: 501 }, [501]);
    await account.adapter.updateAppointment(account.contextOf(dana), id, {
      contacts: [
        { id: '501', type: 'Candidate' },
        { id: '502', type: 'Candidate' },
      ],
    });
    expect(account.calls().filter((call) => call.startsWith('POST /entity'))).toEqual([]);
  });

  it('keeps the start when only the duration is given, and the duration when only the start is', async () => {
    const id = account.hold({ startUtc: '2026-07-20T22:00:00Z', minutes: 30 });
    const context = account.contextOf(dana);
    const longer = await account.adapter.updateAppointment(context, id, { durationMinutes: 60 });
    expect(longer.appointment).toMatchObject({
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      durationMinutes: 60,
    });
    const later = await account.adapter.updateAppointment(context, id, {
      startTimeUtc: '2026-07-21T01:00:00.000Z',
    });
    expect(later.appointment).toMatchObject({
      startTimeUtc: '2026-07-21T01:00:00.000Z',
      durationMinutes: 60,
    });
  });

  it('moves no time and touches no attendee when only the title was edited', async () => {
    const id = account.hold({ candidateReference: 501 }, [501, 601]);
    const [listed] = (await list()).appointments;
    account.calls();
    await account.adapter.updateAppointment(account.contextOf(dana), id, {
      ...asListed(listed),
      title: 'New',
    });
    expect(account.calls()).toEqual([
      'POST /query/AppointmentAttendee',
      `POST /entity/Appointment/${id}`,
      'POST /query/AppointmentAttendee',
    ]);
    expect(account.bodiesOf('POST', `/entity/Appointment/${id}`)).toEqual([{ subject: 'New' }]);
  });

  it('makes no second appointment when the answer to the first was lost', async () => {
    const context = account.contextOf(dana);
    account.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'PUT', path: '*/entity/Appointment' });
    const first = await account.adapter.createAppointment(context, meeting, { idempotencyKey: 'one' });
    const again = await account.adapter.createAppointment(context, meeting, { idempotencyKey: 'one' });
    expect(again.appointment).toEqual(first.appointment);
    expect(first.appointment.attendeeIds).toEqual(['501', '601']);
    expect(account.sandbox.state.records.Appointment.size).toBe(1);
  });

  it('refuses a start that is none, instead of taking the next half hour', async () => {
    const context = account.contextOf(dana);
    const input = { ...meeting, startTimeUtc: 'tomorrow at three' };
    const failure = await failureOf(
      account.adapter.createAppointment(context, input, { idempotencyKey: 'one' }),
    );
    expect(failure).toMatchObject({
      code: 'invalid_request',
      details: { issues: [{ path: 'startTimeUtc' }] },
    });
    expect(account.calls()).toEqual([]);
  });

  it('fills the fields that strict tenants want', async () => {
    await account.close();
    account = await startBullhornAccount({
      switches: { requiredOnCreate: 'documented', emptyUpdate: 'refuse' },
    });
    const { appointmentId } = await account.adapter.createAppointment(account.contextOf(dana), meeting, {
      idempotencyKey: 'one',
    });
    expect(account.sandbox.state.records.Appointment.get(Number(appointmentId))).toMatchObject({
      type: 'Meeting',
      communicationMethod: 'Phone',
      notificationMinutes: 0,
    });
  });

  it('deletes the invitees’ copies with a cancelled appointment', async () => {
    const id = account.hold({}, [12]);
    const copyId = account.hold({ owner: 12, parentAppointment: Number(id) });
    const { appointment } = await account.adapter.cancelAppointment(account.contextOf(dana), id);
    expect(appointment).toMatchObject({ id, status: 'cancelled', attendeeIds: ['12'] });
    const { Appointment } = account.sandbox.state.records;
    expect([id, copyId].map((one) => Appointment.get(Number(one))?.['isDeleted'])).toEqual([true, true]);
  });
});

describe('Failures, where App Connect’s connector for Bullhorn hides them', () => {
  it.each([
    ['429', 'rate_limited'],
    ['500', 'upstream_unavailable'],
    ['expireToken', 'unauthenticated'],
    ['okWithErrorBody', 'upstream_invalid'],
    ['truncatedJson', 'upstream_invalid'],
  ] as const)('tells a list that fails with %s as %s', async (fault, code) => {
    account.sandbox.faults.add({ fault, path: '*/query/Appointment' });
    expect((await failureOf(list())).code).toBe(code);
  });

  it.each([
    ['refresh', async (id: string) => account.adapter.getAppointment(account.contextOf(dana), id)],
    ['cancel', async (id: string) => account.adapter.cancelAppointment(account.contextOf(dana), id)],
    [
      'update',
      async (id: string) => account.adapter.updateAppointment(account.contextOf(dana), id, { title: 'x' }),
    ],
    [
      'create',
      async () =>
        account.adapter.createAppointment(account.contextOf(dana), meeting, { idempotencyKey: 'one' }),
    ],
    ['search', async () => account.adapter.findContacts(account.contextOf(dana), 'Grace')],
  ] as const)(
    'tells a rate limit and an ended session during %s as what they are',
    async (_name, operate) => {
      const id = account.hold({}, [501]);
      account.sandbox.faults.add({ fault: '429', path: '*', times: 'always' });
      expect(await failureOf(operate(id))).toMatchObject({ name: 'AppointmentError', code: 'rate_limited' });
      account.sandbox.faults.clear();
      account.sandbox.faults.add({ fault: 'expireToken', path: '*' });
      expect(await failureOf(operate(id))).toMatchObject({
        name: 'AppointmentError',
        code: 'unauthenticated',
      });
    },
  );

  it('sends the token in its header only, never in a URL', async () => {
    await list();
    const entries = account.sandbox.journal.entries();
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.flatMap(({ queryKeys }) => queryKeys)).not.toContain('BhRestToken');
    expect(entries.flatMap(({ queryKeys }) => queryKeys)).not.toContain('access_token');
  });

  it('says to wait a second where Bullhorn only says 429', async () => {
    account.sandbox.faults.add({ fault: '429', path: '*/query/Appointment' });
    expect((await failureOf(list())).details.retryAfterMs).toBe(1000);
  });

  it('refuses an id that is another record’s path before anything is sent', async () => {
    const failure = await failureOf(
      account.adapter.cancelAppointment(account.contextOf(dana), '../Candidate/55'),
    );
    expect(failure.code).toBe('invalid_request');
    expect(account.calls()).toEqual([]);
  });

  it('lets no name alter the search', async () => {
    const all = await account.adapter.findContacts(account.contextOf(dana), 'x" OR isDeleted:true OR name:"');
    expect(all.contacts).toEqual([]);
  });
});
