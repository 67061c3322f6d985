import {
  createEvent,
  errorDetails,
  eventsPath,
  readEvent,
  startAccount,
  type RunningAccount,
} from '../small-account';

describe('the attendee sublist in REST', () => {
  let account: RunningAccount;

  beforeEach(async () => {
    account = await startAccount();
  });

  afterEach(() => account.close());

  describe('attendees', () => {
    const attendee = (...ids: string[]): object => ({
      attendee: { items: ids.map((id) => ({ attendee: { id } })) },
    });
    const idsOf = (id: string): string[] =>
      account.sandbox.state.events.get(id)?.attendees.map(({ personId }) => personId) ?? [];

    it('include the organizer who creates, unless the switch says otherwise', async () => {
      expect(idsOf(await createEvent(account, attendee('5')))).toEqual(['1', '5']);
      account.sandbox.setSwitches({ createInvitesOrganizer: false });
      expect(idsOf(await createEvent(account, attendee('5')))).toEqual(['5']);
    });

    it('are a link until they are expanded', async () => {
      const id = await createEvent(account, attendee('5', '6', '7'));
      const href = `${account.baseUrl}${eventsPath}/${id}/attendee`;
      expect(await readEvent(account, id)).toHaveProperty('attendee', { links: [{ rel: 'self', href }] });
      expect(await readEvent(account, id, '?expandSubResources=true')).toMatchObject({
        attendee: {
          totalResults: 4,
          items: [
            { attendee: { id: '1', refName: 'Maya' }, response: { id: 'ACCEPTED' } },
            {
              attendee: { id: '5', refName: 'Zoë Lefèvre' },
              attendance: { id: 'REQUIRED', refName: 'Required' },
              response: { id: 'NO_RESPONSE', refName: 'No Response' },
            },
            { attendee: { id: '6' } },
            { attendee: { id: '7' } },
          ],
        },
      });
    });

    it('can be read as a sub-resource, line by line', async () => {
      const id = await createEvent(account, attendee('5'));
      const links = (await account.call('GET', `${eventsPath}/${id}/attendee`)).json;
      const line = { rel: 'self', href: `${account.baseUrl}${eventsPath}/${id}/attendee/2` };
      expect(links).toMatchObject({ totalResults: 2, items: [{}, { links: [line] }] });
      expect(await readEvent(account, id, '/attendee?expandSubResources=true')).toMatchObject({
        items: [{ attendee: { id: '1' } }, { attendee: { id: '5' } }],
      });
      expect(await readEvent(account, id, '/attendee/2')).toMatchObject({ attendee: { id: '5' } });
      expect((await account.call('GET', `${eventsPath}/${id}/attendee/3`)).status).toBe(404);
    });

    it('are merged by a PATCH: a known one changes, a new one is added', async () => {
      const id = await createEvent(account, attendee('5'));
      const items = [{ attendee: { id: '5' }, response: 'ACCEPTED' }, { attendee: { id: '6' } }];
      await account.call('PATCH', `${eventsPath}/${id}`, { body: { attendee: { items } } });
      expect(idsOf(id)).toEqual(['1', '5', '6']);
      expect(account.sandbox.state.events.get(id)?.attendees[1]?.response).toBe('ACCEPTED');
    });

    it('are appended by a PATCH when the switch says so', async () => {
      account.sandbox.setSwitches({ attendeePatch: 'append' });
      const id = await createEvent(account, attendee('5'));
      await account.call('PATCH', `${eventsPath}/${id}`, { body: attendee('5') });
      expect(idsOf(id)).toEqual(['1', '5', '5']);
    });

    it('are replaced with ?replace=attendee, and left alone by a PATCH without them', async () => {
      const id = await createEvent(account, attendee('5'));
      await account.call('PATCH', `${eventsPath}/${id}?replace=attendee`, { body: attendee('6', '7') });
      expect(idsOf(id)).toEqual(['6', '7']);
      await account.call('PATCH', `${eventsPath}/${id}?replace=attendee`, { body: { title: 'New' } });
      expect(idsOf(id)).toEqual(['6', '7']);
      const wrong = await account.call('PATCH', `${eventsPath}/${id}?replace=guests`, { body: {} });
      expect(wrong.json).toMatchObject(errorDetails('INVALID_REQUEST', { 'o:errorQueryParam': 'replace' }));
    });
  });
});
