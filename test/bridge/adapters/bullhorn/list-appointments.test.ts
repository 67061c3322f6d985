/** Lists against the local Bullhorn: which appointments, in which order, in how many calls. */
import { addAppointments } from '../../../../sandbox/bullhorn/seed/add-appointments';
import { dana, failureOf, startBullhornAccount, type BullhornAccount } from './bullhorn-account';

let account: BullhornAccount;

beforeEach(async () => {
  account = await startBullhornAccount();
});
afterEach(() => account.close());

const idsOf = async (range: object = {}, user = dana): Promise<readonly string[]> =>
  (await account.adapter.listAppointments(account.contextOf(user), range)).appointments.map(({ id }) => id);

const countsOf = (calls: readonly string[]) => ({
  appointments: calls.filter((call) => call === 'POST /query/Appointment').length,
  attendees: calls.filter((call) => call === 'POST /query/AppointmentAttendee').length,
  others: calls.filter((call) => !call.startsWith('POST /query/')).length,
});

describe('A list of 2,500 appointments', () => {
  const addMany = () =>
    addAppointments(account.sandbox.state, {
      owner: 11,
      count: 2500,
      firstBeginMs: Date.UTC(2026, 6, 1),
      stepMinutes: 30,
      attendees: [501, 601],
    });

  it('fills the pages of attendees, however they are spread over the appointments', async () => {
    const [owner, stepMinutes] = [11, 30];
    const [day, later] = [Date.UTC(2026, 6, 1), Date.UTC(2026, 6, 20)];
    addAppointments(account.sandbox.state, {
      owner,
      count: 800,
      firstBeginMs: day,
      stepMinutes,
      attendees: [501],
    });
    addAppointments(account.sandbox.state, {
      owner,
      count: 400,
      firstBeginMs: later,
      stepMinutes,
      attendees: [501, 601],
    });
    const { appointments } = await account.adapter.listAppointments(account.contextOf(dana), {});
    expect(appointments).toHaveLength(1200);
    expect(appointments.flatMap(({ attendeeIds }) => attendeeIds)).toHaveLength(1600);
    expect(countsOf(account.calls())).toEqual({ appointments: 3, attendees: 4, others: 0 });
  });

  it('is read whole, in one call for each 500 appointments and 500 attendees', async () => {
    addMany();
    const { appointments, skipped } = await account.adapter.listAppointments(account.contextOf(dana), {});
    expect(skipped).toBe(0);
    expect(new Set(appointments.map(({ id }) => id)).size).toBe(2500);
    expect(appointments.every(({ attendeeIds }) => attendeeIds.join() === '501,601')).toBe(true);
    expect(countsOf(account.calls())).toEqual({ appointments: 5, attendees: 10, others: 0 });
  });

  it('is read whole from a tenant whose pages are smaller than asked for', async () => {
    account.sandbox.setSwitches({ wideSelectionCap: 200 });
    addMany();
    expect(await idsOf()).toHaveLength(2500);
  });

  it('fails as a whole when one page fails', async () => {
    addMany();
    account.sandbox.faults.add({ fault: 'slow', delayMs: 1, path: '*/query/Appointment', times: 2 });
    account.sandbox.faults.add({ fault: '503', path: '*/query/Appointment' });
    expect((await failureOf(idsOf())).code).toBe('upstream_unavailable');
  });
});

describe('Long descriptions', () => {
  const KILOBYTE = 1024;
  const longText = (kilobytes: number) => 'x'.repeat(kilobytes * KILOBYTE);

  it('of many appointments come in shorter pages than asked for', async () => {
    const { state } = account.sandbox;
    addAppointments(state, { owner: 11, count: 450, firstBeginMs: Date.UTC(2026, 6, 1), stepMinutes: 30 });
    const description = longText(25);
    for (const record of state.records.Appointment.values()) {
      state.records.Appointment.set(record.id, { ...record, description });
    }
    const { appointments } = await account.adapter.listAppointments(account.contextOf(dana), {});
    expect(appointments).toHaveLength(450);
    // One that was too large, and two halves.
    expect(countsOf(account.calls())).toMatchObject({ appointments: 3 });
  });

  it('of one with many attendees is read by itself', async () => {
    const description = longText(300);
    const id = account.hold(
      { description },
      Array.from({ length: 40 }, () => 501),
    );
    const context = account.contextOf(dana);
    expect((await account.adapter.getAppointment(context, id)).description).toBe(description);
    const { appointment } = await account.adapter.cancelAppointment(context, id);
    expect(appointment).toMatchObject({ status: 'cancelled', attendeeIds: ['501'] });
  });
});

