/** Confirms, cancels and refreshes an appointment from its card. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { Failure } from '../api/answer';
import type { WriteRequest } from '../api/bridge-client';
import { beginAction, type ConsoleServices } from './console-services';
import { currentPlatform, type AppointmentAction, type ConsoleState } from './console-state';

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

export const createActOnAppointment = (services: ConsoleServices): ActOnAppointment => {
  const { store, client, newKey } = services;
  /** Of writes that have not succeeded: the same write is repeated with the same key. */
  const keys = new Map<string, string>();

  const keyOf = (write: string): string => {
    const key = keys.get(write) ?? newKey();
    keys.set(write, key);
    return key;
  };

  const setPending = (id: string, action: AppointmentAction | undefined): void => {
    store.set(({ pending }) => {
      const { [id]: _previous, ...others } = pending;
      return { pending: action ? { ...others, [id]: action } : others };
    });
  };

  const showFailure = (appointment: Appointment, action: AppointmentAction, failure: Failure): void => {
    if (failure.code === 'conflict' && failure.appointment) {
      store.set({ dialog: { kind: 'changed', action, seen: appointment, theirs: failure.appointment } });
      return;
    }
    if (failure.appointment) keepAppointment(services, failure.appointment);
    if (store.get().dialog?.kind === 'cancel') {
      store.set({ dialog: { kind: 'cancel', appointmentId: appointment.id, failure } });
      return;
    }
    const retry = (): void => void act(appointment, action);
    store.set({ notice: { tone: 'failed', text: failure.message, failure, retry } });
  };

  const act: ActOnAppointment = async (appointment, action) => {
    const { id, version } = appointment;
    const { platform, pending } = store.get();
    if (pending[id]) return;
    const write = JSON.stringify([platform, action, id, version]);
    setPending(id, action);
    const note = beginAction(services, `${titleOf[action]} “${appointment.title}”`);
    const { answer } = note(
      await client.write({
        operation: operationOf[action],
        platform,
        appointmentId: id,
        ...(action === 'refresh' ? {} : { ifVersion: version, idempotencyKey: keyOf(write) }),
      }),
    );
    setPending(id, undefined);
    if (store.get().platform !== platform) return;
    if (!answer.successful) {
      showFailure(appointment, action, answer.failure);
      return;
    }
    keys.delete(write);
    keepAppointment(services, answer.value);
    const text = [doneText(action, appointment, store.get()), answer.note].filter(Boolean).join(' ');
    store.set(({ dialog }) => ({
      notice: { tone: 'done', text },
      dialog: dialog?.kind === 'cancel' || dialog?.kind === 'changed' ? undefined : dialog,
    }));
  };
  return act;
};
