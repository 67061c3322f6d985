/**
 * Keeps the invitees' own copies of an appointment: "A separate Appointment instance is created for each user who is
 * invited to the appointment" (docs: entityref, Appointment). Whether the REST API does that is not known.
 */
import type { BullhornState, EntityRecord } from '../bullhorn-state';
import { nextEntityId } from '../entity-ids';
import { pointingAt } from '../metadata/field-kinds';
import type { FieldValues } from './entity-body';

/** What each copy has of its own. */
const ownFields = new Set(['id', 'owner', 'parentAppointment', 'appointmentUUID', 'dateAdded', 'isDeleted']);

export function copiesOf(state: BullhornState, appointmentId: number): EntityRecord[] {
  return pointingAt(state.records.Appointment, 'parentAppointment', appointmentId);
}

/** Only users have calendars: an invited Candidate gets no copy. */
export function createInviteeCopy(state: BullhornState, link: EntityRecord, nowMs: number): void {
  const { appointment, attendee } = link;
  const parent = typeof appointment === 'number' ? state.records.Appointment.get(appointment) : undefined;
  const person = typeof attendee === 'number' ? state.records.Person.get(attendee) : undefined;
  if (parent === undefined || person?._subtype !== 'CorporateUser' || person.id === parent.owner) return;
  const id = nextEntityId(state.records.Appointment);
  state.records.Appointment.set(id, {
    ...parent,
    id,
    appointmentUUID: null,
    owner: person.id,
    parentAppointment: parent.id,
    dateAdded: nowMs,
    dateLastModified: nowMs,
  });
}

/** What changed in the parent changes in its copies, except what is their own. */
export function updateInviteeCopies(state: BullhornState, appointmentId: number, changes: FieldValues): void {
  const shared = Object.fromEntries(Object.entries(changes).filter(([name]) => !ownFields.has(name)));
  for (const copy of copiesOf(state, appointmentId)) {
    state.records.Appointment.set(copy.id, { ...copy, ...shared, id: copy.id });
  }
}

export function deleteInviteeCopy(state: BullhornState, link: EntityRecord, nowMs: number): void {
  const { appointment, attendee } = link;
  if (typeof appointment !== 'number') return;
  for (const copy of copiesOf(state, appointment).filter(({ owner }) => owner === attendee)) {
    state.records.Appointment.set(copy.id, { ...copy, isDeleted: true, dateLastModified: nowMs });
  }
}
