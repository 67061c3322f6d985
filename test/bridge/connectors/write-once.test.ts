import { createConnector } from '../../../bridge/connectors/create-connector';
import { LEASE_MS, type IdempotencyStore } from '../../../bridge/idempotency/idempotency-store';
import { createMemoryIdempotencyStore } from '../../../bridge/idempotency/memory-idempotency-store';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';
import { failureIn, recordIn } from '../checked-envelope';
import { createMemoryCalendar } from './memory-calendar';

const DAY_MS = 24 * 60 * 60 * 1000;

const call = { user: { id: '5-netsuite', hostname: '1234567.app.netsuite.com' }, authHeader: 'Bearer one' };
const payload = { title: 'Demo', startTimeUtc: '2026-07-20T22:00:00Z', durationMinutes: 30 };

const open = (store?: (inMemory: IdempotencyStore) => IdempotencyStore) => {
  let nowMs = Date.UTC(2026, 6, 20);
  const clock = () => nowMs;
  const calendar = createMemoryCalendar();
  const titles: string[] = [];
  const note = (_ids: object, title: string) => void titles.push(title);
  const inMemory = createMemoryIdempotencyStore({ nowMs: clock });
  const connector = createConnector({
    platform: 'netsuite',
    adapter: calendar.adapter,
    log: { warn: note, error: note },
    nowMs: clock,
    idempotency: store?.(inMemory) ?? inMemory,
  });
  return {
    calendar,
    titles,
    advance: (durationMs: number) => {
      nowMs += durationMs;
    },
    create: async (idempotencyKey = 'key-1', changes: object = {}) =>
      connector.createAppointment({ ...call, idempotencyKey, payload: { ...payload, ...changes } }),
    rename: async (id: string, title: string) =>
      connector.updateAppointment({ ...call, appointmentId: id, patchBody: { title }, idempotencyKey: 'r' }),
  };
};

const failing = (code: FailureCode) => new AppointmentError(code, `It failed: ${code}.`);

