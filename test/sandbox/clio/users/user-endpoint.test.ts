import { seededCalendarIds } from '../../../../sandbox/clio/seed/seed-firm';
import { daniel, errorOf, openClio, type ClioClient } from '../clio-client';

describe('who_am_i', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  it('names the default calendar and the zone of the user', async () => {
    expect(
      await clio.show('users/who_am_i.json?fields=id,name,default_calendar_id,time_zone', { as: daniel }),
    ).toEqual({
      id: 358002,
      name: 'Daniel Okafor',
      default_calendar_id: seededCalendarIds.daniel,
      time_zone: 'Europe/London',
    });
    clio.sandbox.setSwitches({ timeZoneNames: 'rails' });
    expect(await clio.show('users/who_am_i.json?fields=time_zone')).toEqual({
      time_zone: 'Pacific Time (US & Canada)',
    });
  });

  it('is 403 without the Users permission, of the app or of one user', async () => {
    const { users } = clio.sandbox.state;
    const user = users.get(358002);
    if (user !== undefined) users.set(user.id, { ...user, access: { ...user.access, users: 'none' } });
    expect((await clio.ask('users/who_am_i.json', { as: daniel })).status).toBe(403);
    expect((await clio.ask('users/who_am_i.json')).status).toBe(200);
    clio.sandbox.setSwitches({ usersPermission: 'withheld' });
    expect(errorOf(await clio.ask('users/who_am_i.json'))).toMatchObject({
      status: 403,
      type: 'ForbiddenError',
    });
    expect((await clio.ask('calendars.json')).status).toBe(200);
  });
});
