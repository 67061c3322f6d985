/** Whom an appointment is with: those who attend beside the one whose appointment it is. */
import type { Appointment } from '../../src/contract/appointment.schema';
import type { KnownPerson } from './conformance-target';

/** Ids in order, so that two lists of the same people are equal. */
export const invitedIds = ({ attendees, organizer }: Appointment): readonly string[] =>
  attendees
    .map(({ id }) => id)
    .filter((id) => id !== organizer?.id)
    .sort();

export const idsOf = (people: readonly KnownPerson[]): readonly string[] => people.map(({ id }) => id).sort();

/** As the client refers to people. */
export const referencesTo = (people: readonly KnownPerson[]) =>
  people.map(({ id, type, name }) => ({ id, type, name }));
