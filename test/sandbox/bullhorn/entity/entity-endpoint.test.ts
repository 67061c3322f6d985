import type { EntityRecord } from '../../../../sandbox/bullhorn/bullhorn-state';
import { addAppointment, addAttendee } from '../../../../sandbox/bullhorn/seed/add-appointments';
import { dana, jonas, nowMs, startBullhorn, type Answer, type RunningBullhorn } from '../running-bullhorn';

const minuteMs = 60_000;

describe('entity', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  const put = (entity: string, json: unknown): Promise<Answer> =>
    bullhorn.call(`entity/${entity}`, { method: 'PUT', json });
  const post = (path: string, json: unknown): Promise<Answer> =>
    bullhorn.call(`entity/${path}`, { method: 'POST', json });
  const remove = (path: string): Promise<Answer> => bullhorn.call(`entity/${path}`, { method: 'DELETE' });
  const stored = (id: unknown): EntityRecord | undefined =>
    bullhorn.sandbox.state.records.Appointment.get(Number(id));
  const add = (changes: Record<string, string | number | boolean | null> = {}): number =>
    addAppointment(bullhorn.sandbox.state, {
      subject: 'Call',
      dateBegin: nowMs,
      dateEnd: nowMs + 1,
      owner: dana.id,
      ...changes,
    }).id;
  const problems = (answer: Answer): unknown => answer.body['errors'];

  describe('created', () => {
    it('answers with the envelope and the echo, and stores the defaults of the server', async () => {
      bullhorn.sandbox.clock.set(nowMs + minuteMs);
      const body = { subject: 'Intro', candidateReference: { id: 501 } };
      const created = await put('Appointment', body);
      const id = created.body['changedEntityId'];
      expect(created.body).toEqual({
        changedEntityType: 'Appointment',
        changedEntityId: expect.any(Number),
        changeType: 'INSERT',
        data: body,
      });
      expect(stored(id)).toMatchObject({
        candidateReference: 501,
        dateBegin: nowMs + 30 * minuteMs,
        dateEnd: nowMs + 45 * minuteMs,
        dateAdded: nowMs + minuteMs,
        dateLastModified: nowMs + minuteMs,
        description: '',
        location: '',
        isDeleted: false,
        owner: dana.id,
      });
    });

    it('begins a quarter of an hour before an end that is given', async () => {
      const { body } = await put('Appointment', { subject: 'Intro', dateEnd: nowMs });
      expect(stored(body['changedEntityId'])).toMatchObject({
        dateBegin: nowMs - 15 * minuteMs,
        dateEnd: nowMs,
      });
    });

    it('needs a subject, or as much as the switch says', async () => {
      const refused = await put('Appointment', {});
      expect(refused.status).toBe(400);
      expect(refused.body).toEqual({
        errorMessage: 'error persisting an entity of type: Appointment',
        entityName: 'Appointment',
        errors: [expect.objectContaining({ propertyName: 'subject', severity: 'ERROR' })],
      });
      bullhorn.sandbox.setSwitches({ requiredOnCreate: 'documented' });
      expect(problems(await put('Appointment', { subject: 'x' }))).toHaveLength(5);
      bullhorn.sandbox.setSwitches({ requiredOnCreate: 'none' });
      expect((await put('Appointment', {})).status).toBe(200);
    });

    it.each([
      ['an unknown field', { colour: 'red' }],
      ['a long subject', { subject: 'x'.repeat(101) }],
      ['a long location', { location: 'x'.repeat(101) }],
      ['a long type', { type: 'x'.repeat(31) }],
      ['a long communicationMethod', { communicationMethod: 'x'.repeat(31) }],
      ['a long appointmentUUID', { appointmentUUID: 'x'.repeat(301) }],
      ['an ISO date', { dateBegin: '2026-03-02T12:00:00Z' }],
      ['null for a timestamp', { dateBegin: null }],
      ['half a millisecond', { dateBegin: nowMs + 0.5 }],
      ['a string for a boolean', { isPrivate: 'false' }],
      ['a bare id', { candidateReference: 501 }],
      ['a candidate that does not exist', { candidateReference: { id: 999 } }],
      ['a candidate who is a contact', { candidateReference: { id: 601 } }],
      ['a to-many association', { attendees: [{ id: 1 }] }],
      ['a read-only field', { dateLastModified: nowMs }],
    ])('refuses %s and stores nothing', async (_what, changes) => {
      const before = bullhorn.sandbox.state.records.Appointment.size;
      const refused = await put('Appointment', { subject: 'x', ...changes });
      expect([refused.status, problems(refused)]).toEqual([
        400,
        [expect.objectContaining({ propertyName: Object.keys(changes)[0] })],
      ]);
      expect(bullhorn.sandbox.state.records.Appointment.size).toBe(before);
    });

    it('takes an owner, ignores or refuses one, as the switch says', async () => {
      const create = (): Promise<Answer> => put('Appointment', { subject: 'x', owner: { id: jonas.id } });
      expect(stored((await create()).body['changedEntityId'])?.owner).toBe(jonas.id);
      bullhorn.sandbox.setSwitches({ ownerOnWrite: 'ignore' });
      expect(stored((await create()).body['changedEntityId'])?.owner).toBe(dana.id);
      bullhorn.sandbox.setSwitches({ ownerOnWrite: 'refuse' });
      expect((await create()).status).toBe(400);
    });

    it('refuses a body that is no object or no JSON', async () => {
      expect((await put('Appointment', [])).status).toBe(400);
      const headers = { 'Content-Type': 'application/json' };
      const broken = await fetch(`${bullhorn.restUrl}entity/Appointment?BhRestToken=${dana.token}`, {
        method: 'PUT',
        headers,
        body: '{"subject"',
      });
      expect(broken.status).toBe(400);
    });
  });

  describe('an attendee', () => {
    const invite = (attendee: number, more: object = {}): Promise<Answer> =>
      put('AppointmentAttendee', { appointment: { id: appointment }, attendee: { id: attendee }, ...more });
    let appointment: number;
    beforeEach(() => {
      appointment = add();
    });

    it('is added and has not responded', async () => {
      const { body } = await invite(501, { attendee: { id: 501, _subtype: 'Candidate' } });
      const link = bullhorn.sandbox.state.records.AppointmentAttendee.get(Number(body['changedEntityId']));
      expect(link).toMatchObject({ appointment, attendee: 501, acceptanceStatus: 0 });
    });

    it('has a whole number as its acceptanceStatus', async () => {
      expect((await invite(501, { acceptanceStatus: 'Accepted' })).status).toBe(400);
      expect((await invite(501, { acceptanceStatus: 3 })).status).toBe(400);
      expect((await invite(501, { acceptanceStatus: -1 })).status).toBe(200);
    });

    it('needs an appointment and a person, and is no lead unless a switch says so', async () => {
      expect(problems(await put('AppointmentAttendee', {}))).toHaveLength(2);
      expect((await invite(701)).status).toBe(400);
      bullhorn.sandbox.setSwitches({ leadAsAttendee: 'accept' });
      expect((await invite(701)).status).toBe(200);
    });

    it('is there twice when invited twice, unless a switch refuses that', async () => {
      await invite(501);
      expect((await invite(501)).status).toBe(200);
      bullhorn.sandbox.setSwitches({ duplicateAttendee: 'refuse' });
      expect(problems(await invite(501))).toEqual([expect.objectContaining({ type: 'DUPLICATE_VALUE' })]);
    });

    it('answers an invitation, and is gone for good when deleted', async () => {
      const id = Number((await invite(501)).body['changedEntityId']);
      expect((await post(`AppointmentAttendee/${id}`, { acceptanceStatus: 1 })).status).toBe(200);
      const removed = await remove(`AppointmentAttendee/${id}`);
      expect(removed.body).toEqual({
        changedEntityType: 'AppointmentAttendee',
        changedEntityId: id,
        changeType: 'DELETE',
        data: {},
      });
      expect((await bullhorn.call(`entity/AppointmentAttendee/${id}?fields=id`)).status).toBe(404);
      expect((await remove(`AppointmentAttendee/${id}`)).status).toBe(404);
      expect(Number((await invite(501)).body['changedEntityId'])).toBeGreaterThan(id);
    });

    it('gets no copy of the appointment, unless a switch says so', async () => {
      const copies = (): EntityRecord[] =>
        [...bullhorn.sandbox.state.records.Appointment.values()].filter(
          ({ parentAppointment }) => parentAppointment === appointment,
        );
      await invite(jonas.id);
      expect(copies()).toEqual([]);
      bullhorn.sandbox.setSwitches({ inviteeCopies: 'created' });
      const link = (await invite(jonas.id)).body['changedEntityId'];
      await invite(501);
      expect(copies()).toMatchObject([{ owner: jonas.id, subject: 'Call', dateBegin: nowMs }]);
      await post(`Appointment/${appointment}`, { subject: 'Moved', dateBegin: nowMs + 1 });
      expect(copies()).toMatchObject([{ owner: jonas.id, subject: 'Moved', dateBegin: nowMs + 1 }]);
      await remove(`AppointmentAttendee/${String(link)}`);
      expect(copies()).toMatchObject([{ isDeleted: true }]);
    });
  });

  describe('updated', () => {
    it('changes what is sent and dateLastModified, nothing else', async () => {
      const id = add({ location: 'Here' });
      bullhorn.sandbox.clock.advance(5000);
      const updated = await post(`Appointment/${id}`, { id, subject: 'New' });
      expect(updated.body).toMatchObject({ changeType: 'UPDATE', changedEntityId: id });
      expect(stored(id)).toMatchObject({ subject: 'New', location: 'Here', dateLastModified: nowMs + 5000 });
    });

    it('can be with an empty body, unless a switch refuses that', async () => {
      const id = add();
      expect((await post(`Appointment/${id}`, {})).status).toBe(200);
      bullhorn.sandbox.setSwitches({ emptyUpdate: 'refuse' });
      expect((await post(`Appointment/${id}`, {})).status).toBe(400);
    });

    it('refuses read-only fields or ignores them, and never changes the id', async () => {
      const id = add();
      expect((await post(`Appointment/${id}`, { id: 77 })).status).toBe(400);
      bullhorn.sandbox.setSwitches({ readOnlyOnWrite: 'ignore' });
      expect((await post(`Appointment/${id}`, { id: 77, dateLastModified: 1 })).status).toBe(200);
      expect(stored(id)).toMatchObject({ id, dateLastModified: nowMs });
    });

    it('answers 404 for what is not there', async () => {
      expect((await post('Appointment/999999', { subject: 'x' })).status).toBe(404);
      expect((await post('Appointment/..%2FCandidate%2F501', { isDeleted: true })).status).toBe(404);
      expect((await post('Calendar/1', {})).status).toBe(404);
    });
  });

  describe('deleted', () => {
    it('is marked and stays readable', async () => {
      const id = add();
      expect((await remove(`Appointment/${id}`)).body).toMatchObject({ changeType: 'DELETE', data: {} });
      const { record } = await bullhorn.call(`entity/Appointment/${id}?fields=isDeleted`);
      expect(record).toEqual({ id, isDeleted: true });
    });

    it('goes children first', async () => {
      const parent = add();
      const child = add({ owner: jonas.id, parentAppointment: parent });
      expect((await remove(`Appointment/${parent}`)).status).toBe(400);
      expect((await post(`Appointment/${parent}`, { isDeleted: true })).status).toBe(200);
      bullhorn.sandbox.setSwitches({ deleteWithChildren: 'refuse-both' });
      expect((await post(`Appointment/${parent}`, { isDeleted: true })).status).toBe(400);
      expect((await remove(`Appointment/${child}`)).status).toBe(200);
      expect((await remove(`Appointment/${parent}`)).status).toBe(200);
    });

    it('is possible for people only as far as the documentation says', async () => {
      expect((await post('Candidate/501', { isDeleted: true })).status).toBe(200);
      expect((await remove('CorporateUser/12')).status).toBe(400);
    });
  });

  describe('read', () => {
    it('is one, or a list of those that are found', async () => {
      const [a, b] = [add(), add()];
      expect((await bullhorn.call(`entity/Appointment/${a}?fields=subject`)).record).toEqual({
        id: a,
        subject: 'Call',
      });
      const several = await bullhorn.call(`entity/Appointment/${a},999999,${b}?fields=id`);
      expect(several.body).toEqual({ data: [{ id: a }, { id: b }] });
      expect((await bullhorn.call('entity/Appointment/999998,999999?fields=id')).status).toBe(404);
      expect((await bullhorn.call('entity/Appointment/abc?fields=id')).status).toBe(404);
    });

    it('needs fields', async () => {
      expect((await bullhorn.call(`entity/Appointment/${add()}`)).status).toBe(400);
    });

    it('shows a to-many association in pages', async () => {
      const { state } = bullhorn.sandbox;
      const id = add();
      for (let person = 501; person <= 515; person += 1) {
        addAttendee(state, { appointment: id, attendee: person, acceptanceStatus: 0 });
      }
      const path = `entity/Appointment/${id}/attendees`;
      const page = await bullhorn.call(`${path}?fields=attendee(id)&start=10&count=3&orderBy=-attendee.id`);
      expect(page.rows).toMatchObject([
        { attendee: { id: 505 } },
        { attendee: { id: 504 } },
        { attendee: { id: 503 } },
      ]);
      expect((await bullhorn.call(`entity/Appointment/${id}/owner?fields=id`)).status).toBe(400);
    });

    it('leaves soft-deleted children out of the association', async () => {
      const parent = add();
      const child = add({ parentAppointment: parent });
      add({ parentAppointment: parent, isDeleted: true });
      const { record } = await bullhorn.call(`entity/Appointment/${parent}?fields=childAppointments`);
      expect(record['childAppointments']).toEqual({ total: 1, data: [{ id: child }] });
    });
  });
});
