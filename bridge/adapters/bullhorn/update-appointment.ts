/** Changes an appointment: reads it, sends what differs, reads it back. */
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import type { AppointmentError } from '../../../src/contract/failure';
import { requireVersion } from '../../../src/contract/required-version';
import { isAmbiguous, settleAmbiguousWrite } from '../../idempotency/settle-ambiguous-write';
import { checkedId } from '../appointment-id';
import type { CalendarContext, ChangeOptions, SavedAppointment } from '../calendar-adapter';
import { refuseLongTexts } from './appointment-body';
import { changesOf } from './appointment-changes';
import { readAppointment, refuseCancelled, unreadableWarning } from './appointment-reader';
import { writeAttendees, type AttendeeFailure } from './attendee-writer';
import { BULLHORN_ID, checkedInvitees } from './bullhorn-id';
import { cancelAppointment } from './cancel-appointment';
import type { BullhornDependencies } from './dependencies';
import { finishWrite } from './finish-write';
import { appointmentOf } from './mapper';
import { refuseStatus } from './status-rule';

/** Nothing at all was saved: that is a failure like any other, and no partly done write. */
const failureOfAll = (failures: readonly AttendeeFailure[], changes: number): AppointmentError | undefined =>
  failures.length === changes && !failures.some(({ error }) => isAmbiguous(error))
    ? failures[0]?.error
    : undefined;

const changeAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
  { contacts, ...patch }: AppointmentPatch,
  { ifVersion, mayBeDone }: ChangeOptions,
): Promise<SavedAppointment> => {
  const invitees = contacts && checkedInvitees(contacts);
  const current = await readAppointment(dependencies, context, id);
  const { body, attendees, next } = changesOf(current, patch, invitees, dependencies.settings);
  const attendeeChanges = attendees.added.length + attendees.removed.length;
  const hasFields = Object.keys(body).length > 0;
  const isDone = !hasFields && attendeeChanges === 0;
  if (!isDone || !mayBeDone) requireVersion(appointmentOf(current.content), ifVersion);
  refuseCancelled(current.content);
  if (isDone) {
    return {
      appointmentId: current.content.id,
      appointment: appointmentOf(current.content),
      ...unreadableWarning(current),
    };
  }
  if (hasFields) {
    await settleAmbiguousWrite<unknown>({
      write: async () => dependencies.client.updateAppointment(context, next.id, body),
      find: async () => {
        const now = await readAppointment(dependencies, context, next.id);
        const left = changesOf(now, patch, invitees, dependencies.settings).body;
        return Object.keys(left).length === 0 ? 'changed' : undefined;
      },
    });
  }
  const failures = await writeAttendees(dependencies, context, next.id, attendees);
  const failure = hasFields ? undefined : failureOfAll(failures, attendeeChanges);
  if (failure) throw failure;
  // Nobody attends it: what there is to know was read before or sent just now, and a fourth call would only repeat it.
  // It would tell the new version, which matters to those who named the old one.
  const isUnattended = next.attendees.length + current.unreadable + attendeeChanges === 0;
  if (isUnattended && ifVersion === undefined) {
    return { appointmentId: next.id, appointment: appointmentOf(next) };
  }
  return finishWrite(dependencies, context, next, failures, { ifVersion });
};

/**
 * @throws AppointmentError before anything is sent for what Bullhorn could not store, and conflict (412) for another
 *   version than the caller's; partial_write where only some of the attendees could be changed. Bullhorn has no condition
 *   for a change (bullhorn-clio.md §1.5): what happens between the reading and the writing goes unnoticed
 */
export const updateAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
  { status, ...patch }: AppointmentPatch,
  change: ChangeOptions = {},
): Promise<SavedAppointment> => {
  const appointmentId = checkedId(id, BULLHORN_ID, 'appointmentId');
  refuseStatus(status, ['scheduled', 'cancelled']);
  refuseLongTexts(patch);
  if (status !== 'cancelled') return changeAppointment(dependencies, context, appointmentId, patch, change);
  if (Object.keys(patch).length === 0) return cancelAppointment(dependencies, context, appointmentId, change);
  await changeAppointment(dependencies, context, appointmentId, patch, change);
  return cancelAppointment(dependencies, context, appointmentId);
};
