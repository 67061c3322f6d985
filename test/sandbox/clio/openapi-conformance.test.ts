import { seedMonth } from '../../../sandbox/clio/seed/seed-month';
import { ananya, daniel, maria, openClio, type ClioClient } from './clio-client';
import { allFieldsOf, openApiProblems } from './openapi-problems';

describe("replies compared with Clio's own OpenAPI", () => {
  let clio: ClioClient;
  beforeAll(async () => {
    clio = await openClio({ seed: seedMonth });
  });
  afterAll(() => clio.close());

  const lists = [
    ['calendar_entries.json?', 'CalendarEntry'],
    ['calendar_entries.json?expanded=true&', 'CalendarEntry'],
    ['calendars.json?', 'Calendar'],
    ['contacts.json?', 'Contact'],
  ] as const;

  it.each(lists)('GET %s has the shape of the schema with every field of it', async (path, resource) => {
    for (const token of [maria, daniel, ananya]) {
      const reply = await clio.ask(`${path}fields=${encodeURIComponent(allFieldsOf(resource))}`, {
        as: token,
      });
      expect(reply.status).toBe(200);
      expect(openApiProblems(reply.body, `${resource}_List`, ['$.meta'])).toEqual([]);
    }
  });

  it('a single record has the shape of its schema with every field of it', async () => {
    const [entryId] = clio.sandbox.state.calendarEntries.keys();
    const [contactId] = clio.sandbox.state.contacts.keys();
    const shows = [
      [`calendar_entries/${entryId}.json`, 'CalendarEntry'],
      [`contacts/${contactId}.json`, 'Contact'],
      ['calendars/9151702.json', 'Calendar'],
      ['users/who_am_i.json', 'User'],
    ] as const;
    for (const [path, resource] of shows) {
      const reply = await clio.ask(`${path}?fields=${encodeURIComponent(allFieldsOf(resource))}`);
      expect(reply.status).toBe(200);
      expect(openApiProblems(reply.body, `${resource}_Show`)).toEqual([]);
    }
  });

  it('an error has the shape of the schema Error, but for the data it repeats', async () => {
    const refused = await clio.ask('calendar_entries.json', {
      method: 'POST',
      json: { data: { summary: 'x' } },
    });
    expect(refused.status).toBe(422);
    expect(openApiProblems(refused.body, 'Error', ['$.error.data'])).toEqual([]);
    const missing = await clio.ask('contacts/1.json');
    expect(openApiProblems(missing.body, 'Error')).toEqual([]);
  });

  it('the comparison notices a wrong type, an unknown property and a missing one', () => {
    expect(openApiProblems({ data: [{ id: 1, nonsense: 2 }] }, 'CalendarEntry_List')).toEqual([
      '$.data[0].id is no string',
      '$.data[0].nonsense is unknown',
    ]);
    expect(openApiProblems({}, 'Error')).toEqual(['$.error is missing']);
  });
});
