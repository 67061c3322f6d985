import { seededCalendarIds } from '../../../../sandbox/clio/seed/seed-firm';
import { ananya, daniel, openClio, type ClioClient } from '../clio-client';

const { firm, maria, ananya: ananyaCalendar, daniel: danielCalendar, room } = seededCalendarIds;

describe('the list of calendars', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  const ids = async (query: string, as?: string): Promise<unknown[]> =>
    (await clio.list(`calendars.json?${query}`, as === undefined ? {} : { as })).data.map((row) => row['id']);

  it('shows each user the calendars there is a permission for', async () => {
    const path = 'calendars.json?fields=id,type,permission';
    expect((await clio.list(path, { as: ananya })).data).toEqual([
      { id: firm, type: 'AccountCalendar', permission: 'editor' },
      { id: maria, type: 'UserCalendar', permission: 'limited_viewer' },
      { id: ananyaCalendar, type: 'UserCalendar', permission: 'owner' },
      { id: room, type: 'AdhocCalendar', permission: 'viewer' },
    ]);
    clio.sandbox.setSwitches({ calendarsWithoutPermission: 'listed' });
    const { data } = await clio.list(path, { as: ananya });
    expect(data).toContainEqual({ id: danielCalendar, type: 'UserCalendar', permission: 'none' });
  });

  it('filters by owner, writeable, visible and type', async () => {
    expect(await ids('owner=true')).toEqual([firm, maria, room]);
    expect(await ids('owner=true&type=UserCalendar')).toEqual([maria]);
    expect(await ids('writeable=true')).toEqual([firm, maria, ananyaCalendar, room]);
    expect(await ids('writeable=false')).toEqual([danielCalendar]);
    expect(await ids('visible=true', daniel)).not.toContain(room);
    expect(await ids('visible=true&source=mobile', daniel)).toContain(room);
    expect(await ids(`ids[]=${firm}`)).toEqual([firm]);
  });

  it('orders by id or name, and the newest calendar is not the default one', async () => {
    expect(await ids('writeable=true&order=id(desc)&limit=1')).toEqual([room]);
    const names = (await clio.list('calendars?order=name(asc)&fields=name')).data.map((row) => row['name']);
    expect(names).toEqual([...names].sort());
    const backwards = await clio.listAll('calendars?order=name(desc)&limit=2&fields=name');
    expect(backwards.map((row) => row['name'])).toEqual([...names].reverse());
  });

  it('refuses an order and a type that are not there', async () => {
    expect((await clio.ask('calendars.json?order=color(asc)')).status).toBe(400);
    expect((await clio.ask('calendars.json?type=Personal')).status).toBe(400);
  });
});
