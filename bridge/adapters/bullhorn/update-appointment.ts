/** Changes an appointment: reads it, sends what differs, reads it back. */
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { checkedId } from '../appointment-id';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
import { refuseLongTexts } from './appointment-body';
import { changesOf } from './appointment-changes';
import { readAppointment, refuseCancelled } from './appointment-reader';
import { writeAttendees } from './attendee-writer';
import { BULLHORN_ID, checkedInvitees } from './bullhorn-id';
import { cancelAppointment } from './cancel-appointment';
import type { BullhornDependencies } from './dependencies';
import { finishWrite } from './finish-write';
import { appointmentOf } from './mapper';
import { refuseStatus } from './status-rule';

const changeAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
  { contacts, ...patch }: AppointmentPatch,
): Promise<SavedAppointment> => {
  const invitees = contacts && checkedInvitees(contacts);
  const current = await readAppointment(dependencies, context, id);
  refuseCancelled(current.content);
  const { body, attendees, next } = changesOf(current, patch, invitees, dependencies.settings);
  const attendeeChanges = attendees.added.length + attendees.removed.length;
  const hasFields = Object.keys(body).length > 0;
  if (!hasFields && attendeeChanges === 0) {
    return { appointmentId: current.content.id, appointment: appointmentOf(current.content) };
  }
  if (hasFields) await dependencies.client.updateAppointment(context, next.id, body);
  const failures = await writeAttendees(dependencies, context, next.id, attendees);
  // Nothing at all was saved: that is a failure like any other, and no partly done write.
  if (!hasFields && failures.length === attendeeChanges && failures[0]) throw failures[0].error;
  // Nobody attends it: what there is to know was read before or sent just now, and a fourth call would only repeat it.
  if (next.attendees.length === 0 && attendeeChanges === 0) {
    return { appointmentId: next.id, appointment: appointmentOf(next) };
  }
  return finishWrite(dependencies, context, next, failures);
};

/**
 * @throws AppointmentError before anything is sent for what Bullhorn could not store; partial_write where only some of
 *   the attendees could be changed
 */
export const updateAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
  { status, ...patch }: AppointmentPatch,
): Promise<SavedAppointment> => {
  const appointmentId = checkedId(id, BULLHORN_ID, 'appointmentId');
  refuseStatus(status, ['scheduled', 'cancelled']);
  refuseLongTexts(patch);
  if (status !== 'cancelled') return changeAppointment(dependencies, context, appointmentId, patch);
  if (Object.keys(patch).length > 0) await changeAppointment(dependencies, context, appointmentId, patch);
  return cancelAppointment(dependencies, context, appointmentId);
};