describe('a write under a key', () => {
  it('is done once, and shown as it then is', async () => {
    const { calendar, create, rename } = open();
    const first = recordIn(await create());
    recordIn(await rename(first.appointmentId, 'Renamed'));
    const again = recordIn(await create());
    expect(again.appointment).toEqual({ ...first.appointment, title: 'Renamed' });
    expect(calendar.creates).toHaveLength(1);
  });

  it.each(['a b', '漢字', 'x'.repeat(5000), '"quoted"', '../..'])('takes any key: %s', async (key) => {
    const { calendar, create } = open();
    recordIn(await create(key));
    recordIn(await create(key));
    expect(calendar.creates).toEqual([
      { idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/), mayExist: false },
    ]);
  });

  it('is the same request in another spelling', async () => {
    const { calendar, create } = open();
    recordIn(await create());
    recordIn(await create('key-1', { title: ' Demo ', startTimeUtc: '2026-07-20T15:00:00-07:00' }));
    expect(calendar.creates).toHaveLength(1);
  });

  it('leaves its key free when the request is malformed', async () => {
    const { create } = open();
    expect(failureIn(await create('key-1', { durationMinutes: 0 })).errorCode).toBe('invalid_request');
    recordIn(await create('key-1'));
  });

  it.each(['invalid_request', 'forbidden', 'not_found', 'unsupported'] as const)(
    'fails again as it failed, and is not tried again: %s',
    async (code) => {
      const { calendar, create } = open();
      calendar.failures.push(failing(code));
      const first = failureIn(await create());
      expect(failureIn(await create())).toEqual(first);
      expect(calendar.creates).toHaveLength(1);
    },
  );

  it.each([
    'rate_limited',
    'upstream_unavailable',
    'partial_write',
    'ambiguous_write',
    'conflict',
    'upstream_invalid',
    'internal',
  ] as const)('is tried again after %s, looking first for what the earlier one made', async (code) => {
    const { calendar, create } = open();
    calendar.failures.push(failing(code));
    failureIn(await create());
    expect(failureIn(await create('key-1', { title: 'Other' })).httpStatus).toBe(422);
    recordIn(await create());
    const [first, second] = calendar.creates;
    expect(second).toEqual({ ...first, mayExist: true });
  });

  it.each([
    ['ambiguous_write', 'upstream_invalid'],
    ['ambiguous_write', 'upstream_unavailable'],
    ['ambiguous_write', 'rate_limited'],
    ['ambiguous_write', 'conflict'],
    ['partial_write', 'rate_limited'],
    ['internal', 'rate_limited'],
  ] as const)(
    'does not claim that nothing was saved when, after %s, a later request cannot find out: %s',
    async (first, second) => {
      const { calendar, create } = open();
      calendar.failures.push(failing(first), failing(second), failing('unauthenticated'), failing(second));
      failureIn(await create());
      const later = failureIn(await create());
      expect(later.errorCode).toBe('ambiguous_write');
      expect(later.returnMessage.message).toContain(`It failed: ${second}.`);
      expect(failureIn(await create()).errorCode).toBe('unauthenticated');
      expect(failureIn(await create()).errorCode).toBe('ambiguous_write');
      recordIn(await create());
    },
  );

  it('does not claim that there never was such an appointment, which an earlier request may have cancelled', async () => {
    const { calendar, create } = open();
    calendar.failures.push(failing('ambiguous_write'), failing('not_found'));
    failureIn(await create());
    const later = failureIn(await create());
    expect(later.errorCode).toBe('ambiguous_write');
    expect(later.returnMessage.message).toContain('perhaps by an earlier request with the same key');
  });

  it.each(['rate_limited', 'upstream_unavailable'] as const)(
    'says %s as often as nothing can have been saved',
    async (code) => {
      const { calendar, create } = open();
      calendar.failures.push(failing('rate_limited'), failing(code));
      failureIn(await create());
      expect(failureIn(await create()).errorCode).toBe(code);
      recordIn(await create());
    },
  );

  it('asks the CRM for another appointment when an old key comes with another request', async () => {
    const { calendar, create, advance } = open();
    recordIn(await create());
    advance(DAY_MS + 1);
    recordIn(await create());
    advance(DAY_MS + 1);
    recordIn(await create('key-1', { title: 'Other' }));
    const [first, second, other] = calendar.creates.map(({ idempotencyKey }) => idempotencyKey);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('tells the adapter of a change that it may be done already, and only then', async () => {
    const { calendar, create, rename } = open();
    const { appointmentId } = recordIn(await create());
    calendar.failures.push(failing('ambiguous_write'));
    failureIn(await rename(appointmentId, 'Renamed'));
    recordIn(await rename(appointmentId, 'Renamed'));
    expect(calendar.changes).toEqual([{ mayBeDone: false }, { mayBeDone: true }]);
  });

  it('leaves its key free when the CRM took the caller for nobody', async () => {
    const { calendar, create } = open();
    calendar.failures.push(failing('unauthenticated'));
    failureIn(await create());
    recordIn(await create('key-1', { title: 'Other' }));
    expect(calendar.creates[1]).toMatchObject({ mayExist: false });
  });

  it('is remembered for a day', async () => {
    const { calendar, create, advance } = open();
    recordIn(await create());
    advance(DAY_MS - 1);
    recordIn(await create());
    expect(calendar.creates).toHaveLength(1);
    advance(1);
    recordIn(await create());
    expect(calendar.creates).toHaveLength(2);
  });

  it('says of what is gone that it was done, and that it is gone', async () => {
    const { calendar, create } = open();
    const { appointmentId } = recordIn(await create());
    calendar.appointments.clear();
    const again = recordIn(await create());
    expect(again).toMatchObject({
      appointmentId,
      appointment: { id: appointmentId, title: '', status: 'cancelled', durationMinutes: 30 },
      returnMessage: { messageType: 'info' },
    });
  });

  it.each(['upstream_unavailable', 'upstream_invalid'] as const)(
    'says of what cannot be read that it was saved, and is worth asking for again: %s',
    async (code) => {
      const { calendar, create } = open();
      recordIn(await create());
      calendar.unreadable = failing(code);
      const again = failureIn(await create());
      expect(again).toMatchObject({ errorCode: code, retryable: true });
      expect(again.returnMessage.message).toMatch(/^It was saved by the first request with the same key/);
    },
  );

  it('answers as it went although that cannot be remembered', async () => {
    const end = async (): Promise<never> => {
      throw new Error('SECRET of the database');
    };
    const { create, titles } = open((inMemory) => ({ ...inMemory, end }));
    recordIn(await create());
    expect(titles).toEqual(['outcome of a write could not be remembered']);
  });

  it('does nothing while the store cannot be reached', async () => {
    const begin = async (): Promise<never> => {
      throw failing('upstream_unavailable');
    };
    const { calendar, create } = open((inMemory) => ({ ...inMemory, begin }));
    expect(failureIn(await create()).errorCode).toBe('upstream_unavailable');
    expect(calendar.creates).toEqual([]);
  });

  it('says that it lives while it runs, and no longer', async () => {
    jest.useFakeTimers();
    let renewals = 0;
    const { calendar, create } = open((inMemory) => ({
      ...inMemory,
      renew: async () => {
        renewals += 1;
      },
    }));
    let finish = (): void => undefined;
    const { createAppointment } = calendar.adapter;
    Object.assign(calendar.adapter, {
      createAppointment: async (...given: Parameters<typeof createAppointment>) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return createAppointment(...given);
      },
    });
    const created = create();
    await jest.advanceTimersByTimeAsync(LEASE_MS * 2);
    expect(renewals).toBeGreaterThanOrEqual(4);
    finish();
    recordIn(await created);
    const before = renewals;
    await jest.advanceTimersByTimeAsync(LEASE_MS * 2);
    expect(renewals).toBe(before);
    jest.useRealTimers();
  });
});
