/** Makes the request and its effect of a planned step that writes. Pure. */
import type { OperationRequest } from './caller';
import type { CrmRules } from './chaos-crm';
import type { HeldAppointment } from './held-appointment';
import type { PlannedStep } from './planned-step';
import { creating, editing, settingStatus, type WriteEffect } from './write-effect';

export interface PlannedWrite {
  readonly request: Omit<OperationRequest, 'key'>;
  readonly effect: WriteEffect;
}

const contactsOf = ({ people }: PlannedStep) => people.map(({ id, type, name }) => ({ id, type, name }));
const idsOf = ({ people }: PlannedStep): readonly string[] => people.map(({ id }) => id).sort();

/** @param titleStart how the title is to begin */
export const planCreate = (step: PlannedStep, titleStart: string): PlannedWrite => {
  const { startMs, durationMinutes } = step;
  const wanted: HeldAppointment = {
    title: `${titleStart}first`,
    summary: `Agenda of ${titleStart.trim()}`,
    startMs,
    durationMinutes,
    attendeeIds: idsOf(step),
    status: 'scheduled',
  };
  return {
    request: {
      operation: 'createAppointment',
      body: {
        title: wanted.title,
        summary: wanted.summary,
        startTimeUtc: new Date(startMs).toISOString(),
        durationMinutes,
        contacts: contactsOf(step),
      },
    },
    effect: creating(wanted),
  };
};

/** @param mark makes the texts of this edit its own */
const planEdit = (
  step: PlannedStep,
  appointmentId: string,
  titleStart: string,
  mark: string,
): PlannedWrite => {
  const { edits, startMs, durationMinutes } = step;
  const title = `${titleStart}edit ${mark}`;
  const summary = `Agenda ${mark}`;
  // A patch without a field is refused before anything is done.
  const namesTitle = edits.title || !(edits.summary || edits.times || edits.people);
  return {
    request: {
      operation: 'updateAppointment',
      appointmentId,
      body: {
        ...(namesTitle ? { title } : {}),
        ...(edits.summary ? { summary } : {}),
        ...(edits.times ? { startTimeUtc: new Date(startMs).toISOString(), durationMinutes } : {}),
        ...(edits.people ? { contacts: contactsOf(step) } : {}),
      },
    },
    effect: editing({
      ...(namesTitle ? { title } : {}),
      ...(edits.summary ? { summary } : {}),
      ...(edits.times ? { startMs, durationMinutes } : {}),
      ...(edits.people ? { attendeeIds: idsOf(step) } : {}),
    }),
  };
};

export const planChange = (
  step: PlannedStep,
  rules: CrmRules,
  names: { readonly appointmentId: string; readonly titleStart: string; readonly mark: string },
): PlannedWrite => {
  const { appointmentId, titleStart, mark } = names;
  const { operation, status } = step;
  if (operation === 'updateAppointment') return planEdit(step, appointmentId, titleStart, mark);
  if (operation === 'setAppointmentStatus') {
    return {
      request: { operation, appointmentId, body: { status } },
      effect: settingStatus(status, rules),
    };
  }
  const wanted = operation === 'confirmAppointment' ? 'confirmed' : 'cancelled';
  return { request: { operation, appointmentId }, effect: settingStatus(wanted, rules) };
};
