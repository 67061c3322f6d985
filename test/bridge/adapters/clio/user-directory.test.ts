import { failureOf, openFirm, userContext, ADA, ADAS_CALENDAR, type Firm } from './clio-firm';

const JULY = { startDate: '2026-07-01', endDate: '2026-07-31' };
const WHO = 'GET /api/v4/users/who_am_i.json';

let firm: Firm;

beforeEach(async () => {
  firm = await openFirm();
});

afterEach(async () => firm.close());

const lookUps = () => firm.calls().filter((call) => call === WHO).length;

describe('the user’s calendar and zone', () => {
  it('are looked up once per credential and host, for some minutes', async () => {
    const adapter = firm.adapter();
    await adapter.listAppointments(userContext, JULY);
    await adapter.listAppointments(userContext, JULY);
    expect(lookUps()).toBe(1);
    await adapter.listAppointments({ ...userContext, hostname: 'eu.app.clio.com' }, JULY);
    expect(lookUps()).toBe(1);
    await failureOf(adapter.listAppointments({ ...userContext, credential: 'Bearer other' }, JULY));
    expect(lookUps()).toBe(1);
    await adapter.listAppointments({ ...userContext, nowMs: userContext.nowMs + 11 * 60_000 }, JULY);
    expect(lookUps()).toBe(1);
  });

  it('are asked of the calendars where the developer app may not read users', async () => {
    firm.sandbox.setSwitches({ usersPermission: 'withheld' });
    firm.add({ id: 1 });
    const { appointments } = await firm.adapter().listAppointments(userContext, JULY);
    expect(appointments).toMatchObject([{ id: '1', timeZone: 'UTC' }]);
    expect(firm.calls()).toEqual([WHO, 'GET /api/v4/calendars.json', 'GET /api/v4/calendar_entries.json']);
  });

  it('are a plain failure for a user without a calendar to write to', async () => {
    firm.sandbox.setSwitches({ usersPermission: 'withheld' });
    const calendar = firm.sandbox.state.calendars.get(ADAS_CALENDAR);
    if (calendar) {
      firm.sandbox.state.calendars.set(ADAS_CALENDAR, {
        ...calendar,
        permissions: new Map([[ADA, 'viewer']]),
      });
    }
    const input = {
      title: 'x',
      summary: '',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      durationMinutes: 30,
      contacts: [],
    };
    const failure = await failureOf(
      firm.adapter().createAppointment(userContext, input, { idempotencyKey: 'k' }),
    );
    expect(failure).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('no calendar that may be written to'),
    });
    expect(firm.bodies()).toEqual([]);
  });

  it('are not made up where Clio cannot say', async () => {
    firm.sandbox.faults.add({ fault: '503', path: '*who_am_i*' });
    expect((await failureOf(firm.adapter().listAppointments(userContext, JULY))).code).toBe(
      'upstream_unavailable',
    );
  });
});
