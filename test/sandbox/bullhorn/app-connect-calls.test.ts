import { addAppointments, addAttendee } from '../../../sandbox/bullhorn/seed/add-appointments';
import { dana, nowMs, startBullhorn, type RunningBullhorn } from './running-bullhorn';

/** The calls of App Connect's connector (src/connectors/bullhorn/index.ts), as it makes them. */
const listFields =
  'id,subject,description,dateBegin,dateEnd,isDeleted,candidateReference,clientContactReference,lead';
const dayMs = 86_400_000;

describe('App Connect’s own calls', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  const list = (fromMs: number, toMs: number) =>
    bullhorn.call('query/Appointment', {
      query: {
        fields: listFields,
        where: `isDeleted=false AND owner.id=${dana.id} AND dateBegin>=${fromMs} AND dateBegin<=${toMs}`,
        start: '0',
        count: '20',
        orderBy: 'dateBegin',
      },
    });

  it('list 20 of many and miss what is running already', async () => {
    const listed = await list(nowMs - 30 * dayMs, nowMs + 90 * dayMs);
    expect(listed.rows).toHaveLength(20);
    expect(listed.rows[0]).not.toHaveProperty('parentAppointment');
    const today = await list(nowMs, nowMs + dayMs);
    const running = await bullhorn.call('query/Appointment', {
      query: {
        fields: 'subject',
        where: `isDeleted=false AND owner.id=${dana.id} AND dateBegin<${nowMs} AND dateEnd>${nowMs}`,
      },
    });
    expect(running.rows).toContainEqual(expect.objectContaining({ subject: 'Recruiting conference' }));
    expect(today.rows).not.toContainEqual(expect.objectContaining({ subject: 'Recruiting conference' }));
  });

  it('get attendees without names, with whole numbers as their answers, and 500 at most', async () => {
    const { state } = bullhorn.sandbox;
    const ids = addAppointments(state, { owner: dana.id, count: 20, firstBeginMs: nowMs });
    for (const appointment of ids) {
      for (let copy = 0; copy < 30; copy += 1) {
        addAttendee(state, { appointment, attendee: 501 + (copy % 15), acceptanceStatus: 1 });
      }
    }
    const attendees = await bullhorn.call('query/AppointmentAttendee', {
      query: {
        fields: 'id,appointment(id),attendee(id),acceptanceStatus',
        where: `appointment.id IN (${ids.join(',')})`,
        start: '0',
        count: '2000',
      },
    });
    expect(attendees.body['count']).toBe(500);
    expect(attendees.rows[0]).toEqual({
      id: expect.any(Number),
      appointment: { id: ids[0] },
      attendee: { id: 501 },
      acceptanceStatus: 1,
    });
  });

  it('create, link, cancel and refresh', async () => {
    const created = await bullhorn.call('entity/Appointment', {
      method: 'PUT',
      json: {
        dateBegin: nowMs,
        dateEnd: nowMs + dayMs,
        description: '',
        isPrivate: false,
        subject: 'Intro',
        isDeleted: false,
        lead: { id: 701 },
      },
    });
    const id = Number(created.body['changedEntityId']);
    const link = { appointment: { id }, attendee: { id: 501 } };
    const linked = await bullhorn.call('entity/AppointmentAttendee', { method: 'PUT', json: link });
    expect(linked.status).toBe(200);
    await bullhorn.call(`entity/Appointment/${id}`, { method: 'POST', json: { isDeleted: true } });
    const refreshed = await bullhorn.call(`entity/Appointment/${id}?fields=${listFields},attendees`);
    expect(refreshed.record).toMatchObject({
      isDeleted: true,
      lead: { id: 701 },
      attendees: { total: 1, data: [{ id: Number(linked.body['changedEntityId']) }] },
    });
  });

  it('search people with the name left unescaped, as an intruder would have it', async () => {
    const name = 'x" OR isDeleted:false OR name:"';
    const search = (query: string) =>
      bullhorn.call('search/Candidate?fields=id,name,email,phone', { method: 'POST', json: { query } });
    expect((await search('(name:"Olivia") OR (firstName:Olivia)')).rows).toHaveLength(1);
    expect((await search(`(name:"${name}y")`)).rows).toHaveLength(15);
  });
});
