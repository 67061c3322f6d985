import type { Reply, WriteRequest } from '../../../../../bridge/console/page/api/bridge-client';
import type { Appointment } from '../../../../../src/contract/appointment.schema';
import { appointmentExample } from '../../../../../src/contract/examples';
import { openFormOf } from '../../../../../bridge/console/page/state/edit-form';
import { done, openConsole, refused } from './console-stand';

const theirs = { ...appointmentExample, location: 'Room 9', version: '2' };

/** A page whose writes are answered one after the other. */
const openWith = async (...answers: readonly Reply<Appointment>[]) => {
  const sent: WriteRequest[] = [];
  const opened = await openConsole({
    write: async (request) => {
      sent.push(request);
      return answers[sent.length - 1] ?? refused('internal');
    },
  });
  return { ...opened, sent, form: () => openFormOf(opened.store.get()) };
};

describe('a form that is saved', () => {
  it('sends what was changed with the version it was changed from, closes, and shows the answer', async () => {
    const { actions, sent, store, form } = await openWith(
      done({ ...appointmentExample, title: 'New', version: '2' }),
    );
    actions.form.open(appointmentExample);
    actions.form.change({ title: 'New' });
    await actions.save();
    expect(sent).toEqual([
      {
        operation: 'updateAppointment',
        platform: 'netsuite',
        appointmentId: '77',
        ifVersion: appointmentExample.version,
        body: { title: 'New' },
        idempotencyKey: 'key-1',
      },
    ]);
    expect(form()).toBeUndefined();
    expect(store.get().appointments['77']).toMatchObject({ title: 'New', version: '2' });
    expect(store.get().notice).toMatchObject({ tone: 'done' });
  });

  it('sends nothing where nothing was changed, or something is wrong', async () => {
    const { actions, sent, form } = await openWith();
    actions.form.open(appointmentExample);
    await actions.save();
    expect(form()).toBeUndefined();
    actions.form.open();
    await actions.save();
    expect(form()?.issues).toEqual({ title: 'Enter a title.' });
    expect(sent).toEqual([]);
  });
});

describe('a form that could not be saved', () => {
  it('keeps what was typed, and repeats the same request with the same key', async () => {
    const { actions, sent, form } = await openWith(
      refused('upstream_unavailable'),
      refused('ambiguous_write'),
      done(appointmentExample),
    );
    actions.form.open();
    actions.form.change({ title: 'Call' });
    await actions.save();
    expect(form()).toMatchObject({
      values: { title: 'Call' },
      problem: { kind: 'failed' },
      isSending: false,
    });
    await actions.save();
    await actions.save();
    expect(sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('sends another request with another key', async () => {
    const { actions, sent } = await openWith(refused('internal'), refused('internal'));
    actions.form.open();
    actions.form.change({ title: 'Call' });
    await actions.save();
    actions.form.change({ title: 'Another' });
    await actions.save();
    expect(sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-1', 'key-2']);
  });

  it('keeps what was typed when it is closed, until it is thrown away', async () => {
    const { actions, form } = await openWith();
    actions.form.open(appointmentExample);
    actions.form.change({ title: 'Unsaved' });
    actions.closeDialog();
    actions.form.open();
    expect(form()?.values.title).toBe('');
    actions.form.open(appointmentExample);
    expect(form()).toMatchObject({ isRestored: true, values: { title: 'Unsaved' } });
    actions.form.startOver();
    expect(form()).toMatchObject({ isRestored: false, values: { title: appointmentExample.title } });
  });

  it('puts the bridge’s complaints beside their fields', async () => {
    const issues = [{ path: 'contacts.0.id', message: 'must be a contact id' }];
    const { actions, form } = await openWith(refused('invalid_request', { issues }));
    actions.form.open(appointmentExample);
    actions.form.change({ people: [] });
    await actions.save();
    expect(form()?.issues).toEqual({ people: 'This must be a contact id.' });
  });
});

describe('a form whose appointment was changed meanwhile', () => {
  const meetConflict = async (...answers: readonly Reply<Appointment>[]) => {
    const opened = await openWith(refused('conflict', { appointment: theirs }), ...answers);
    opened.actions.form.open(appointmentExample);
    opened.actions.form.change({ title: 'Mine' });
    await opened.actions.save();
    return opened;
  };

  it('has both versions, and sends mine on top of theirs', async () => {
    const { actions, sent, form } = await meetConflict(done({ ...theirs, title: 'Mine' }));
    expect(form()?.problem).toMatchObject({ kind: 'conflict', theirs });
    await actions.keepMine();
    expect(sent[1]).toMatchObject({ ifVersion: '2', body: { title: 'Mine' }, idempotencyKey: 'key-2' });
    expect(form()).toBeUndefined();
  });

  it('shows theirs and sends nothing where theirs is taken', async () => {
    const { actions, sent, form, store } = await meetConflict();
    actions.takeTheirs();
    expect(sent).toHaveLength(1);
    expect(form()).toBeUndefined();
    expect(store.get().appointments['77']).toEqual(theirs);
    actions.form.open(theirs);
    expect(form()?.isRestored).toBe(false);
  });
});

describe('a form that was saved in part', () => {
  it('says what is saved and what not, and sends the rest as an edit, never as a second create', async () => {
    const saved = { ...appointmentExample, id: '90', title: 'Call', attendees: [] };
    const { actions, sent, form } = await openWith(
      refused('partial_write', { appointment: saved, retryable: true }),
      done(saved),
    );
    actions.form.open();
    actions.form.change({ title: 'Call', people: [{ id: '5', name: 'Ada', type: 'contact' }] });
    await actions.save();
    const problem = form()?.problem;
    expect(problem?.kind === 'partial' && problem.fields).toContainEqual({
      name: 'Attendees',
      mine: 'Ada',
      theirs: 'nothing',
      isDone: false,
    });
    await actions.save();
    expect(sent[1]).toMatchObject({
      operation: 'updateAppointment',
      appointmentId: '90',
      ifVersion: saved.version,
      body: { contacts: [{ id: '5', name: 'Ada', type: 'contact' }] },
    });
  });
});
