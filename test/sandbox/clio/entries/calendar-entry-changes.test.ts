import { seededCalendarIds } from '../../../../sandbox/clio/seed/seed-firm';
import { ananya, daniel, dataOf, errorOf, openClio, type ClioClient, type Reply } from '../clio-client';

const contactId = 2_413_234_006;
const otherContactId = 2_413_234_007;
const fields =
  'fields=id,etag,summary,start_at,end_at,location,attendees{id,type,name},external_properties{id,name,value}';
const talk = {
  summary: 'Talk',
  start_at: '2026-03-05T17:00:00Z',
  end_at: '2026-03-05T18:00:00Z',
  calendar_owner: { id: seededCalendarIds.maria },
} as const;

describe('writing calendar entries', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  const post = (data: object, as?: string): Promise<Reply> =>
    clio.ask(`calendar_entries.json?${fields}`, {
      method: 'POST',
      json: { data },
      ...(as === undefined ? {} : { as }),
    });
  const patch = (id: unknown, data: object, headers: Record<string, string> = {}): Promise<Reply> =>
    clio.ask(`calendar_entries/${String(id)}.json?${fields}`, { method: 'PATCH', json: { data }, headers });
  const created = async (data: object): Promise<string> => String(dataOf(await post(data))['id']);

  describe('a create', () => {
    it('answers 201 with the fields asked for, in the zone of the user', async () => {
      const reply = await post({ ...talk, attendees: [{ id: contactId, type: 'Contact' }] });
      expect(reply.status).toBe(201);
      expect(dataOf(reply)).toMatchObject({
        summary: 'Talk',
        start_at: '2026-03-05T09:00:00-08:00',
        attendees: [{ id: contactId, type: 'Contact', name: 'Layla Haddad' }],
      });
      expect(reply.headers.get('etag')).toBe(dataOf(reply)['etag']);
    });

    it('discards keys it does not know, calendar_id among them', async () => {
      expect((await post({ ...talk, status: 'confirmed', id: 7 })).status).toBe(201);
      const reply = await post({ ...talk, calendar_owner: undefined, calendar_id: seededCalendarIds.maria });
      expect(errorOf(reply)).toMatchObject({ status: 422, type: 'ArgumentError' });
      expect(errorOf(reply).message).toContain('calendar_owner');
    });

    it('without a required field is refused with the status of the switch, and repeats what was sent', async () => {
      clio.sandbox.setSwitches({ missingFieldStatus: 400 });
      const reply = await post({ summary: 'Privileged' });
      expect(errorOf(reply).status).toBe(400);
      expect(reply.body).toMatchObject({ error: { data: { summary: 'Privileged' } } });
      clio.sandbox.setSwitches({ errorEchoesData: false });
      expect(JSON.stringify((await post({ summary: 'Privileged' })).body)).not.toContain('Privileged');
    });

    it('needs editor permission, an end after the start, attendees who exist, and JSON', async () => {
      const onDaniels = { ...talk, calendar_owner: { id: seededCalendarIds.daniel } };
      expect((await post(onDaniels)).status).toBe(403);
      expect((await post(talk, daniel)).status).toBe(201);
      expect((await post(talk, ananya)).status).toBe(403);
      expect((await post({ ...talk, end_at: '2026-03-05T16:00:00Z' })).status).toBe(422);
      expect((await post({ ...talk, attendees: [{ id: 1, type: 'Contact' }] })).status).toBe(422);
      expect((await post({ ...talk, attendees: [{ id: 358002, type: 'User' }] })).status).toBe(422);
      const broken = await clio.ask('calendar_entries.json', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
      });
      expect(broken.status).toBe(400);
    });

    it('takes up to five external properties', async () => {
      const properties = Array.from({ length: 6 }, (_, index) => ({ name: `p${index}`, value: 'v' }));
      expect((await post({ ...talk, external_properties: properties.slice(1) })).status).toBe(201);
      expect((await post({ ...talk, external_properties: properties })).status).toBe(422);
    });

    it('pulls dates before 1900 to 1900', async () => {
      const reply = await post({ ...talk, start_at: '1850-01-01T00:00:00Z' });
      expect(String(dataOf(reply)['start_at'])).toMatch(/^1899-12-31|^1900-01-01/);
    });

    it('mails nobody unless told to, and then the contacts only', async () => {
      const attendees = [
        { id: contactId, type: 'Contact' },
        { id: seededCalendarIds.daniel, type: 'Calendar' },
      ];
      await post({ ...talk, attendees });
      await post({ ...talk, attendees, send_email_notification: true });
      expect(clio.sandbox.journal.entries().map(({ notes }) => notes['emails'])).toEqual([undefined, 1]);
    });
  });

  describe('an update', () => {
    it('leaves what is not named', async () => {
      const id = await created({ ...talk, location: 'Room 2' });
      const reply = await patch(id, { summary: 'Long talk' });
      expect(dataOf(reply)).toMatchObject({
        summary: 'Long talk',
        location: 'Room 2',
        start_at: '2026-03-05T09:00:00-08:00',
      });
      expect(dataOf(await patch(id, { location: null }))['location']).toBeNull();
    });

    it('takes attendees as operations: who is left out stays, _destroy takes away', async () => {
      const id = await created({ ...talk, attendees: [{ id: contactId, type: 'Contact' }] });
      const both = await patch(id, { attendees: [{ id: otherContactId, type: 'Contact' }] });
      expect(dataOf(both)['attendees']).toHaveLength(2);
      const one = await patch(id, { attendees: [{ id: contactId, type: 'Contact', _destroy: true }] });
      expect(dataOf(one)['attendees']).toMatchObject([{ id: otherContactId }]);
    });

    it('refuses to take away a calendar that is called a contact', async () => {
      const calendar = { id: seededCalendarIds.ananya, type: 'Calendar' };
      const id = await created({ ...talk, attendees: [calendar] });
      const wrong = await patch(id, { attendees: [{ ...calendar, type: 'Contact', _destroy: true }] });
      expect(wrong.status).toBe(422);
      expect((await patch(id, { attendees: [{ ...calendar, _destroy: true }] })).status).toBe(200);
    });

    it('that re-types a calendar adds the contact who happens to have that id', async () => {
      const id = await created({ ...talk, attendees: [{ id: seededCalendarIds.ananya, type: 'Calendar' }] });
      const reply = await patch(id, { attendees: [{ id: seededCalendarIds.ananya, type: 'Contact' }] });
      expect(dataOf(reply)['attendees']).toMatchObject([{ name: 'Ananya Rao' }, { name: 'Tomás Núñez' }]);
    });

    it('knows attendees by their rows when the switch says so', async () => {
      clio.sandbox.setSwitches({ attendeeId: 'row' });
      const reply = await post({ ...talk, attendees: [{ id: contactId, type: 'Contact' }] });
      const id = String(dataOf(reply)['id']);
      const [row] = [...clio.sandbox.state.calendarEntries.values()].flatMap(({ attendees }) => attendees);
      expect(dataOf(reply)['attendees']).toMatchObject([{ id: row?.rowId, type: 'Contact' }]);
      expect(
        (await patch(id, { attendees: [{ id: contactId, type: 'Contact', _destroy: true }] })).status,
      ).toBe(422);
      const gone = await patch(id, { attendees: [{ id: row?.rowId, type: 'Contact', _destroy: true }] });
      expect(dataOf(gone)['attendees']).toEqual([]);
    });

    it.each([
      ['noop', 200, 1],
      ['duplicate', 200, 2],
      ['refuse', 422, undefined],
    ] as const)('adding an attendee again with the switch %s', async (attendeeAddedAgain, status, count) => {
      const attendees = [{ id: contactId, type: 'Contact' }];
      const id = await created({ ...talk, attendees });
      clio.sandbox.setSwitches({ attendeeAddedAgain });
      const reply = await patch(id, { attendees });
      expect(reply.status).toBe(status);
      if (count !== undefined) expect(dataOf(reply)['attendees']).toHaveLength(count);
    });

    it('takes external properties as operations, with the limit on the result', async () => {
      const external = (names: string[]) => names.map((name) => ({ name, value: 'v' }));
      const reply = await post({ ...talk, external_properties: external(['a', 'b', 'c', 'd']) });
      const id = dataOf(reply)['id'];
      const [first] = [...clio.sandbox.state.calendarEntries.values()].flatMap(
        (each) => each.externalProperties,
      );
      expect((await patch(id, { external_properties: external(['e', 'f']) })).status).toBe(422);
      const changed = await patch(id, {
        external_properties: [{ id: first?.id, _destroy: true }, ...external(['e', 'f'])],
      });
      expect(dataOf(changed)['external_properties']).toMatchObject(
        ['b', 'c', 'd', 'e', 'f'].map((name) => ({ name })),
      );
    });

    it('with If-Match fails with 412 when somebody else was first', async () => {
      const reply = await post(talk);
      const { id, etag } = dataOf(reply);
      expect((await patch(id, { summary: 'Mine' }, { 'if-match': String(etag) })).status).toBe(200);
      expect((await patch(id, { summary: 'Too late' }, { 'if-match': String(etag) })).status).toBe(412);
      expect(await clio.show(`calendar_entries/${String(id)}.json?fields=summary`)).toEqual({
        summary: 'Mine',
      });
    });

    it('of an entry one can only view is 403, of one that is not there 404', async () => {
      const id = await created(talk);
      const path = `calendar_entries/${id}.json`;
      const json = { data: { summary: 'x' } };
      expect((await clio.ask(path, { method: 'PATCH', json, as: ananya })).status).toBe(403);
      expect((await patch(1, { summary: 'x' })).status).toBe(404);
    });
  });

  describe('a single read', () => {
    it('is 304 for whoever has this version', async () => {
      const { id, etag } = dataOf(await post(talk));
      const path = `calendar_entries/${String(id)}.json`;
      const first = await clio.ask(path);
      const modified = first.headers.get('last-modified') ?? '';
      expect((await clio.ask(path, { headers: { 'if-none-match': String(etag) } })).status).toBe(304);
      expect((await clio.ask(path, { headers: { 'if-modified-since': modified } })).status).toBe(304);
      clio.sandbox.clock.advance(2000);
      await patch(id, { summary: 'New' });
      expect((await clio.ask(path, { headers: { 'if-none-match': String(etag) } })).status).toBe(200);
      expect((await clio.ask(path, { headers: { 'if-modified-since': modified } })).status).toBe(200);
    });

    it('of an entry nobody shared is 404, or 403 by switch', async () => {
      const id = dataOf(await post({ ...talk, calendar_owner: { id: seededCalendarIds.daniel } }, daniel))[
        'id'
      ];
      const path = `calendar_entries/${String(id)}.json`;
      expect((await clio.ask(path, { as: ananya })).status).toBe(404);
      clio.sandbox.setSwitches({ hiddenEntryStatus: 403 });
      expect((await clio.ask(path, { as: ananya })).status).toBe(403);
    });
  });

  describe('a delete', () => {
    it('is 204 and for good', async () => {
      const id = await created(talk);
      const path = `calendar_entries/${id}.json`;
      expect((await clio.ask(path, { method: 'DELETE' })).status).toBe(204);
      expect((await clio.ask(path)).status).toBe(404);
      expect((await clio.ask(path, { method: 'DELETE' })).status).toBe(404);
      clio.sandbox.setSwitches({ deleteOfMissingStatus: 204 });
      expect((await clio.ask(path, { method: 'DELETE' })).status).toBe(204);
    });

    it('of an entry one can only view is 403', async () => {
      const id = await created(talk);
      expect((await clio.ask(`calendar_entries/${id}.json`, { method: 'DELETE', as: ananya })).status).toBe(
        403,
      );
    });
  });
});
