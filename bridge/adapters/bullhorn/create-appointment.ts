/** Creates an appointment, or completes the one that an earlier request for it made. */
import type { CreateInput } from '../../../src/contract/change.schema';
import { createOnce } from '../../idempotency/create-once';
import type { CalendarContext, CreateOptions, SavedAppointment } from '../calendar-adapter';
import { givenTimes } from '../patched-times';
import {
  referenceChanges,
  referredInvitees,
  refuseLongTexts,
  type AppointmentBody,
} from './appointment-body';
import { linkedInvitees } from './appointment-changes';
import { readAppointmentOf, unreadableWarning } from './appointment-reader';
import { appointmentUuidOf } from './appointment-uuid';
import { readAttendees } from './attendee-reader';
import { writeAttendees } from './attendee-writer';
import { checkedInvitees, checkedUserId, type Invitee } from './bullhorn-id';
import type { BullhornDependencies } from './dependencies';
import { descriptionOf, readBackText } from './description-html';
import { finishWrite } from './finish-write';
import { findMadeBefore } from './made-before';
import { appointmentOf, attendeeOfInvitee, type AppointmentContent } from './mapper';
import type { AppointmentRow } from './schema';
import type { BullhornSettings } from './settings';
import { refuseStatus } from './status-rule';

/** What is to be created, checked. */
interface NewAppointment {
  readonly title: string;
  readonly summary: string;
  readonly location: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly ownerId: string;
  readonly appointmentUuid: string;
  readonly invitees: readonly Invitee[];
  /** Those of the invitees who become attendees. */
  readonly linked: readonly Invitee[];
}

const newAppointmentOf = (
  input: CreateInput,
  { userId }: CalendarContext,
  idempotencyKey: string,
  settings: BullhornSettings,
): NewAppointment => {
  refuseStatus(input.status, ['scheduled']);
  refuseLongTexts(input);
  const invitees = checkedInvitees(input.contacts);
  return {
    title: input.title,
    summary: input.summary,
    location: input.location ?? '',
    ...givenTimes(input),
    ownerId: checkedUserId(userId),
    appointmentUuid: appointmentUuidOf(idempotencyKey, settings.appointmentUuidFormat),
    invitees,
    linked: linkedInvitees(invitees, settings),
  };
};

const bodyOf = (made: NewAppointment, settings: BullhornSettings): AppointmentBody => ({
  subject: made.title,
  description: descriptionOf(made.summary, settings.descriptionFormat),
  location: made.location,
  dateBegin: made.startMs,
  dateEnd: made.endMs,
  isAllDay: false,
  isPrivate: false,
  isDeleted: false,
  ...settings.newAppointment,
  appointmentUUID: made.appointmentUuid,
  ...referenceChanges({}, referredInvitees(made.invitees)),
  ...(settings.ownerOnCreate === 'named' ? { owner: { id: Number(made.ownerId) } } : {}),
});

const contentAsSent = (
  id: string,
  made: NewAppointment,
  timeZone: string | undefined,
  settings: BullhornSettings,
): AppointmentContent => ({
  id,
  title: made.title,
  description: readBackText(made.summary, settings.descriptionFormat),
  startMs: made.startMs,
  endMs: made.endMs,
  timeZone: timeZone ?? 'UTC',
  isAllDay: false,
  location: made.location,
  status: 'scheduled',
  version: '',
  attendees: made.invitees.map(attendeeOfInvitee),
  organizer: { id: made.ownerId, name: made.ownerId },
  references: {},
});

/** Adds who is not there yet; nobody is removed and no field is changed. */
const complete = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  row: AppointmentRow,
  { linked, invitees }: NewAppointment,
): Promise<SavedAppointment> => {
  const attending = await readAttendees(dependencies, context, [row.id]);
  const links = attending.links.get(row.id) ?? [];
  const before = readAppointmentOf(dependencies, context, row, { ...attending, links });
  const { content } = before;
  const added = linked.filter(({ id }) => !links.some(({ attendee }) => attendee.id === id));
  if (added.length === 0 || content.status === 'cancelled') {
    const appointment = appointmentOf(content);
    return { appointmentId: content.id, appointment, wasMadeBefore: true, ...unreadableWarning(before) };
  }
  const failures = await writeAttendees(dependencies, context, content.id, {
    added,
    removed: [],
    referredLeadId: referredInvitees(invitees).Lead?.id,
  });
  const attendees = [...content.attendees, ...added.map(attendeeOfInvitee)];
  return finishWrite(dependencies, context, { ...content, attendees, version: '' }, failures);
};

/**
 * @throws AppointmentError before anything is sent for what Bullhorn could not store; partial_write where the
 *   appointment was made and not everybody could be invited: the same request again completes it
 */
export const createAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  input: CreateInput,
  { idempotencyKey }: CreateOptions,
): Promise<SavedAppointment> => {
  const { client, settings } = dependencies;
  const made = newAppointmentOf(input, context, idempotencyKey, settings);
  const find = async () => findMadeBefore(dependencies, context, made.appointmentUuid);
  const madeBefore = await find();
  if (madeBefore) return complete(dependencies, context, madeBefore, made);

  const once = await createOnce({
    create: async () => client.createAppointment(context, bodyOf(made, settings)),
    find: async () => (await find())?.id,
    // Bullhorn takes two appointments with one appointmentUUID (bullhorn-clio.md §1.5).
    isKeyUnique: false,
  });
  const id = 'created' in once ? once.created : once.found;
  const failures = await writeAttendees(dependencies, context, id, {
    added: made.linked,
    removed: [],
    referredLeadId: referredInvitees(made.invitees).Lead?.id,
  });
  return finishWrite(dependencies, context, contentAsSent(id, made, context.timeZone, settings), failures);
};
