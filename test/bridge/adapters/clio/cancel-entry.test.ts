import type { CalendarAdapter } from '../../../../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../../../../bridge/adapters/clio';
import type { ClioAssumptions } from '../../../../bridge/adapters/clio/assumptions';
import type { ClioSwitches } from '../../../../sandbox/clio/switches';
import { startFakeVendor } from '../../fake-vendor-server';
import { BOBS_CALENDAR, failureOf, openFirm, timed, userContext, type Firm } from './clio-firm';

/** As Clio sends the entry that stands for all of them. */
const series = {
  id: '1',
  etag: '"e"',
  summary: 'Weekly',
  start_at: '2026-07-06T10:00:00-07:00',
  end_at: '2026-07-06T10:30:00-07:00',
  recurrence_rule: 'FREQ=WEEKLY',
  attendees: [],
};

const JULY = { startDate: '2026-07-01', endDate: '2026-07-31' };

let firm: Firm;
let adapter: CalendarAdapter;

beforeEach(async () => {
  firm = await openFirm();
  adapter = firm.adapter();
});

afterEach(async () => firm.close());

const startsInJuly = async () =>
  (await adapter.listAppointments(userContext, JULY)).appointments.map(({ startTimeUtc }) =>
    startTimeUtc.slice(0, 10),
  );

describe('cancelling a single entry', () => {
  it('deletes it and answers with the appointment as it was', async () => {
    firm.add({ id: 1, description: 'Agenda' });
    const { appointmentId, appointment } = await adapter.cancelAppointment(userContext, '1');
    expect(appointmentId).toBe('1');
    expect(appointment).toMatchObject({ id: '1', status: 'cancelled', description: 'Agenda' });
    expect(firm.calls().at(-1)).toBe('DELETE /api/v4/calendar_entries/1.json');
    expect(firm.sandbox.state.calendarEntries.size).toBe(0);
  });

  it('deletes only itself when the series is asked for', async () => {
    firm.add({ id: 1 });
    firm.add({ id: 2 });
    await adapter.cancelAppointment(userContext, '1', { scope: 'series' });
    expect([...firm.sandbox.state.calendarEntries.keys()]).toEqual([2]);
  });

  it('says that there is none', async () => {
    expect((await failureOf(adapter.cancelAppointment(userContext, '1'))).code).toBe('not_found');
  });

  it('says that the user may not', async () => {
    firm.add({ id: 1, calendarOwnerId: BOBS_CALENDAR });
    expect((await failureOf(adapter.cancelAppointment(userContext, '1'))).code).toBe('forbidden');
  });

  it.each([
    ['500', 'ambiguous_write'],
    ['okWithErrorBody', 'ambiguous_write'],
    ['429', 'rate_limited'],
  ] as const)('is no success after the fault %s', async (fault, code) => {
    firm.add({ id: 1 });
    firm.sandbox.faults.add({ fault, method: 'DELETE' });
    expect((await failureOf(adapter.cancelAppointment(userContext, '1'))).code).toBe(code);
  });
});

describe('cancelling, where the answer is lost', () => {
  it('succeeds when the entry is gone', async () => {
    firm.add({ id: 1 });
    firm.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'DELETE' });
    expect((await adapter.cancelAppointment(userContext, '1')).appointment.status).toBe('cancelled');
  });

  it('succeeds when the occurrence is gone', async () => {
    firm.add({ id: 1, schedule: timed('2026-07-06T17:00:00Z', 30), recurrenceRule: 'FREQ=WEEKLY' });
    const { appointments } = await adapter.listAppointments(userContext, JULY);
    firm.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'PATCH' });
    const { warning } = await adapter.cancelAppointment(userContext, appointments[1]?.id ?? '');
    expect(warning).toBeUndefined();
    expect(await startsInJuly()).toEqual(['2026-07-06', '2026-07-20', '2026-07-27']);
  });
});

