import { addCalendarEntry } from '../../../../sandbox/clio/seed/add-calendar-entry';
import { seededCalendarIds } from '../../../../sandbox/clio/seed/seed-firm';
import { ananya, daniel, errorOf, mondayMorningMs, openClio, type ClioClient } from '../clio-client';

describe('the fields parameter', () => {
  let clio: ClioClient;
  let path: string;
  beforeAll(async () => {
    clio = await openClio();
    const [contactId = 0] = clio.sandbox.state.contacts.keys();
    const entry = addCalendarEntry(clio.sandbox.state, {
      calendarOwnerId: seededCalendarIds.maria,
      summary: 'Talk',
      schedule: { kind: 'timed', startAtMs: mondayMorningMs, endAtMs: mondayMorningMs + 60_000 },
      attendees: [
        { type: 'Contact', recordId: contactId },
        { type: 'Calendar', recordId: seededCalendarIds.daniel },
        { type: 'Calendar', recordId: seededCalendarIds.room },
      ],
    });
    path = `calendar_entries/${entry.id}.json`;
  });
  afterAll(() => clio.close());

  it('gives id and etag alone when it is left out; the id is a string, the etag has its quotes', async () => {
    const { id, etag, ...rest } = await clio.show(path);
    expect(path).toContain(String(id));
    expect(typeof id).toBe('string');
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(rest).toEqual({});
  });

  it('gives stubs of a nested resource that is named without braces', async () => {
    const { attendees, calendar_owner: owner } = await clio.show(`${path}?fields=attendees,calendar_owner`);
    expect(attendees).toEqual(Array(3).fill({ id: expect.any(Number), etag: expect.any(String) }));
    expect(owner).toEqual({ id: seededCalendarIds.maria, etag: expect.any(String) });
  });

  it('shows attendees as contact or calendar, with the mail address of the user behind a calendar', async () => {
    const { attendees } = await clio.show(`${path}?fields=id,attendees{id, type,name,email,enabled}`);
    expect(attendees).toEqual([
      {
        id: 2_413_234_001,
        type: 'Contact',
        name: 'Northgate Estates Ltd',
        email: 'office@northgate-estates.example',
        enabled: null,
      },
      {
        id: seededCalendarIds.daniel,
        type: 'Calendar',
        name: 'Daniel Okafor',
        email: 'daniel.okafor@keller-okafor.example',
        enabled: true,
      },
      { id: seededCalendarIds.room, type: 'Calendar', name: 'Conference room', email: null, enabled: null },
    ]);
  });

  it('shows times with the offset of whoever reads, and the zone the entry was entered in', async () => {
    const times = `${path}?fields=start_at,start_at_time_zone`;
    expect(await clio.show(times)).toEqual({
      start_at: '2026-03-02T10:00:00-08:00',
      start_at_time_zone: 'America/Los_Angeles',
    });
    expect((await clio.show(times, { as: daniel }))['start_at']).toBe('2026-03-02T18:00:00+00:00');
    expect((await clio.show(times, { as: ananya }))['start_at']).toBe('2026-03-02T23:30:00+05:30');
  });

  it.each([
    ['nonsense'],
    ['id,attendees{nonsense}'],
    ['attendees{id,calendar{id}}'],
    ['attendees{id'],
    ['id}'],
    ['id{etag}'],
  ])('answers 400 InvalidFields to %s', async (fields) => {
    const reply = await clio.ask(`${path}?fields=${encodeURIComponent(fields)}`);
    expect(errorOf(reply)).toMatchObject({ status: 400, type: 'InvalidFields' });
  });

  it('is checked before a create, which then creates nothing', async () => {
    const before = clio.sandbox.state.calendarEntries.size;
    const reply = await clio.ask('calendar_entries.json?fields=nonsense', {
      method: 'POST',
      json: {
        data: {
          summary: 'x',
          start_at: '2026-03-02T10:00:00Z',
          end_at: '2026-03-02T11:00:00Z',
          calendar_owner: { id: seededCalendarIds.maria },
        },
      },
    });
    expect([reply.status, clio.sandbox.state.calendarEntries.size]).toEqual([400, before]);
  });
});