describe('The range of a list', () => {
  it('is one month back to three months ahead where nobody names one', async () => {
    account.hold({ startUtc: '2026-06-20T06:00:00Z' });
    const first = account.hold({ startUtc: '2026-06-20T07:00:00Z' });
    const last = account.hold({ startUtc: '2026-10-21T06:00:00Z' });
    account.hold({ startUtc: '2026-10-21T07:00:00Z' });
    expect(await idsOf()).toEqual([first, last]);
  });

  it('holds an appointment without length where it starts, and none that ends as it begins', async () => {
    account.hold({ startUtc: '2026-07-20T06:30:00Z', minutes: 30 });
    const id = account.hold({ startUtc: '2026-07-20T07:00:00Z', minutes: 0 });
    expect(await idsOf({ startDate: '2026-07-20', endDate: '2026-07-20' })).toEqual([id]);
  });

  it('is in UTC where no zone is known', async () => {
    const id = account.hold({ startUtc: '2026-07-21T01:00:00Z' });
    const context = account.contextOf(dana, { timeZone: undefined });
    const { appointments } = await account.adapter.listAppointments(context, {
      startDate: '2026-07-21',
      endDate: '2026-07-21',
    });
    expect(appointments.map((one) => [one.id, one.timeZone])).toEqual([[id, 'UTC']]);
  });

  it('sorts by start, and the other way round for what is past', async () => {
    const later = account.hold({ startUtc: '2026-07-22T17:00:00Z' });
    const earlier = account.hold({ startUtc: '2026-07-21T17:00:00Z' });
    expect(await idsOf()).toEqual([earlier, later]);
    expect(await idsOf({ range: 'past' })).toEqual([later, earlier]);
  });

  it('finds an all-day appointment that is stored with midnights of another zone', async () => {
    await account.close();
    account = await startBullhornAccount({ settings: { allDayZone: 'UTC' } });
    const id = account.hold({ isAllDay: true, startUtc: '2026-07-20T00:00:00Z', minutes: 1440 });
    expect(await idsOf({ startDate: '2026-07-20', endDate: '2026-07-20' })).toEqual([id]);
    expect(await idsOf({ startDate: '2026-07-19', endDate: '2026-07-19' })).toEqual([]);
  });
});

describe('Whose appointments are listed', () => {
  it('leaves out deleted ones and those of others', async () => {
    const mine = account.hold({});
    account.hold({ isDeleted: true });
    const other = account.hold({ owner: 12 });
    expect(await idsOf()).toEqual([mine]);
    expect(await idsOf({ mineOnly: false })).toEqual([mine, other]);
  });

  it('finds those of one contact, by attendance and by reference, mine or everybody’s', async () => {
    const attended = account.hold({}, [501, 601]);
    const referred = account.hold({ clientContactReference: 601 });
    const ofOther = account.hold({ owner: 12 }, [601]);
    account.hold({}, [501]);
    expect(await idsOf({ contactId: '601' })).toEqual([attended, referred]);
    expect(await idsOf({ contactId: '601', mineOnly: false })).toEqual([attended, referred, ofOther]);
    expect(await idsOf({ contactId: '699' })).toEqual([]);
  });

  it('folds a copy into its parent, and leaves out the copy of a deleted one', async () => {
    const parent = account.hold({ subject: 'Parent' }, [12]);
    account.hold({ owner: 12, parentAppointment: Number(parent) });
    const deleted = account.hold({ isDeleted: true });
    account.hold({ owner: 12, parentAppointment: Number(deleted) });
    const jonas = account.contextOf({ id: '12', token: dana.token });
    const { appointments } = await account.adapter.listAppointments(jonas, {});
    expect(appointments).toEqual([
      expect.objectContaining({
        id: parent,
        organizer: { id: '11', name: 'Dana Whitfield' },
        attendeeIds: ['12'],
      }),
    ]);
    expect((await account.adapter.getAppointment(jonas, parent)).version).toBe(appointments[0]?.version);
  });

  it('needs the user’s id for a list of the user’s own', async () => {
    const failure = await failureOf(idsOf({}, { ...dana, id: 'dana' }));
    expect(failure).toMatchObject({ code: 'invalid_request' });
    expect(failure.message).toContain('x-crm-user-id');
    expect(await idsOf({ mineOnly: false }, { ...dana, id: '' })).toEqual([]);
  });
});

describe('What a list refuses or drops', () => {
  it.each(['55) OR (1=1', '', '-5', '5.0'])(
    'refuses the contact id %j before anything is sent',
    async (contactId) => {
      expect((await failureOf(idsOf({ contactId }))).code).toBe('invalid_request');
      expect(account.calls()).toEqual([]);
    },
  );

  it('fails when the attendees cannot be read', async () => {
    account.hold({}, [501]);
    account.sandbox.faults.add({ fault: '500', path: '*/query/AppointmentAttendee' });
    expect((await failureOf(idsOf())).code).toBe('upstream_unavailable');
  });

  it('drops and counts a row that cannot be read', async () => {
    const good = account.hold({});
    account.hold({ dateEnd: Date.UTC(2026, 6, 20, 21) });
    account.hold({ dateBegin: Date.UTC(2026, 6, 25), dateEnd: Date.UTC(2026, 6, 24, 23) });
    const { appointments, skipped } = await account.adapter.listAppointments(account.contextOf(dana), {});
    expect(appointments.map(({ id }) => id)).toEqual([good]);
    expect(skipped).toBe(2);
  });
});
