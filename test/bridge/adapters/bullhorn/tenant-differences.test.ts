/** The operations on tenants that differ in what nobody could verify about Bullhorn: each switch of the sandbox, turned. */
import type { BullhornSwitches } from '../../../../sandbox/bullhorn/switches';
import { dana, failureOf, meeting, startBullhornAccount, type BullhornAccount } from './bullhorn-account';

let account: BullhornAccount | undefined;

afterEach(() => account?.close());

const start = async (...parameters: Parameters<typeof startBullhornAccount>): Promise<BullhornAccount> =>
  (account = await startBullhornAccount(...parameters));

const differences: readonly Partial<BullhornSwitches>[] = [
  { appointmentParticipants: 'guests' },
  { unknownFieldStatus: 404 },
  { wideSelectionCap: 200 },
  { queryHidesDeleted: true },
  { textComparison: 'exact' },
  { personSubtype: 'always' },
  { personSubtype: 'not-selectable' },
  { personSubtype: 'not-selectable', unknownFieldStatus: 404 },
  { requiredOnCreate: 'documented', emptyUpdate: 'refuse' },
  { ownerOnWrite: 'refuse', readOnlyOnWrite: 'refuse' },
  { duplicateAttendee: 'refuse' },
  { inviteeCopies: 'created', deleteWithChildren: 'refuse-both' },
  { rateLimitHeaders: 'x-ratelimit' },
];

describe.each(differences)('On a tenant with %j', (switches) => {
  it('creates, lists, changes and cancels', async () => {
    const { adapter, contextOf } = await start({ switches });
    const context = contextOf(dana);
    const contacts = [...meeting.contacts, { id: '12', type: 'CorporateUser' }];
    const { appointmentId } = await adapter.createAppointment(
      context,
      { ...meeting, contacts },
      { idempotencyKey: 'one' },
    );
    const list = async () => (await adapter.listAppointments(context, {})).appointments;
    const [listed] = await list();
    expect(listed?.attendees.map(({ name }) => name)).toEqual([
      'Olivia Hart',
      'Grace Ellison',
      'Jonas Brückner',
    ]);
    expect(listed?.attendees.slice(0, 2).map(({ type }) => type)).toEqual(['Candidate', 'Contact']);
    expect(await adapter.getAppointment(context, appointmentId)).toEqual(listed);

    const changed = await adapter.updateAppointment(context, appointmentId, {
      title: 'Second interview',
      contacts: [{ id: '601', type: 'Contact' }],
    });
    expect(changed.warning).toBeUndefined();
    expect(await list()).toEqual([changed.appointment]);

    const { appointment } = await adapter.cancelAppointment(context, appointmentId);
    expect(appointment.status).toBe('cancelled');
    expect(await list()).toEqual([]);
  });
});

describe('A field that a tenant refuses', () => {
  it('is asked for once only', async () => {
    const { adapter, contextOf, hold, calls } = await start({
      switches: { personSubtype: 'not-selectable' },
    });
    hold({ candidateReference: 501 }, [501]);
    const context = contextOf(dana);
    await adapter.listAppointments(context, {});
    expect(calls()).toHaveLength(3);
    const { appointments } = await adapter.listAppointments(context, {});
    expect(calls()).toHaveLength(2);
    expect(appointments[0]?.attendees[0]).toMatchObject({ name: 'Olivia Hart', type: 'Candidate' });
  });
});