describe('cancelling an occurrence', () => {
  const occurrences = async () => {
    firm.add({ id: 1, schedule: timed('2026-07-06T17:00:00Z', 30), recurrenceRule: 'FREQ=WEEKLY' });
    return (await adapter.listAppointments(userContext, JULY)).appointments.map(({ id }) => id);
  };

  it.each([
    ['patch-flag', { deletedFlagBelongsTo: 'patch' }],
    ['delete-flag', { deletedFlagBelongsTo: 'delete', deleteOfOccurrence: 'refuse' }],
    ['delete', { deleteOfOccurrence: 'occurrence' }],
  ] satisfies [ClioAssumptions['deleteOccurrenceBy'], Partial<ClioSwitches>][])(
    'deletes that one alone, by the call that is set: %s',
    async (deleteOccurrenceBy, switches) => {
      for (const occurrenceIds of ['id-date', 'id-epoch'] as const) {
        firm.sandbox.setSwitches({ ...switches, occurrenceIds });
        const chosen = (await occurrences())[1] ?? '';
        const set = firm.adapter({ assumptions: { deleteOccurrenceBy } });
        const { appointment } = await set.cancelAppointment(userContext, chosen);
        expect(appointment).toMatchObject({ id: chosen, status: 'cancelled' });
        expect(await startsInJuly()).toEqual(['2026-07-06', '2026-07-20', '2026-07-27']);
      }
    },
  );

  it('deletes the first one alone, too', async () => {
    await adapter.cancelAppointment(userContext, (await occurrences())[0] ?? '');
    expect(await startsInJuly()).toEqual(['2026-07-13', '2026-07-20', '2026-07-27']);
  });

  it('is no success where Clio passes over the call', async () => {
    firm.sandbox.setSwitches({ deletedFlagBelongsTo: 'delete' });
    const failure = await failureOf(adapter.cancelAppointment(userContext, (await occurrences())[1] ?? ''));
    expect(failure.message).toContain('Delete it in Clio’s own calendar');
    expect(await startsInJuly()).toHaveLength(4);
  });

  it('is unsupported where Clio refuses the call', async () => {
    firm.sandbox.setSwitches({ deletedFlagBelongsTo: 'patch', deleteOfOccurrence: 'refuse' });
    const chosen = (await occurrences())[1] ?? '';
    const set = firm.adapter({ assumptions: { deleteOccurrenceBy: 'delete' } });
    const failure = await failureOf(set.cancelAppointment(userContext, chosen));
    expect(failure).toMatchObject({ code: 'unsupported', details: { upstream: { status: 422 } } });
    expect(failure.message).toContain('Delete it in Clio’s own calendar');
    expect(await startsInJuly()).toHaveLength(4);
  });

  it('is a success with a warning where it cannot be checked', async () => {
    const chosen = (await occurrences())[1] ?? '';
    firm.sandbox.faults.add({ fault: '500', method: 'GET', path: '/api/v4/calendar_entries.json' });
    const { warning } = await adapter.cancelAppointment(userContext, chosen);
    expect(warning).toContain('could not be checked');
    expect(await startsInJuly()).toHaveLength(3);
  });

  it.each(['delete', 'delete-flag'] as const)(
    'deletes nothing where its id is that of the series and Clio would delete them all: %s',
    async (deleteOccurrenceBy) => {
      await occurrences();
      const set = firm.adapter({ assumptions: { deleteOccurrenceBy } });
      firm.calls();
      for (const attempt of [
        set.cancelAppointment(userContext, '1'),
        set.updateAppointment(userContext, '1', { status: 'cancelled' }),
      ]) {
        const failure = await failureOf(attempt);
        expect(failure.code).toBe('unsupported');
        expect(failure.message).toContain('Delete the occurrence in Clio’s own calendar');
      }
      expect(firm.bodies()).toEqual([]);
      expect(await startsInJuly()).toHaveLength(4);
    },
  );

  it('deletes the first one alone where its id is that of the series and the flag goes with a PATCH', async () => {
    await occurrences();
    const { warning } = await adapter.cancelAppointment(userContext, '1');
    expect(warning).toBeUndefined();
    expect(await startsInJuly()).toEqual(['2026-07-13', '2026-07-20', '2026-07-27']);
  });

  it('says so where the whole series went with an occurrence that had its id', async () => {
    const clio = await startFakeVendor(({ method, path }) => {
      if (path.endsWith('who_am_i.json')) return { status: 403 };
      if (method === 'PATCH') return { body: { data: null } };
      const isGone = clio.requests.some((request) => request.method === 'PATCH');
      if (path.endsWith('calendar_entries.json')) return { body: { data: [], meta: { paging: {} } } };
      return isGone
        ? { status: 404, body: { error: { type: 'RecordNotFound', message: '' } } }
        : { body: { data: series } };
    });
    const odd = createClioAdapter({ clioBaseUrl: clio.baseUrl, timeoutMs: 2000 });
    const { warning } = await odd.cancelAppointment(userContext, '1');
    await clio.close();
    expect(warning).toContain('the whole series is gone, too');
  });

  it('takes the whole series only when told to', async () => {
    await adapter.cancelAppointment(userContext, (await occurrences())[2] ?? '', { scope: 'series' });
    expect(await startsInJuly()).toEqual([]);
  });
});
