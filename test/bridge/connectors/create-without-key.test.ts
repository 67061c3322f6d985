import type { CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import { createCreateWithoutKey } from '../../../bridge/connectors/create-without-key';
import type { Deadline } from '../../../bridge/http/deadline';
import { createMemoryIdempotencyStore } from '../../../bridge/idempotency/memory-idempotency-store';
import { createClaimedRunner } from '../../../bridge/idempotency/run-claimed';
import { createRequestSchema } from '../../../src/contract/change.schema';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';
import { createMemoryCalendar } from './memory-calendar';

const SECOND_MS = 1000;

const context: CalendarContext = { credential: 'Bearer one', hostname: '', userId: '5', nowMs: 0 };

const open = () => {
  let nowMs = Date.UTC(2026, 6, 20);
  const clock = () => nowMs;
  const calendar = createMemoryCalendar();
  const store = createMemoryIdempotencyStore({ nowMs: clock });
  const log = { warn: () => undefined };
  let waits = 0;
  const process = () =>
    createCreateWithoutKey({
      platform: 'netsuite',
      adapter: calendar.adapter,
      store,
      runClaimed: createClaimedRunner({ store, log }),
      nowMs: clock,
      wait: async () => {
        waits += 1;
      },
    });
  const createIn =
    (create: ReturnType<typeof process>) =>
    async (changes: object = {}, deadline?: Deadline) => {
      const input = createRequestSchema.parse({
        title: 'Demo',
        startTimeUtc: '2026-07-20T22:00:00Z',
        durationMinutes: 30,
        ...changes,
      });
      const act = async (options: { readonly idempotencyKey: string }) =>
        calendar.adapter.createAppointment(context, input, options);
      return create({ context: { ...context, deadline }, input, act });
    };
  return {
    calendar,
    waits: () => waits,
    advance: (durationMs: number) => {
      nowMs += durationMs;
    },
    create: createIn(process()),
    createElsewhere: createIn(process()),
  };
};

const failing = (code: FailureCode) => new AppointmentError(code, code);

describe('creating without a key', () => {
  it('tells an impatient user of the first, for half a minute', async () => {
    const { calendar, create, advance } = open();
    const first = await create();
    advance(30 * SECOND_MS - 1);
    const second = await create({ summary: 'With more words' });
    expect(second).toMatchObject({
      appointmentId: first.appointmentId,
      returnMessage: { messageType: 'info', message: expect.stringContaining('no second one was made') },
    });
    advance(1);
    expect((await create()).appointmentId).not.toBe(first.appointmentId);
    expect(calendar.creates).toHaveLength(2);
  });

  it('knows the first again in a CRM that keeps whole minutes', async () => {
    const { calendar, create } = open();
    const { appointmentId, appointment } = await create({ startTimeUtc: '2026-07-20T22:00:30Z' });
    calendar.appointments.set(appointmentId, { ...appointment, startTimeUtc: '2026-07-20T22:00:00.000Z' });
    expect((await create({ startTimeUtc: '2026-07-20T22:00:30Z' })).appointmentId).toBe(appointmentId);
    expect(calendar.creates).toHaveLength(1);
  });

  it('tells it also in another process', async () => {
    const { calendar, create, createElsewhere } = open();
    const [first, second] = await Promise.all([create(), createElsewhere()]);
    expect(second.appointmentId).toBe(first.appointmentId);
    expect(calendar.creates).toHaveLength(1);
  });

  it('waits for the first as long as a client does, and then says that it still runs', async () => {
    const { calendar, create, waits } = open();
    const never = new Promise<never>(() => undefined);
    Object.assign(calendar.adapter, { createAppointment: () => never });
    void create();
    const second = await create().catch((error: unknown) => error);
    expect(second).toMatchObject({ code: 'conflict', retryable: true });
    expect(waits()).toBe(80);
  });

  it('waits no longer than leaves its caller time to read', async () => {
    const { calendar, create, waits } = open();
    Object.assign(calendar.adapter, { createAppointment: () => new Promise<never>(() => undefined) });
    void create();
    const deadline = { remainingMs: () => 6000 - waits() * 250 };
    const second = await create({}, deadline).catch((error: unknown) => error);
    expect(second).toMatchObject({ code: 'conflict', retryable: true });
    expect(waits()).toBe(4);
  });

  it('looks for what was made by the same key when nobody knows whether it was', async () => {
    const { calendar, create, advance } = open();
    calendar.failures.push(failing('ambiguous_write'));
    await expect(create()).rejects.toMatchObject({ code: 'ambiguous_write' });
    advance(9 * 60 * SECOND_MS);
    await create();
    const [first, second] = calendar.creates;
    expect(second).toEqual({ ...first, mayExist: true });
  });

  it.each(['invalid_request', 'forbidden', 'unsupported'] as const)(
    'begins anew when the CRM has refused the first: %s',
    async (code) => {
      const { calendar, create } = open();
      calendar.failures.push(failing(code));
      await expect(create()).rejects.toMatchObject({ code });
      await create();
      const [first, second] = calendar.creates;
      expect(second?.mayExist).toBe(false);
      expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
    },
  );

  it('fails rather than makes a second one while the first cannot be read', async () => {
    const { calendar, create } = open();
    await create();
    calendar.unreadable = failing('upstream_unavailable');
    await expect(create()).rejects.toMatchObject({ code: 'upstream_unavailable' });
    expect(calendar.creates).toHaveLength(1);
  });
});
