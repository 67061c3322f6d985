import { addManyEntries } from '../../../sandbox/clio/seed/add-calendar-entry';
import { seededCalendarIds } from '../../../sandbox/clio/seed/seed-firm';
import { seedMonth } from '../../../sandbox/clio/seed/seed-month';
import { parseSwitchChanges } from '../../../sandbox/clio/switch-values';
import { defaultSwitches } from '../../../sandbox/clio/switches';
import { daniel, errorOf, mondayMorningMs, openClio, type ClioClient } from './clio-client';

describe('the local Clio', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  describe('tokens', () => {
    it('of another region, unknown or missing are 401', async () => {
      expect(errorOf(await clio.ask('calendars.json', { as: 'clio-eu-token-358001' }))).toMatchObject({
        status: 401,
        type: 'UnauthorizedError',
      });
      expect((await clio.ask('calendars.json', { headers: { authorization: 'Basic x' } })).status).toBe(401);
      const european = await openClio({ region: 'eu' });
      expect((await european.ask('calendars.json')).status).toBe(401);
      expect((await european.ask('calendars.json', { as: 'clio-eu-token-358001' })).status).toBe(200);
      await european.close();
    });

    it('that are refused can be refused in the words of OAuth', async () => {
      clio.sandbox.setSwitches({ unauthorizedBody: 'oauth' });
      const { body } = await clio.ask('calendars.json', { as: 'x' });
      expect(body).toMatchObject({ error: 'invalid_token' });
    });
  });

  describe('the rate limit', () => {
    it('counts by token, says so on every response, and opens again after a minute', async () => {
      clio.sandbox.setSwitches({ requestsPerMinute: 2 });
      const first = await clio.ask('calendars.json');
      expect(first.headers.get('x-ratelimit-limit')).toBe('2');
      expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
      expect(first.headers.get('x-ratelimit-reset')).toBe(String(mondayMorningMs / 1000 + 60));
      clio.sandbox.clock.advance(20_000);
      expect((await clio.ask('nothing.json')).headers.get('x-ratelimit-remaining')).toBe('0');
      const refused = await clio.ask('calendars.json');
      expect(errorOf(refused).status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('40');
      expect((await clio.ask('calendars.json', { as: daniel })).status).toBe(200);
      clio.sandbox.clock.advance(40_000);
      expect((await clio.ask('calendars.json')).status).toBe(200);
    });

    it('is 50 a minute when nothing is said', () => {
      expect(defaultSwitches.requestsPerMinute).toBe(50);
    });
  });

  it('echoes the API version, and is gone for one it does not have', async () => {
    expect((await clio.ask('calendars.json')).headers.get('x-api-version')).toBe('4.0.9');
    const older = await clio.ask('calendars.json', { headers: { 'x-api-version': '4.0.4' } });
    expect(older.headers.get('x-api-version')).toBe('4.0.4');
    for (const version of ['4.1.0', 'latest', '4.0.99']) {
      expect((await clio.ask('calendars.json', { headers: { 'x-api-version': version } })).status).toBe(410);
    }
  });

  it('shows planned faults in the shape of Clio', async () => {
    const { faults } = clio.sandbox;
    faults.add({ fault: 'limitExceeded', path: '/api/v4/*' });
    faults.add({ fault: '503', path: '/api/v4/*' });
    faults.add({ fault: 'expireToken' });
    const limited = await clio.ask('calendars.json');
    expect([
      limited.status,
      limited.headers.get('retry-after'),
      limited.headers.get('x-ratelimit-remaining'),
    ]).toEqual([429, '60', '0']);
    expect(errorOf(await clio.ask('calendars.json')).status).toBe(503);
    expect((await clio.ask('calendars.json')).status).toBe(401);
    expect((await clio.ask('calendars.json', { as: daniel })).status).toBe(200);
    expect(clio.sandbox.journal.entries()[0]?.notes).toEqual({ fault: 'limitExceeded' });
  });

  it('commits a create whose answer is lost', async () => {
    clio.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'POST' });
    const data = {
      summary: 'Lost',
      start_at: '2026-03-05T17:00:00Z',
      end_at: '2026-03-05T18:00:00Z',
      calendar_owner: { id: seededCalendarIds.maria },
    };
    await expect(clio.ask('calendar_entries.json', { method: 'POST', json: { data } })).rejects.toThrow();
    expect(clio.sandbox.state.calendarEntries.size).toBe(1);
  });

  it('is driven over HTTP: switches, ledger, state', async () => {
    const patched = await clio.ask('/_sandbox/switches', {
      method: 'PATCH',
      json: { allDayEnd: 'last-second' },
    });
    expect(patched.body).toMatchObject({ allDayEnd: 'last-second' });
    expect((await clio.ask('/_sandbox/switches', { method: 'PATCH', json: { allDayEnd: 'x' } })).status).toBe(
      400,
    );
    expect((await clio.ask('/_sandbox/state')).body).toMatchObject({ region: 'us', calendars: 5 });
    const paths = clio.sandbox.ledger.entries().map(({ method, path }) => `${method} ${path}`);
    expect(paths).toContain('patch /api/v4/calendar_entries/:id{.json}');
    expect(clio.sandbox.ledger.entries().every(({ source }) => source !== '')).toBe(true);
  });

  it('knows its switches: each default is one of the values, and others are refused', () => {
    expect(parseSwitchChanges(defaultSwitches)).toEqual(defaultSwitches);
    expect(() => parseSwitchChanges({ requestsPerMinute: 0 })).toThrow('requestsPerMinute');
    expect(() => parseSwitchChanges({ nonsense: true })).toThrow('There is no switch "nonsense".');
  });

  it('is after a reset as after the start', async () => {
    const month = await openClio({ seed: seedMonth });
    const [firstId] = month.sandbox.state.calendarEntries.keys();
    const before = [...month.sandbox.state.calendarEntries.values()];
    await month.ask(`calendar_entries/${firstId}.json`, { method: 'DELETE' });
    month.sandbox.setSwitches({ allDayEnd: 'last-second' });
    month.sandbox.clock.advance(5_000);
    month.sandbox.reset();
    expect([...month.sandbox.state.calendarEntries.values()]).toEqual(before);
    expect(month.sandbox.switches().allDayEnd).toBe('exclusive-midnight');
    expect(month.sandbox.clock.nowMs()).toBe(mondayMorningMs);
    await month.close();
  });

  it('lists 2,500 entries in pages of 200, in time', async () => {
    addManyEntries(clio.sandbox.state, {
      calendarOwnerId: seededCalendarIds.maria,
      count: 2500,
      firstStartMs: mondayMorningMs,
      everyMinutes: 15,
    });
    const rows = await clio.listAll(
      'calendar_entries.json?fields=id,summary,start_at,end_at,attendees{id,name}',
    );
    expect(new Set(rows.map((row) => row['id'])).size).toBe(2500);
    expect(clio.sandbox.journal.entries()).toHaveLength(13);
  });
});
