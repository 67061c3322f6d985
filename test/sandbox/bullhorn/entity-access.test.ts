import type { Entitlements } from '../../../sandbox/bullhorn/bullhorn-state';
import { addAppointment, addAttendee } from '../../../sandbox/bullhorn/seed/add-appointments';
import {
  dana,
  jonas,
  nowMs,
  priya,
  startBullhorn,
  type Answer,
  type RunningBullhorn,
} from './running-bullhorn';

describe('Entitlements', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  const add = (owner: number, isPrivate = false): number =>
    addAppointment(bullhorn.sandbox.state, {
      subject: 'Secret',
      dateBegin: nowMs,
      dateEnd: nowMs + 1,
      owner,
      isPrivate,
    }).id;
  const read = (id: number, token: string): Promise<Answer> =>
    bullhorn.call(`entity/Appointment/${id}?fields=subject,owner(id)`, { token });
  const entitle = (id: number, changes: Entitlements): void => {
    const { users } = bullhorn.sandbox.state;
    const user = users.get(id);
    if (user !== undefined) users.set(id, { ...user, entitlements: { ...user.entitlements, ...changes } });
  };

  it('are listed with what they imply', async () => {
    const answer = await bullhorn.call('entitlements/Appointment', { token: jonas.token });
    expect(JSON.parse(answer.text)).toEqual(['CREATE', 'READ', 'UPDATE', 'DELETE', 'READ_DEPARTMENT']);
    const danas = JSON.parse((await bullhorn.call('entitlements/Appointment')).text);
    expect(danas).toEqual(expect.arrayContaining(['READ_CORPORATE', 'UPDATE_DEPARTMENT']));
    expect(JSON.parse((await bullhorn.call('entitlements')).text)).toContainEqual({
      entity: 'Appointment',
      entitlementURL: `${bullhorn.restUrl}entitlements/Appointment`,
    });
  });

  it('reach one’s own appointments, those one is invited to, or everybody’s', async () => {
    const [danas, invited, own] = [add(dana.id), add(dana.id), add(jonas.id)];
    addAttendee(bullhorn.sandbox.state, { appointment: invited, attendee: jonas.id, acceptanceStatus: null });
    expect((await read(own, jonas.token)).status).toBe(200);
    expect((await read(invited, jonas.token)).status).toBe(200);
    expect((await read(danas, jonas.token)).status).toBe(404);
    expect((await read(own, dana.token)).status).toBe(200);
  });

  it('reach the own department', async () => {
    const { users } = bullhorn.sandbox.state;
    const user = users.get(priya.id);
    if (user === undefined) throw new Error('Priya is not there.');
    users.set(priya.id, { ...user, department: 'London' });
    const id = add(priya.id);
    expect((await read(id, jonas.token)).status).toBe(200);
    const update = { method: 'POST', json: { subject: 'x' }, token: jonas.token };
    expect((await bullhorn.call(`entity/Appointment/${id}`, update)).status).toBe(400);
  });

  it('refuse a whole operation in the shape of a permission error, with the status of the switch', async () => {
    const id = add(jonas.id);
    entitle(jonas.id, { Appointment: ['READ'], Lead: [] });
    const attempts = [
      { path: 'entity/Appointment', options: { method: 'PUT', json: { subject: 'x' } } },
      { path: `entity/Appointment/${id}`, options: { method: 'POST', json: { subject: 'x' } } },
      { path: `entity/Appointment/${id}`, options: { method: 'DELETE' } },
      { path: 'search/Lead?query=id:1&fields=id', options: {} },
    ];
    for (const { path, options } of attempts) {
      const refused = await bullhorn.call(path, { ...options, token: jonas.token });
      expect([refused.status, refused.body]).toEqual([
        400,
        {
          errorMessage: expect.stringContaining('You do not have permission'),
          errors: [],
          entityName: expect.stringContaining('Failed'),
        },
      ]);
    }
    bullhorn.sandbox.setSwitches({ entitlementErrorStatus: 403 });
    expect(
      (await bullhorn.call('entity/Appointment/1', { method: 'DELETE', token: jonas.token })).status,
    ).toBe(403);
  });

  it('keep private appointments from others, or only their details', async () => {
    const id = add(jonas.id, true);
    const where = { fields: 'subject', where: `id=${id}` };
    expect((await read(id, jonas.token)).status).toBe(200);
    expect((await read(id, dana.token)).status).toBe(404);
    expect((await bullhorn.call('query/Appointment', { query: where })).rows).toEqual([]);
    bullhorn.sandbox.setSwitches({ privateAppointments: 'masked' });
    expect((await bullhorn.call('query/Appointment', { query: where })).rows).toEqual([{ id, subject: '' }]);
    entitle(dana.id, { Appointment: ['READ_CORPORATE', 'READ_PRIVATE'] });
    expect((await read(id, dana.token)).record['subject']).toBe('Secret');
  });
});
