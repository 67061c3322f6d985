/** Creates, changes and cancels against the local Bullhorn: what is sent, what is left alone, what a second try does. */
import type { CreateInput } from '../../../../src/contract/change.schema';
import {
  dana,
  failureOf,
  meeting,
  priya,
  startBullhornAccount,
  type BullhornAccount,
} from './bullhorn-account';

let account: BullhornAccount;

beforeEach(async () => {
  account = await startBullhornAccount();
});
afterEach(() => account.close());

const create = async (input: Partial<CreateInput> = {}, idempotencyKey = 'key-1') =>
  account.adapter.createAppointment(account.contextOf(dana), { ...meeting, ...input }, { idempotencyKey });
const update = async (id: string, patch: Parameters<typeof account.adapter.updateAppointment>[2]) =>
  account.adapter.updateAppointment(account.contextOf(dana), id, patch);
const stored = (id: string) => account.sandbox.state.records.Appointment.get(Number(id));
const storedCount = () => account.sandbox.state.records.Appointment.size;
const linkCount = () => account.sandbox.state.records.AppointmentAttendee.size;

const candidate = (id: string) => ({ id, type: 'Candidate' });

describe('Creating an appointment', () => {
  it('takes three calls and one for each attendee, and answers what is in Bullhorn', async () => {
    const { appointmentId, appointment, warning } = await create({ location: 'Pier 9' });
    expect(account.calls()).toEqual([
      'POST /query/Appointment',
      'PUT /entity/Appointment',
      'PUT /entity/AppointmentAttendee',
      'PUT /entity/AppointmentAttendee',
      'POST /query/AppointmentAttendee',
    ]);
    expect(warning).toBeUndefined();
    expect(appointment).toEqual(await account.adapter.getAppointment(account.contextOf(dana), appointmentId));
    expect(appointment).toMatchObject({
      title: 'Interview',
      description: 'Bring the CV',
      startTimeUtc: '2026-07-21T17:00:00.000Z',
      durationMinutes: 45,
      location: 'Pier 9',
      status: 'scheduled',
      participantName: 'Olivia Hart',
      attendeeIds: ['501', '601'],
      organizer: { id: '11', name: 'Dana Whitfield' },
    });
  });

  it('takes three calls where nobody is invited', async () => {
    await create({ contacts: [] });
    expect(account.calls()).toHaveLength(3);
  });

  it('writes the text as HTML and reads it back as it was', async () => {
    const summary = 'Ask: is x < 5 & y > 3?\nThen <b>decide</b>.';
    const { appointmentId, appointment } = await create({ summary });
    expect(stored(appointmentId)?.['description']).toBe(
      'Ask: is x &lt; 5 &amp; y &gt; 3?<br>Then &lt;b&gt;decide&lt;/b&gt;.',
    );
    expect(appointment.description).toBe(summary);
  });

  it('gives the same appointment for the same key', async () => {
    const first = await create();
    const second = await create();
    expect(second).toEqual({ ...first, wasMadeBefore: true });
    expect([storedCount(), linkCount()]).toEqual([1, 2]);
  });

  it('makes two of the same for two keys', async () => {
    await create();
    await create({}, 'key-2');
    expect(storedCount()).toBe(2);
  });

  it('completes what was done in part when it is asked again with its key', async () => {
    account.sandbox.faults.add({ fault: '500', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    expect((await failureOf(create())).code).toBe('partial_write');
    const { appointment } = await create();
    expect([...appointment.attendeeIds].sort()).toEqual(['501', '601']);
    expect([storedCount(), linkCount()]).toEqual([1, 2]);
  });

  it('takes no appointment of another key for its own, however much they are alike', async () => {
    const first = await create({ contacts: [candidate('501')] });
    const second = await create({ summary: 'Bring the contract', location: 'Room 2' }, 'key-2');
    expect(second.appointmentId).not.toBe(first.appointmentId);
    expect(second.appointment).toMatchObject({ summary: 'Bring the contract', location: 'Room 2' });
    const { appointment } = await update(first.appointmentId, {});
    expect(appointment.attendeeIds).toEqual(['501']);
  });

  it('completes none that another key left undone', async () => {
    account.sandbox.faults.add({ fault: '500', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    await failureOf(create());
    const { appointment } = await create({}, 'key-2');
    expect([...appointment.attendeeIds].sort()).toEqual(['501', '601']);
    expect([storedCount(), linkCount()]).toEqual([2, 3]);
  });

  it('asks for a new session where the old one ends between the appointment and its attendees', async () => {
    account.sandbox.faults.add({ fault: 'expireToken', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    const failure = await failureOf(create());
    expect(failure).toMatchObject({ code: 'partial_write', details: { httpStatus: 401 } });
    account.sandbox.faults.clear();
    const { appointment } = await create();
    expect([...appointment.attendeeIds].sort()).toEqual(['501', '601']);
    expect([storedCount(), linkCount()]).toEqual([1, 2]);
  });

  it.each(['timeoutAfterCommit', 'truncatedJson', 'emptyBody'] as const)(
    'finds the appointment after %s, and invites everybody',
    async (fault) => {
      account.sandbox.faults.add({ fault, method: 'PUT', path: '*/entity/Appointment' });
      const { appointment, wasMadeBefore } = await create();
      expect([...appointment.attendeeIds].sort()).toEqual(['501', '601']);
      expect(wasMadeBefore).toBeUndefined();
      expect([storedCount(), linkCount()]).toEqual([1, 2]);
    },
  );

  it('sends it again after a failure of Bullhorn itself, and after nothing else', async () => {
    const puts = () => account.calls().filter((call) => call === 'PUT /entity/Appointment').length;
    account.sandbox.faults.add({ fault: '500', method: 'PUT', path: '*/entity/Appointment' });
    await create();
    expect([puts(), storedCount()]).toEqual([2, 1]);
    for (const fault of ['502', 'drop', 'okWithErrorBody'] as const) {
      account.sandbox.faults.add({ fault, method: 'PUT', path: '*/entity/Appointment' });
      expect((await failureOf(create({}, `after-${fault}`))).code).toBe('ambiguous_write');
      expect([puts(), storedCount()]).toEqual([1, 1]);
    }
  });

  it('counts an attendee as invited when only the answer was lost', async () => {
    account.sandbox.faults.add({
      fault: 'timeoutAfterCommit',
      method: 'PUT',
      path: '*/entity/AppointmentAttendee',
    });
    expect([...(await create()).appointment.attendeeIds].sort()).toEqual(['501', '601']);
  });

  it('does not claim to know who is invited when the answer was lost and nothing can be read back', async () => {
    const { faults } = account.sandbox;
    faults.add({ fault: 'timeoutAfterCommit', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    faults.add({ fault: '503', times: 'always', path: '*/query/AppointmentAttendee' });
    faults.add({ fault: '503', times: 'always', method: 'GET', path: '*/entity/Appointment/*' });
    const failure = await failureOf(create({}, 'lost-attendee'));
    expect([failure.code, failure.details.appointment]).toEqual(['ambiguous_write', undefined]);
    faults.clear();
    const { appointment } = await create({}, 'lost-attendee');
    expect([...appointment.attendeeIds].sort()).toEqual(['501', '601']);
    expect([storedCount(), linkCount()]).toEqual([1, 2]);
  });

  it('succeeds with a warning when the appointment cannot be read back', async () => {
    account.sandbox.faults.add({ fault: '503', path: '*/query/AppointmentAttendee' });
    account.sandbox.faults.add({ fault: '503', method: 'GET', path: '*/entity/Appointment/*' });
    const { appointment, warning } = await create();
    expect(warning).toContain('could not be read back');
    expect(appointment).toMatchObject({
      title: 'Interview',
      attendeeIds: ['501', '601'],
      durationMinutes: 45,
    });
  });

  it('writes the key in the documented form where the settings say so', async () => {
    await account.close();
    account = await startBullhornAccount({ settings: { appointmentUuidFormat: 'hash' } });
    const { appointmentId } = await create();
    expect(stored(appointmentId)?.['appointmentUUID']).toMatch(
      /^[A-Z0-9]{8}-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{16}$/,
    );
    expect((await create()).appointmentId).toBe(appointmentId);
  });

  const refused: readonly (readonly [string, Partial<CreateInput>, string, RegExp])[] = [
    ['a title of 101 characters', { title: 'x'.repeat(101) }, 'invalid_request', /title.*100/],
    ['a location of 101 characters', { location: 'x'.repeat(101) }, 'invalid_request', /location.*100/],
    [
      'a contact id that is none',
      { contacts: [candidate('5 OR 1=1')] },
      'invalid_request',
      /contacts\.0\.id/,
    ],
    ['a start without an offset', { startTimeUtc: '2026-07-21T17:00:00' }, 'invalid_request', /start/],
    ['a status it cannot keep', { status: 'confirmed' }, 'unsupported', /confirmed/],
    ['a cancelled one', { status: 'cancelled' }, 'unsupported', /cancelled/],
  ];
  it.each(refused)('refuses %s before anything is sent', async (_what, input, code, message) => {
    const failure = await failureOf(create(input));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
    expect(account.calls()).toEqual([]);
  });
});

describe('Changing an appointment', () => {
  it('writes nothing when nothing differs', async () => {
    const id = account.hold({ description: '<p>Bring the <b>CV</b></p>' }, [501]);
    account.calls();
    await update(id, {
      title: 'Screening',
      summary: 'Bring the CV',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      durationMinutes: 30,
      contacts: [candidate('501')],
      status: 'scheduled',
    });
    expect(account.calls()).toEqual(['POST /query/AppointmentAttendee']);
  });

  it('changes attendees by their difference, each in one call', async () => {
    const id = account.hold({ candidateReference: 501 }, [501, 502, 601]);
    await update(id, { contacts: [candidate('502'), candidate('503'), { id: '601', type: 'Contact' }] });
    const calls = account.calls();
    expect(calls.filter((call) => call === 'PUT /entity/AppointmentAttendee')).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('DELETE /entity/AppointmentAttendee/'))).toHaveLength(1);
    expect(calls).toHaveLength(5);
    expect(stored(id)).toMatchObject({ candidateReference: 502, clientContactReference: null });
  });

  describe('whom the appointment refers to', () => {
    const contact = { id: '601', type: 'Contact' };
    const referred = (id: string) => [
      stored(id)?.['candidateReference'],
      stored(id)?.['clientContactReference'],
    ];

    it('stays when somebody else is invited, whether they are attendees or not', async () => {
      const unlisted = account.hold({ candidateReference: 501 });
      await update(unlisted, { contacts: [contact] });
      expect(referred(unlisted)).toEqual([501, 601]);
      const second = account.hold({ candidateReference: 502 }, [501, 502]);
      await update(second, { contacts: [candidate('501'), candidate('502'), candidate('503')] });
      expect(referred(second)).toEqual([502, null]);
    });

    it('stays when they were no attendee and all attendees go', async () => {
      const id = account.hold({ candidateReference: 501 }, [601]);
      await update(id, { contacts: [] });
      expect(referred(id)).toEqual([501, null]);
    });

    it('is the first who comes where nobody was', async () => {
      const id = account.hold({}, [501]);
      await update(id, { contacts: [candidate('501'), candidate('502'), contact] });
      expect(referred(id)).toEqual([502, 601]);
    });

    it('is the next one, or nobody, only when they are taken out', async () => {
      const id = account.hold({ candidateReference: 501, clientContactReference: 601 }, [501, 502, 601]);
      await update(id, { contacts: [candidate('502')] });
      expect(referred(id)).toEqual([502, null]);
    });
  });

  it('clears all attendees but the owner for an empty list', async () => {
    const id = account.hold({ candidateReference: 501 }, [11, 501]);
    const { appointment } = await update(id, { contacts: [] });
    expect(appointment.attendeeIds).toEqual(['11']);
    expect(stored(id)).toMatchObject({ candidateReference: null });
  });

  it('says who could not be removed when all were to go', async () => {
    const id = account.hold({ candidateReference: 501 }, [501]);
    account.sandbox.faults.add({ fault: '500', method: 'DELETE', path: '*/entity/AppointmentAttendee/*' });
    const failure = await failureOf(update(id, { contacts: [] }));
    expect(failure).toMatchObject({
      code: 'partial_write',
      details: { appointment: { attendeeIds: ['501'] } },
    });
    expect(failure.message).toContain('Olivia Hart could not be removed');
  });

  it('removes a person who is linked twice twice', async () => {
    const id = account.hold({}, [501, 501, 601]);
    const { appointment } = await update(id, { contacts: [{ id: '601', type: 'Contact' }] });
    expect(appointment.attendeeIds).toEqual(['601']);
    expect(linkCount()).toBe(1);
  });

  it('makes an all-day appointment a timed one when it is given another time', async () => {
    const id = account.hold({ isAllDay: true, startUtc: '2026-07-20T07:00:00Z', minutes: 1440 });
    const { appointment } = await update(id, {
      startTimeUtc: '2026-07-20T17:00:00.000Z',
      durationMinutes: 60,
    });
    expect(appointment).toMatchObject({ isAllDay: false, durationMinutes: 60 });
  });

  it('changes the appointment where the id is that of an invitee’s copy', async () => {
    const id = account.hold({}, [12]);
    const copyId = account.hold({ owner: 12, parentAppointment: Number(id) });
    const { appointmentId } = await update(copyId, { title: 'Moved' });
    expect(appointmentId).toBe(id);
    expect(stored(copyId)?.['subject']).toBe('Screening');
  });

  it.each(['timeoutAfterCommit', 'truncatedJson'] as const)(
    'goes on to the attendees when only the answer to the change was lost: %s',
    async (fault) => {
      const id = account.hold({ candidateReference: 501 }, [501]);
      account.sandbox.faults.add({ fault, method: 'POST', path: `*/entity/Appointment/${id}` });
      const contacts = [candidate('501'), candidate('502')];
      const { appointment } = await update(id, { title: 'Moved', contacts });
      expect(appointment).toMatchObject({ title: 'Moved', attendeeIds: ['501', '502'] });
    },
  );

  it('succeeds when only the answer to the one attendee change was lost', async () => {
    const id = account.hold({ candidateReference: 501 }, [501]);
    const path = '*/entity/AppointmentAttendee';
    account.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'PUT', path });
    const { appointment } = await update(id, { contacts: [candidate('501'), candidate('502')] });
    expect(appointment.attendeeIds).toEqual(['501', '502']);
  });

  it('tells a failure of every attendee change as what it is where nothing else was saved', async () => {
    const id = account.hold({ candidateReference: 501 }, [501]);
    account.sandbox.faults.add({ fault: '429', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    const failure = await failureOf(update(id, { contacts: [candidate('501'), candidate('502')] }));
    expect(failure).toMatchObject({ code: 'rate_limited', details: { retryAfterMs: 1000 } });
  });

  it('succeeds with a warning when the appointment cannot be read back', async () => {
    const id = account.hold({ candidateReference: 501 }, [501]);
    account.sandbox.faults.add({ fault: 'slow', delayMs: 1, path: '*/query/AppointmentAttendee' });
    account.sandbox.faults.add({ fault: '503', path: '*/query/AppointmentAttendee' });
    const { appointment, warning } = await update(id, { title: 'Moved' });
    expect(warning).toContain('could not be read back');
    expect(appointment.title).toBe('Moved');
  });

  it('refuses a status that Bullhorn cannot keep, with everything beside it', async () => {
    const id = account.hold({});
    expect((await failureOf(update(id, { title: 'Moved', status: 'completed' }))).code).toBe('unsupported');
    expect(account.calls()).toEqual([]);
  });

  it('does not bring a cancelled appointment back', async () => {
    const id = account.hold({ isDeleted: true });
    expect((await failureOf(update(id, { title: 'Moved' }))).code).toBe('conflict');
  });

  it('tells an appointment that is not there', async () => {
    expect((await failureOf(update('999999', { title: 'Moved' }))).code).toBe('not_found');
  });

  it('tells an appointment that the user may not change', async () => {
    const id = account.hold({ owner: 13 });
    account.sandbox.state.records.Appointment.set(Number(id), { ...stored(id), id: Number(id), owner: 12 });
    const failure = await failureOf(
      account.adapter.updateAppointment(account.contextOf(priya), id, { title: 'x' }),
    );
    expect(['forbidden', 'not_found']).toContain(failure.code);
    expect(stored(id)?.['subject']).toBe('Screening');
  });
});

describe('Cancelling an appointment', () => {
  it('is what the status cancelled means', async () => {
    const id = account.hold({}, [501]);
    const { appointment } = await update(id, { status: 'cancelled', title: 'Screening' });
    expect(appointment).toMatchObject({ status: 'cancelled', attendeeIds: ['501'] });
    expect(await account.adapter.getAppointment(account.contextOf(dana), id)).toEqual(appointment);
  });

  it('changes nothing the second time', async () => {
    const id = account.hold({ isDeleted: true });
    const { appointment } = await account.adapter.cancelAppointment(account.contextOf(dana), id);
    expect(appointment.status).toBe('cancelled');
    expect(account.calls().filter((call) => call.startsWith('POST /entity'))).toEqual([]);
  });

  it('succeeds when only the answers were lost', async () => {
    const id = account.hold({}, [12]);
    account.hold({ owner: 12, parentAppointment: Number(id) });
    account.sandbox.faults.add({
      fault: 'timeoutAfterCommit',
      times: 'always',
      method: 'POST',
      path: '*/entity/Appointment/*',
    });
    const { appointment } = await account.adapter.cancelAppointment(account.contextOf(dana), id);
    expect(appointment.status).toBe('cancelled');
    expect(stored(id)).toMatchObject({ isDeleted: true });
  });

  it('says so when only copies could be deleted, and completes it when asked again', async () => {
    const id = account.hold({}, [12]);
    account.hold({ owner: 12, parentAppointment: Number(id) });
    account.sandbox.faults.add({ fault: '500', method: 'POST', path: `*/entity/Appointment/${id}` });
    const cancel = async () => account.adapter.cancelAppointment(account.contextOf(dana), id);
    const failure = await failureOf(cancel());
    expect(failure).toMatchObject({
      code: 'partial_write',
      details: { appointment: { status: 'scheduled' } },
    });
    expect((await cancel()).appointment.status).toBe('cancelled');
  });

  it('waits for the copies that are being deleted when one of them is refused', async () => {
    const id = account.hold({}, [12, 13]);
    const refused = account.hold({ owner: 12, parentAppointment: Number(id) });
    const slow = account.hold({ owner: 13, parentAppointment: Number(id) });
    const [method, answer] = ['POST', '*/entity/Appointment/'];
    account.sandbox.faults.add({ fault: '429', method, path: answer + refused });
    account.sandbox.faults.add({ fault: 'slow', delayMs: 50, method, path: answer + slow });
    const failure = await failureOf(account.adapter.cancelAppointment(account.contextOf(dana), id));
    expect(failure).toMatchObject({
      code: 'partial_write',
      details: { retryAfterMs: 1000, appointment: { status: 'scheduled' } },
    });
    expect(failure.message).toContain('for 1 of 2 invited users');
    expect([refused, slow, id].map((one) => stored(one)?.['isDeleted'])).toEqual([false, true, false]);
  });
});

describe('Confirming an appointment', () => {
  it('is not offered, and the message says where to do it', async () => {
    const failure = await failureOf(account.adapter.confirmAppointment(account.contextOf(dana), '5'));
    expect(failure.code).toBe('unsupported');
    expect(failure.message).toContain('Bullhorn web application');
    expect(account.calls()).toEqual([]);
  });
});
