import { addAppointment, addAttendee } from '../../../../sandbox/bullhorn/seed/add-appointments';
import { dana, nowMs, startBullhorn, type Answer, type RunningBullhorn } from '../running-bullhorn';

describe('fields', () => {
  let bullhorn: RunningBullhorn;
  let appointment: number;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => {
    bullhorn.sandbox.reset();
    const { state } = bullhorn.sandbox;
    appointment = addAppointment(state, {
      subject: 'Call',
      dateBegin: nowMs,
      dateEnd: nowMs + 1,
      owner: dana.id,
      candidateReference: 501,
      lead: 701,
    }).id;
    for (let person = 501; person <= 512; person += 1) {
      addAttendee(state, { appointment, attendee: person, acceptanceStatus: person % 2 === 0 ? 1 : null });
    }
  });
  afterAll(() => bullhorn.close());

  const read = (fields: string): Promise<Answer> =>
    bullhorn.call(`entity/Appointment/${appointment}`, { query: { fields } });

  it('always has the id, and the default sub-fields of associations', async () => {
    const { record } = await read('subject, owner,candidateReference,lead,jobOrder,');
    expect(record).toEqual({
      id: appointment,
      subject: 'Call',
      owner: { id: dana.id, _subtype: 'CorporateUser' },
      candidateReference: { id: 501, firstName: 'Olivia', lastName: 'Hart' },
      lead: { id: 701 },
      jobOrder: null,
    });
  });

  it('has the sub-fields that are named, nested ones included', async () => {
    const { record } = await read('candidateReference(email,owner(firstName))');
    expect(record['candidateReference']).toEqual({
      email: 'olivia.hart@mail.example',
      owner: { firstName: 'Dana' },
    });
  });

  it('has five of a to-many association, as many as are asked for, and ten at most', async () => {
    const sizes = async (fields: string): Promise<unknown> => {
      const { attendees } = (await read(fields)).record;
      return attendees;
    };
    expect(await sizes('attendees')).toMatchObject({ total: 12, data: { length: 5 } });
    expect(await sizes('attendees[2](id)')).toMatchObject({ total: 12, data: { length: 2 } });
    expect(await sizes('attendees[12]')).toMatchObject({ total: 12, data: { length: 10 } });
    expect((await read('attendees[20]')).body['messages']).toHaveLength(1);
  });

  it('filters a to-many association', async () => {
    const { record } = await read('attendees[10](id,attendee(id)){acceptanceStatus=1 AND attendee.id>505}');
    expect(record['attendees']).toMatchObject({
      total: 4,
      data: [{ attendee: { id: 506 } }, { attendee: { id: 508 } }, { attendee: { id: 510 } }, {}],
    });
  });

  it('has guests in place of attendees where a switch says so', async () => {
    expect((await read('guests')).status).toBe(400);
    bullhorn.sandbox.setSwitches({ appointmentParticipants: 'guests' });
    expect((await read('attendees')).status).toBe(400);
    const { record } = await read('guests[1]');
    expect(record['guests']).toEqual({ total: 12, data: [{ id: 501, _subtype: 'Candidate' }] });
  });

  it('shows _subtype of a person as the switch has it', async () => {
    const attendee = async (sub: string): Promise<unknown> => {
      const where = `appointment.id=${appointment}`;
      const fields = `attendee${sub}`;
      const answer = await bullhorn.call('query/AppointmentAttendee', {
        query: { where, fields, count: '1' },
      });
      return answer.rows[0]?.['attendee'] ?? answer.status;
    };
    expect(await attendee('')).toEqual({ id: 501, _subtype: 'Candidate' });
    expect(await attendee('(id)')).toEqual({ id: 501 });
    expect(await attendee('(id,_subtype)')).toEqual({ id: 501, _subtype: 'Candidate' });
    bullhorn.sandbox.setSwitches({ personSubtype: 'always' });
    expect(await attendee('(id)')).toEqual({ id: 501, _subtype: 'Candidate' });
    bullhorn.sandbox.setSwitches({ personSubtype: 'not-selectable' });
    expect(await attendee('(id,_subtype)')).toBe(400);
    expect(await attendee('')).toEqual({ id: 501, _subtype: 'Candidate' });
  });

  it.each([
    ['the star', '*'],
    ['a to-many field that is not at the top', 'parentAppointment(attendees)'],
    ['a count on a to-one field', 'owner[2]'],
    ['sub-fields of a scalar', 'subject(id)'],
    ['a list that is not closed', 'owner(id'],
    ['a dot', 'owner.id'],
    ['a bracket too many', 'id)'],
    ['an unknown sub-field', 'owner(colour)'],
  ])('refuses %s', async (_what, fields) => {
    expect((await read(fields)).status).toBe(400);
  });

  it('has null sub-fields where the user may not read the other entity', async () => {
    const { users } = bullhorn.sandbox.state;
    const user = users.get(dana.id);
    if (user === undefined) throw new Error('Dana is not there.');
    users.set(dana.id, { ...user, entitlements: { ...user.entitlements, Candidate: [] } });
    const { record } = await read('candidateReference,attendees[1](attendee(firstName))');
    expect(record['candidateReference']).toEqual({ id: 501, firstName: null, lastName: null });
    expect(record['attendees']).toMatchObject({ data: [{ attendee: { firstName: null } }] });
  });
});