describe('A Lead', () => {
  const withLead = { ...meeting, contacts: [{ id: '701', type: 'Lead', name: 'Peter Novák' }] };

  it('whom the tenant does not take as an attendee is the one the appointment refers to, and shown as invited', async () => {
    const { adapter, contextOf } = await start({ switches: { leadAsAttendee: 'refuse' } });
    const context = contextOf(dana);
    const { appointment } = await adapter.createAppointment(context, withLead, { idempotencyKey: 'one' });
    expect(appointment).toMatchObject({ contactId: '701', contactType: 'Lead', attendeeIds: ['701'] });
    const again = await adapter.createAppointment(context, withLead, { idempotencyKey: 'one' });
    expect(again.appointmentId).toBe(appointment.id);
  });

  it('who is a second one, and refused, is told', async () => {
    const { adapter, contextOf } = await start({ switches: { leadAsAttendee: 'refuse' } });
    const contacts = [...withLead.contacts, { id: '702', type: 'Lead', name: 'Second Lead' }];
    const failure = await failureOf(
      adapter.createAppointment(contextOf(dana), { ...withLead, contacts }, { idempotencyKey: 'one' }),
    );
    expect(failure.code).toBe('partial_write');
    expect(failure.message).toContain('Second Lead could not be added');
    expect(failure.details.appointment).toMatchObject({ contactId: '701', attendeeIds: ['701'] });
  });

  it('is only told where the settings insist on attendees', async () => {
    const { adapter, contextOf } = await start({
      switches: { leadAsAttendee: 'refuse' },
      settings: { leadAttendees: 'link' },
    });
    const failure = await failureOf(
      adapter.createAppointment(contextOf(dana), withLead, { idempotencyKey: 'one' }),
    );
    expect(failure.code).toBe('partial_write');
    expect(failure.message).toContain('Peter Novák could not be added');
    expect(failure.details.appointment).toMatchObject({
      contactId: '701',
      contactType: 'Lead',
      attendeeIds: [],
    });
  });

  it('is the appointment’s lead, and no attendee, where the settings say so', async () => {
    const { adapter, contextOf, hold } = await start({
      switches: { leadAsAttendee: 'refuse' },
      settings: { leadAttendees: 'reference' },
    });
    const context = contextOf(dana);
    const { appointment } = await adapter.createAppointment(context, withLead, { idempotencyKey: 'one' });
    expect(appointment.attendees).toEqual([{ id: '701', name: 'Peter Novák', type: 'Lead' }]);
    const id = hold({}, [501]);
    const contacts = [
      { id: '501', type: 'Candidate' },
      { id: '702', type: 'Lead' },
    ];
    const changed = await adapter.updateAppointment(context, id, { contacts });
    expect(changed.appointment.attendeeIds).toEqual(['501', '702']);
    const twoLeads = [...withLead.contacts, { id: '702', type: 'Lead' }];
    const failure = await failureOf(adapter.updateAppointment(context, id, { contacts: twoLeads }));
    expect(failure.code).toBe('unsupported');
  });

  it('is an attendee where the tenant takes Leads', async () => {
    const { adapter, contextOf } = await start({ switches: { leadAsAttendee: 'accept' } });
    const { appointment } = await adapter.createAppointment(contextOf(dana), withLead, {
      idempotencyKey: 'one',
    });
    expect(appointment.attendeeIds).toEqual(['701']);
  });
});

describe('An invited user', () => {
  it('finds an appointment without a copy where the settings say that there are none', async () => {
    const { adapter, contextOf, hold } = await start({ settings: { inviteesHaveCopies: false } });
    const id = hold({}, [12]);
    const jonas = contextOf({ id: '12', token: dana.token });
    const { appointments } = await adapter.listAppointments(jonas, {});
    expect(appointments.map((one) => one.id)).toEqual([id]);
  });

  it.each([
    ['no copies', { inviteeCopies: 'none' }, { inviteesHaveCopies: false }],
    ['copies', { inviteeCopies: 'created' }, { inviteesHaveCopies: true }],
  ] as const)('finds it among those of one contact too, with %s', async (_what, switches, settings) => {
    const { adapter, contextOf } = await start({ switches, settings });
    const contacts = [
      { id: '501', type: 'Candidate' },
      { id: '12', type: 'CorporateUser' },
    ];
    const terms = { idempotencyKey: 'one' };
    const made = await adapter.createAppointment(contextOf(dana), { ...meeting, contacts }, terms);
    const jonas = contextOf({ id: '12', token: dana.token });
    const of = async (contactId: string) =>
      (await adapter.listAppointments(jonas, { contactId })).appointments.map(({ id }) => id);
    expect(await of('501')).toEqual([made.appointmentId]);
    expect(await of('507')).toEqual([]);
  });
});

describe('The owner of a new appointment', () => {
  it('is the named user where the settings say so', async () => {
    const { adapter, contextOf } = await start({ settings: { ownerOnCreate: 'named' } });
    const context = contextOf({ id: '12', token: dana.token });
    const { appointment } = await adapter.createAppointment(context, meeting, { idempotencyKey: 'one' });
    expect(appointment.organizer).toEqual({ id: '12', name: 'Jonas Brückner' });
  });
});
