/** Confirms, cancels and refreshes an appointment from its card. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { Failure } from '../api/answer';
import type { WriteRequest } from '../api/bridge-client';
import { beginAction, type ConsoleServices } from './console-services';
import { currentPlatform, type AppointmentAction, type ConsoleState } from './console-state';
import { withoutKey } from './without-key';

const operationOf = {
  confirm: 'confirmAppointment',
  cancel: 'cancelAppointment',
  refresh: 'refreshAppointment',
} as const satisfies Record<AppointmentAction, WriteRequest['operation']>;

const titleOf = { confirm: 'Confirm', cancel: 'Cancel', refresh: 'Refresh' } as const;

const doneText = (action: AppointmentAction, { title }: Appointment, state: ConsoleState): string => {
  const platform = currentPlatform(state);
  const name = platform?.name ?? 'the CRM';
  if (action === 'refresh') return `“${title}” is as ${name} has it now.`;
  if (action === 'confirm') return `“${title}” is confirmed in ${name}.`;
  return platform?.capabilities.cancel === 'delete'
    ? `“${title}” is deleted in ${name}.`
    : `“${title}” is cancelled in ${name}.`;
};

export const keepAppointment = (services: ConsoleServices, appointment: Appointment): void => {
  services.store.set(({ appointments }) => ({
    appointments: { ...appointments, [appointment.id]: appointment },
  }));
};

export type ActOnAppointment = (appointment: Appointment, action: AppointmentAction) => Promise<void>;

/** Of writes that have not succeeded: the same write is repeated with the same key. */
const createWriteKeys = ({ newKey }: Pick<ConsoleServices, 'newKey'>) => {
  const keys = new Map<string, string>();
  return {
    keyOf: (write: string): string => {
      const key = keys.get(write) ?? newKey();
      keys.set(write, key);
      return key;
    },
    forget: (write: string): void => {
      keys.delete(write);
    },
  };
};

const showDone = (
  services: ConsoleServices,
  seen: Appointment,
  action: AppointmentAction,
  note: string,
): void => {
  const { store } = services;
  const text = [doneText(action, seen, store.get()), note].filter(Boolean).join(' ');
  store.set(({ dialog }) => ({
    notice: { tone: 'done', text },
    dialog: dialog?.kind === 'cancel' || dialog?.kind === 'changed' ? undefined : dialog,
  }));
};

interface FailedAction {
  readonly appointment: Appointment;
  readonly action: AppointmentAction;
  readonly failure: Failure;
  readonly retry: () => void;
}

const showFailure = (
  services: ConsoleServices,
  { appointment, action, failure, retry }: FailedAction,
): void => {
  const { store } = services;
  if (failure.code === 'conflict' && failure.appointment) {
    store.set({ dialog: { kind: 'changed', action, seen: appointment, theirs: failure.appointment } });
    return;
  }
  if (failure.appointment) keepAppointment(services, failure.appointment);
  if (store.get().dialog?.kind === 'cancel') {
    store.set({ dialog: { kind: 'cancel', appointmentId: appointment.id, failure } });
  } else {
    store.set({ notice: { tone: 'failed', text: failure.message, failure, retry }, dialog: undefined });
  }
};

export const createActOnAppointment = (services: ConsoleServices): ActOnAppointment => {
  const { store, client } = services;
  const keys = createWriteKeys(services);
  const act: ActOnAppointment = async (appointment, action) => {
    const { id, version } = appointment;
    const { platform, pending } = store.get();
    if (pending[id]) return;
    const write = JSON.stringify([platform, action, id, version]);
    store.set({ pending: { ...pending, [id]: action } });
    const note = beginAction(services, `${titleOf[action]} “${appointment.title}”`);
    const { answer } = note(
      await client.write({
        operation: operationOf[action],
        platform,
        appointmentId: id,
        ...(action === 'refresh' ? {} : { ifVersion: version, idempotencyKey: keys.keyOf(write) }),
      }),
    );
    store.set((state) => ({ pending: withoutKey(state.pending, id) }));
    if (store.get().platform !== platform) return;
    if (answer.successful) {
      keys.forget(write);
      keepAppointment(services, answer.value);
      showDone(services, appointment, action, answer.note);
    } else {
      const retry = (): void => void act(appointment, action);
      showFailure(services, { appointment, action, failure: answer.failure, retry });
    }
  };
  return act;
};
