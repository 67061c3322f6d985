import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAppConnectClient, type ClientAppointment } from './app-connect-client';
import { startBridge, type RunningBridge } from './running-bridge';

const DAY_MS = 24 * 3_600_000;

/** Noon in UTC of a weekday some days ahead: on no continent of the demo users near midnight, nor near a clock change. */
const noonIn = (days: number): string => {
  const noon = new Date(Date.now() + days * DAY_MS);
  return `${noon.toISOString().slice(0, 10)}T17:00:00.000Z`;
};

const required = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing was answered');
  return value;
};

describe.each(['UTC', 'Asia/Kolkata', 'America/St_Johns'])('the bridge on a machine in %s', (machineZone) => {
  let bridge: RunningBridge;
  let tokens: readonly string[];

  beforeAll(async () => {
    bridge = await startBridge({ env: { TZ: machineZone } });
    tokens = await bridge.tokensOf('netsuite');
  }, 60_000);

  afterAll(() => bridge.close());

  const clientOf = (user: number) => createAppConnectClient(bridge.baseUrl, required(tokens[user]));

  it('greets with its address, a line to try, and the next appointments', () => {
    expect(bridge.printed).toContain(bridge.baseUrl);
    expect(bridge.printed).toMatch(/curl -H 'Authorization: Bearer eyJ/);
    expect(bridge.printed).toMatch(/America\/Los_Angeles/);
    expect(new Set(tokens).size).toBe(5);
  });

  it.each([0, 1, 2, 3, 4])(
    'lets demo user %i list, create, edit, confirm and cancel at the right hour',
    async (user) => {
      const client = clientOf(user);
      const contacts = required((await client.search('a')).contact).slice(0, 2);
      expect(contacts.every(({ email }) => email.includes('@'))).toBe(true);

      const startTimeUtc = noonIn(20);
      const form = {
        contacts,
        title: 'Angebot für 漢字',
        summary: 'if x < 5 & y > 3',
        startTimeUtc,
        durationMinutes: 45,
      };
      const created = await client.create(form);
      expect(created).toMatchObject({ successful: true, appointment: { startTimeUtc, durationMinutes: 45 } });
      const id = required(created.appointmentId);

      const listed = async (): Promise<ClientAppointment> =>
        required((await client.list('upcoming')).appointments?.find((one) => one.id === id));
      const shown = await listed();
      expect(shown).toMatchObject({
        title: form.title,
        description: form.summary,
        startTimeUtc,
        durationMinutes: 45,
      });
      expect(shown.attendees.map((one) => one.name)).toEqual(
        expect.arrayContaining(contacts.map(({ name }) => name)),
      );

      expect(await client.edit(shown, { title: 'Edited' })).toMatchObject({ successful: true });
      expect(await listed()).toEqual({ ...shown, title: 'Edited', version: expect.any(String) });

      const later = noonIn(21);
      expect(await client.edit(await listed(), { startTime: later })).toMatchObject({
        appointment: { startTimeUtc: later, durationMinutes: 45 },
      });
      expect(await client.edit(await listed(), { contacts: contacts.slice(0, 1) })).toMatchObject({
        successful: true,
      });
      const attendeeIds = (await listed()).attendees.map((one) => one.id);
      expect(attendeeIds).toContain(contacts[0]?.id);
      expect(attendeeIds).not.toContain(contacts[1]?.id);

      expect(await client.confirm(id)).toMatchObject({
        successful: true,
        appointment: { status: 'confirmed' },
      });
      expect(await client.status(id, 'scheduled')).toMatchObject({ appointment: { status: 'scheduled' } });
      expect(await client.cancel(id)).toMatchObject({
        successful: true,
        appointment: { status: 'cancelled' },
      });
      const refreshed = required((await client.refresh(id)).appointment);
      expect(refreshed).toMatchObject({ status: 'cancelled', startTimeUtc: later });
      expect(refreshed.attendees.every(({ name }) => /\D/.test(name))).toBe(true);
    },
  );

  it('lists upcoming ascending and past descending, each of them whole', async () => {
    const startsOf = async (range: 'upcoming' | 'past') =>
      required((await clientOf(0).list(range)).appointments).map(({ startTimeUtc }) => startTimeUtc);
    const ascending = await startsOf('upcoming');
    expect(ascending.length).toBeGreaterThan(30);
    expect(ascending).toEqual([...ascending].sort());
    expect(await startsOf('past')).toEqual([...ascending].sort().reverse());
  });

  it('refuses what would cross midnight where the user is, and says so', async () => {
    const client = clientOf(0);
    const day = noonIn(10).slice(0, 10);
    const answer = await client.create({
      contacts: [],
      title: 'Late',
      summary: '',
      startTimeUtc: `${day}T07:30:00.000Z`,
      durationMinutes: 90,
    });
    expect(answer).toMatchObject({ successful: false, errorCode: 'invalid_request' });
    expect(answer.returnMessage?.message).toMatch(/midnight/);
  });
});

describe('the sandbox filled from a calendar file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'calendar-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the events of the file, and names what it could not read', async () => {
    const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10).replace(/-/g, '');
    const file = path.join(folder, 'mine.ics');
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//EN',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Dentist',
      `DTSTART:${tomorrow}T180000Z`,
      `DTEND:${tomorrow}T183000Z`,
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2',
      'SUMMARY:Broken',
      'DTSTART:someday',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    writeFileSync(file, lines.join('\r\n'));
    const bridge = await startBridge({ args: ['--seed', file] });
    try {
      const { appointments } = await createAppConnectClient(
        bridge.baseUrl,
        required((await bridge.tokensOf('netsuite'))[0]),
      ).list('upcoming');
      expect(appointments).toContainEqual(expect.objectContaining({ title: 'Dentist', durationMinutes: 30 }));
      expect(bridge.printed).toMatch(/Broken/);
    } finally {
      await bridge.close();
    }
  }, 60_000);
});

describe('a bridge that is set up wrong', () => {
  it('ends at once and names everything that is wrong', async () => {
    const start = startBridge({ env: { BRIDGE_MODE: 'both', PORT: 'eighty', LOG_LEVEL: 'loud' } });
    await expect(start).rejects.toThrow(/PORT[\s\S]*BRIDGE_MODE|BRIDGE_MODE[\s\S]*PORT/);
  });
});
