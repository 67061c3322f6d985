/** Opens, changes and closes the form of an appointment. What was typed is kept until it is saved or thrown away. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import { formValuesOf, newFormValues, type FormValues } from '../edit/form-values';
import type { ConsoleServices } from './console-services';
import type { ConsoleState, OpenForm } from './console-state';
import { withoutKey } from './without-key';

export interface EditForm {
  /** @param appointment undefined for a new one */
  open(appointment?: Appointment): void;
  change(values: Partial<FormValues>): void;
  /** Throws away what was typed. */
  startOver(): void;
  close(): void;
}

const draftKey = (platform: string, base: Appointment | undefined): string =>
  `${platform} ${base?.id ?? 'new'}`;

export const openFormOf = (state: ConsoleState): OpenForm | undefined =>
  state.dialog?.kind === 'form' ? state.dialog.form : undefined;

const withoutDraft = (
  { drafts, platform }: ConsoleState,
  base: Appointment | undefined,
): ConsoleState['drafts'] => withoutKey(drafts, draftKey(platform, base));

/** The form is done with: nothing of it has to be kept. */
export const dropForm = ({ store }: Pick<ConsoleServices, 'store'>, base: Appointment | undefined): void => {
  store.set((state) => ({
    drafts: withoutDraft(state, base),
    dialog: openFormOf(state)?.base?.id === base?.id ? undefined : state.dialog,
  }));
};

const hasTyped = ({ values, untouched }: OpenForm): boolean =>
  JSON.stringify(values) !== JSON.stringify(untouched);

const emptyForm = (base: Appointment | undefined, { nowMs, viewerZone }: ConsoleState): OpenForm => {
  const values = base ? formValuesOf(base, viewerZone) : newFormValues(nowMs, viewerZone);
  return {
    base,
    untouched: values,
    values,
    issues: {},
    problem: undefined,
    isSending: false,
    attempt: undefined,
    isRestored: false,
  };
};

export const createEditForm = ({ store }: ConsoleServices): EditForm => ({
  open: (appointment) => {
    const state = store.get();
    const draft = state.drafts[draftKey(state.platform, appointment)];
    const form = draft ? { ...draft, isRestored: true, isSending: false } : emptyForm(appointment, state);
    store.set({ dialog: { kind: 'form', form } });
  },
  change: (changed) => {
    const form = openFormOf(store.get());
    if (!form) return;
    const values = { ...form.values, ...changed };
    const issues = Object.fromEntries(Object.entries(form.issues).filter(([field]) => !(field in changed)));
    store.set({ dialog: { kind: 'form', form: { ...form, values, issues } } });
  },
  startOver: () => {
    const state = store.get();
    const base = openFormOf(state)?.base;
    const latest = base ? (state.appointments[base.id] ?? base) : undefined;
    store.set({
      drafts: withoutDraft(state, base),
      dialog: { kind: 'form', form: emptyForm(latest, state) },
    });
  },
  close: () => {
    const state = store.get();
    const form = openFormOf(state);
    const drafts =
      form && hasTyped(form)
        ? { ...state.drafts, [draftKey(state.platform, form.base)]: form }
        : withoutDraft(state, form?.base);
    store.set({ dialog: undefined, drafts });
  },
});
