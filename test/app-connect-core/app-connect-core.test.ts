import type { Platform } from '../../src/contract/operations';
import { createAppConnectClient, type ClientAnswer, type ClientAppointment } from '../e2e/app-connect-client';
import { startAppConnectServer, type AppConnectServer } from './app-connect-server';
import { coreSchemas } from './core-schemas';

const DAY_MS = 24 * 3_600_000;

/** Nine in the morning where the NetSuite user is, in summer or winter on a weekday. */
const morningIn = (days: number): string => {
  const day = new Date(Date.now() + days * DAY_MS);
  return `${day.toISOString().slice(0, 10)}T17:00:00.000Z`;
};

const required = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing was answered');
  return value;
};

const accepted = (kind: keyof typeof coreSchemas, answer: ClientAnswer): ClientAnswer => {
  coreSchemas[kind].parse(answer);
  return answer;
};

let server: AppConnectServer;

beforeAll(async () => {
  server = await startAppConnectServer();
}, 60_000);
afterAll(() => server.close());

const clientOf = (platform: Platform) => createAppConnectClient(server.baseUrl, server.jwts[platform]);

const send = async (method: string, path: string, jwt: string, body?: object) => {
  const response = await fetch(`${server.baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer: ClientAnswer = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, answer };
};

const listed = async (platform: Platform): Promise<readonly ClientAppointment[]> =>
  required(accepted('list', await clientOf(platform).list('upcoming')).appointments);

describe.each(['netsuite', 'bullhorn', 'clio'] as const)('an App Connect server with our %s', (platform) => {
  const create = async (title: string, startTimeUtc: string) => {
    const contacts = required((await clientOf(platform).search('a')).contact).slice(0, 2);
    const form = { contacts, title, summary: 'Agenda', startTimeUtc, durationMinutes: 45 };
    return accepted('create', await clientOf(platform).create(form));
  };

  it('says that it can do appointments', async () => {
    const { answer } = await send('GET', `/implementedInterfaces?platform=${platform}`, '');
    expect(answer).toMatchObject({
      listAppointments: true,
      createAppointment: true,
      updateAppointment: true,
      refreshAppointment: true,
      confirmAppointment: true,
      cancelAppointment: true,
      findContactWithName: true,
    });
  });

  it('lists every appointment with names and kinds of the attendees', async () => {
    const appointments = await listed(platform);
    expect(appointments.length).toBeGreaterThan(20);
    const attendees = appointments.flatMap((one) => one.attendees);
    expect(attendees.length).toBeGreaterThan(20);
    for (const { name, type } of attendees) {
      expect(name).toMatch(/\p{L}/u);
      expect(type).not.toBe('');
    }
  });

  it('finds people by name, with what the form needs', async () => {
    const { successful, contact } = await clientOf(platform).search('an');
    expect(successful).toBe(true);
    expect(required(contact).length).toBeGreaterThan(1);
    expect(contact).toContainEqual(expect.objectContaining({ email: expect.stringContaining('@') }));
  });

  it('creates, edits and cancels by the requests of the 2.x client', async () => {
    const client = clientOf(platform);
    const startTimeUtc = morningIn(20);
    const created = await create('Angebot für 漢字', startTimeUtc);
    expect(created).toMatchObject({ successful: true, appointment: { startTimeUtc, durationMinutes: 45 } });
    const id = required(created.appointmentId);
    const find = async () => (await listed(platform)).find((one) => one.id === id);

    const shown = required(await find());
    expect(shown).toMatchObject({ title: 'Angebot für 漢字', startTimeUtc, durationMinutes: 45 });
    expect(accepted('record', await client.edit(shown, { title: 'Edited' }))).toMatchObject({
      successful: true,
      appointmentId: id,
      appointment: { title: 'Edited', startTimeUtc, durationMinutes: 45 },
    });

    const later = morningIn(22);
    accepted('record', await client.edit(required(await find()), { startTime: later }));
    expect(await find()).toMatchObject({ startTimeUtc: later, durationMinutes: 45 });
    accepted('record', await client.refresh(id));

    expect(accepted('action', await client.cancel(id))).toMatchObject({ successful: true });
    const afterwards = await find();
    expect(afterwards === undefined || afterwards.status === 'cancelled').toBe(true);
  });

  it('takes from core’s own callers what core’s documentation has', async () => {
    const startTimeUtc = morningIn(25);
    const contacts = required((await clientOf(platform).search('a')).contact).slice(0, 1);
    const payload = {
      title: 'Canonical',
      summary: '',
      startTimeUtc,
      durationMinutes: 30,
      contacts: contacts.map(({ id }) => id),
    };
    const { answer } = await send('POST', '/appointments', server.jwts[platform], { payload });
    const id = required(accepted('create', answer).appointmentId);
    const patched = await send('PATCH', `/appointments/${id}`, server.jwts[platform], {
      patch: { title: 'Canonical too' },
    });
    expect(accepted('record', patched.answer).appointment).toMatchObject({
      title: 'Canonical too',
      startTimeUtc,
      durationMinutes: 30,
    });
  });

  it('lets core’s MCP tools change a duration alone and a start alone', async () => {
    const jwtToken = server.jwts[platform];
    const startTimeUtc = morningIn(26);
    const created = await server.runTool('createAppointment', {
      jwtToken,
      title: 'Planned by a model',
      startTimeUtc,
      durationMinutes: '30',
    });
    expect(created).toMatchObject({ success: true, data: { appointment: { durationMinutes: 30 } } });
    const { appointments } = await clientOf(platform).list('upcoming');
    const { id } = required(appointments?.find(({ title }) => title === 'Planned by a model'));
    expect(
      await server.runTool('updateAppointment', { jwtToken, appointmentId: id, durationMinutes: 60 }),
    ).toMatchObject({ success: true, data: { appointment: { startTimeUtc, durationMinutes: 60 } } });
    const later = morningIn(27);
    expect(
      await server.runTool('updateAppointment', { jwtToken, appointmentId: id, startTimeUtc: later }),
    ).toMatchObject({ success: true, data: { appointment: { startTimeUtc: later, durationMinutes: 60 } } });
    expect(await server.runTool('listAppointments', { jwtToken, filter: 'upcoming' })).toMatchObject({
      success: true,
    });
  });

  it('tells the client why a form is refused, where core’s 400 shows nothing', async () => {
    const client = clientOf(platform);
    const form = {
      contacts: [],
      title: 'Too short',
      summary: '',
      startTimeUtc: morningIn(5),
      durationMinutes: 0,
    };
    const answer = accepted('create', await client.create(form));
    expect(answer.successful).toBe(false);
    expect(answer.returnMessage?.message).toMatch(/1 minute or more/);
  });

  it('lets no appointment id reach another record', async () => {
    const before = await listed(platform);
    const { answer } = await send('POST', '/appointments/..%2Fcontacts%2F5/cancel', server.jwts[platform]);
    expect(accepted('action', answer)).toMatchObject({ successful: false });
    expect(await listed(platform)).toEqual(before);
  });
});

describe('an App Connect server with our connectors', () => {
  it('confirms in NetSuite, and says for Bullhorn and Clio that they cannot', async () => {
    const answers: ClientAnswer[] = [];
    for (const platform of ['netsuite', 'bullhorn', 'clio'] as const) {
      const [appointment] = await listed(platform);
      answers.push(accepted('action', await clientOf(platform).confirm(required(appointment).id)));
    }
    expect(answers[0]).toMatchObject({ successful: true, appointment: { status: 'confirmed' } });
    expect(answers[1]?.returnMessage?.message).toMatch(/Bullhorn/);
    expect(answers[2]?.returnMessage?.message).toMatch(/Clio/);
    expect(answers.slice(1).map(({ successful }) => successful)).toEqual([false, false]);
  });

  it('carries a status of the edit form past core’s schema', async () => {
    const shown = required((await listed('netsuite')).find(({ status }) => status === 'scheduled'));
    const contacts = shown.attendees.map(({ id, name, type }) => ({ id, name, type }));
    const { answer } = await send('PATCH', `/appointments/${shown.id}`, server.jwts.netsuite, {
      participantName: shown.participantName,
      summary: shown.description,
      startTime: shown.startTimeUtc,
      durationMinutes: shown.durationMinutes,
      contactId: '',
      contactType: '',
      contacts,
      attendees: contacts,
      attendeeIds: contacts.map(({ id }) => id),
      title: shown.title,
      status: 'confirmed',
    });
    expect(accepted('record', answer)).toMatchObject({
      successful: true,
      appointment: { status: 'confirmed', startTimeUtc: shown.startTimeUtc },
    });
  });

  it('sets a status by its own route', async () => {
    const [shown] = await listed('netsuite');
    const answer = await clientOf('netsuite').status(required(shown).id, 'Canceled');
    expect(accepted('record', answer)).toMatchObject({ appointment: { status: 'cancelled' } });
  });

  it('asks for a new sign-in when the CRM no longer takes the token', async () => {
    const { status, answer } = await send('GET', '/appointments', server.jwts.revoked);
    expect([status, answer.errorCode]).toEqual([401, 'CRM_SESSION_REVOKED']);
  });
});
