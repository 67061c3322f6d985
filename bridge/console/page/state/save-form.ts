/** Sends the form, and says in it what came of it: saved, refused, changed meanwhile, or done in part. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { Failure } from '../api/answer';
import type { WriteRequest } from '../api/bridge-client';
import { doneFields, mergeValues } from '../edit/compare-versions';
import {
  createBodyOf,
  formValuesOf,
  issuesOf,
  issuesOfBridge,
  patchOf,
  type FormRules,
} from '../edit/form-values';
import { keepAppointment } from './act-on-appointment';
import { beginAction, type ConsoleServices } from './console-services';
import { currentPlatform, type ConsoleState, type OpenForm } from './console-state';
import { dropForm, openFormOf } from './edit-form';

export interface SaveForm {
  save(): Promise<void>;
  /** After a conflict: what was typed, on top of the appointment as it now is. */
  keepMine(): Promise<void>;
  /** After a conflict: the appointment as it now is. */
  takeTheirs(): void;
}

const requestOf = ({ base, values }: OpenForm, { platform }: ConsoleState): WriteRequest =>
  base
    ? {
        operation: 'updateAppointment',
        platform,
        appointmentId: base.id,
        ifVersion: base.version,
        body: patchOf(values, base),
      }
    : { operation: 'createAppointment', platform, body: createBodyOf(values) };

/** What a failed write leaves in the form. */
const afterFailure = (form: OpenForm, failure: Failure): Partial<OpenForm> => {
  const { appointment: current } = failure;
  if (failure.code === 'conflict' && current && form.base) {
    return { problem: { kind: 'conflict', failure, theirs: current } };
  }
  if (failure.code === 'partial_write' && current) {
    // What there is now is what the rest is an edit of: a second create would make a second appointment.
    const fields = doneFields(form.values, form.base, current);
    return {
      problem: { kind: 'partial', failure, fields },
      base: current,
      untouched: formValuesOf(current, form.values.timeZone),
    };
  }
  return { problem: { kind: 'failed', failure }, issues: issuesOfBridge(failure.issues) };
};

const rulesOf = (state: ConsoleState): FormRules => {
  const platform = currentPlatform(state);
  return {
    crossesMidnight: platform?.capabilities.crossesMidnight ?? true,
    crmName: platform?.name ?? 'The CRM',
    crmTimeZone: platform?.user?.timeZone || state.viewerZone,
  };
};

const setForm = ({ store }: ConsoleServices, form: OpenForm): void => {
  store.set({ dialog: { kind: 'form', form } });
};

const showSaved = (
  services: ConsoleServices,
  form: OpenForm,
  appointment: Appointment,
  note: string,
): void => {
  const outcome = form.base
    ? `“${appointment.title}” is saved.`
    : `“${appointment.title}” is in the calendar.`;
  keepAppointment(services, appointment);
  dropForm(services, form.base);
  services.store.set({ notice: { tone: 'done', text: [outcome, note].filter(Boolean).join(' ') } });
};

/** The form may have been closed meanwhile: then what came of it is said above the list. */
const showFailed = (services: ConsoleServices, form: OpenForm, failure: Failure): void => {
  const { store } = services;
  if (failure.code === 'partial_write' && failure.appointment) {
    keepAppointment(services, failure.appointment);
  }
  const open = openFormOf(store.get());
  if (open && open.base?.id === form.base?.id) {
    setForm(services, { ...open, isSending: false, ...afterFailure(open, failure) });
  } else {
    store.set({ notice: { tone: 'failed', text: failure.message, failure } });
  }
};

const send = async (services: ConsoleServices, form: OpenForm): Promise<void> => {
  const { store, client, newKey } = services;
  const { platform } = store.get();
  const request = requestOf(form, store.get());
  const text = JSON.stringify(request);
  const key = form.attempt?.request === text ? form.attempt.key : newKey();
  const attempt = { request: text, key };
  const sent = { ...form, isSending: true, problem: undefined, issues: {}, attempt };
  setForm(services, sent);
  const verb = form.base ? 'Save' : 'Create';
  const note = beginAction(services, `${verb} “${form.values.title}”`);
  const { answer } = note(await client.write({ ...request, idempotencyKey: key }));
  if (store.get().platform !== platform) return;
  if (answer.successful) showSaved(services, sent, answer.value, answer.note);
  else showFailed(services, sent, answer.failure);
};

const save = async (services: ConsoleServices, form: OpenForm): Promise<void> => {
  if (form.isSending) return;
  const { base, values } = form;
  const issues = issuesOf(values, base, rulesOf(services.store.get()));
  if (Object.keys(issues).length > 0) {
    setForm(services, { ...form, issues });
    return;
  }
  if (base && Object.keys(patchOf(values, base)).length === 0) {
    dropForm(services, base);
    services.store.set({ notice: { tone: 'info', text: `Nothing was changed in “${base.title}”.` } });
    return;
  }
  await send(services, form);
};

export const createSaveForm = (services: ConsoleServices): SaveForm => {
  const { store } = services;
  return {
    save: async () => {
      const form = openFormOf(store.get());
      if (form) await save(services, form);
    },
    keepMine: async () => {
      const form = openFormOf(store.get());
      if (form?.problem?.kind !== 'conflict' || !form.base) return;
      const { theirs } = form.problem;
      const values = mergeValues(form.values, form.base, formValuesOf(theirs, form.values.timeZone));
      keepAppointment(services, theirs);
      await save(services, { ...form, base: theirs, values, problem: undefined });
    },
    takeTheirs: () => {
      const form = openFormOf(store.get());
      if (form?.problem?.kind !== 'conflict') return;
      const { theirs } = form.problem;
      keepAppointment(services, theirs);
      dropForm(services, form.base);
      const text = `“${theirs.title}” is shown as it now is. Nothing was changed.`;
      store.set({ notice: { tone: 'info', text } });
    },
  };
};
