import type { Reply, WriteRequest } from '../../../../../bridge/console/page/api/bridge-client';
import type { Appointment } from '../../../../../src/contract/appointment.schema';
import { appointmentExample } from '../../../../../src/contract/examples';
import { done, openConsole, refused } from './console-stand';

const theirs = { ...appointmentExample, title: 'Moved', version: '2' };
const cancelled = { ...appointmentExample, status: 'cancelled' } as const;

const openWith = async (...answers: readonly Reply<Appointment>[]) => {
  const sent: WriteRequest[] = [];
  const opened = await openConsole({
    write: async (request) => {
      sent.push(request);
      return answers[sent.length - 1] ?? refused('internal');
    },
  });
  return { ...opened, sent };
};

describe('an action on an appointment', () => {
  it('says what was done, and shows the appointment as it then is', async () => {
    const { actions, store } = await openWith(done({ ...theirs, ...cancelled }));
    actions.openDialog({ kind: 'cancel', appointmentId: '77', failure: undefined });
    await actions.act(appointmentExample, 'cancel');
    expect(store.get()).toMatchObject({
      dialog: undefined,
      notice: { tone: 'done', text: '“Strategy call” is cancelled in NetSuite.' },
      appointments: { '77': { status: 'cancelled' } },
      pending: {},
    });
  });

  it('is repeated with its key and version, and a refresh has neither', async () => {
    const { actions, store, sent } = await openWith(
      refused('upstream_unavailable', { retryable: true }),
      done(theirs),
    );
    await actions.act(appointmentExample, 'confirm');
    expect(store.get().notice).toMatchObject({ tone: 'failed', text: 'It is upstream_unavailable.' });
    store.get().notice?.retry?.();
    await new Promise(setImmediate);
    await actions.act(theirs, 'refresh');
    expect(
      sent.map(({ operation, ifVersion, idempotencyKey }) => [operation, ifVersion, idempotencyKey]),
    ).toEqual([
      ['confirmAppointment', appointmentExample.version, 'key-1'],
      ['confirmAppointment', appointmentExample.version, 'key-1'],
      ['refreshAppointment', undefined, undefined],
    ]);
  });

  it('says in the question itself why it could not be cancelled', async () => {
    const { actions, store } = await openWith(refused('forbidden'));
    actions.openDialog({ kind: 'cancel', appointmentId: '77', failure: undefined });
    await actions.act(appointmentExample, 'cancel');
    expect(store.get().dialog).toMatchObject({ kind: 'cancel', failure: { code: 'forbidden' } });
  });

  it('shows both versions where somebody was faster, and goes on from theirs', async () => {
    const { actions, store, sent } = await openWith(
      refused('conflict', { appointment: theirs }),
      done(theirs),
    );
    await actions.act(appointmentExample, 'confirm');
    expect(store.get().dialog).toEqual({
      kind: 'changed',
      action: 'confirm',
      seen: appointmentExample,
      theirs,
    });
    await actions.act(theirs, 'confirm');
    expect(sent[1]).toMatchObject({ ifVersion: '2', idempotencyKey: 'key-2' });
    expect(store.get().dialog).toBeUndefined();
  });
});
