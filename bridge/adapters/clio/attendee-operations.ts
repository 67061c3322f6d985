/**
 * Who is to be added to an entry and who removed. Clio's attendees are contacts and calendars (of colleagues); a nested
 * list in a PATCH is a list of operations, so whoever is not named in it stays. Pure.
 */
import type { Appointment, Attendee } from '../../../src/contract/appointment.schema';
import type { ContactReference } from '../../../src/contract/change.schema';
import type { ClioAssumptions } from './assumptions';
import { attendeeTypeOf } from './attendee-type';

export interface AttendeeOperation {
  readonly id: number;
  readonly type: string;
  readonly _destroy?: true;
}

export interface AttendeeDifference {
  readonly added: readonly Attendee[];
  readonly removed: readonly Attendee[];
}

type AttendeeIds = ClioAssumptions['attendeeIds'];

/** Whoever is named by an id alone is what the entry has under that id, and else a contact. */
const typeOf = ({ id, type }: ContactReference, current: readonly Attendee[]): string => {
  const named = attendeeTypeOf(type);
  if (named !== undefined) return named;
  const known = current.filter((attendee) => attendee.id === id);
  return (known.find((attendee) => attendee.type === 'Contact') ?? known[0])?.type ?? 'Contact';
};

const isSame = (one: Attendee, other: Attendee, ids: AttendeeIds): boolean =>
  one.type === other.type &&
  (one.id === other.id || (ids === 'row' && one.name === other.name && one.name !== one.id));

/** The attendees that are asked for, each once; `current` tells the types of those named by their id alone. */
export const wantedAttendees = (
  references: readonly ContactReference[],
  current: readonly Attendee[] = [],
): readonly Attendee[] => {
  const wanted = references.map((reference) => ({
    id: reference.id,
    name: ('name' in reference && reference.name) || reference.id,
    type: typeOf(reference, current),
  }));
  return wanted.filter((one, index) => wanted.findIndex((other) => isSame(one, other, 'record')) === index);
};

/** Those of `attendees` that are not among `others`. */
export const attendeesNotAmong = (
  attendees: readonly Attendee[],
  others: readonly Attendee[],
  ids: AttendeeIds,
): readonly Attendee[] => attendees.filter((one) => !others.some((other) => isSame(one, other, ids)));

type Attended = Pick<Appointment, 'organizer'> & { readonly attendees: readonly Attendee[] };

/**
 * Whether an attendee is, or may be, the calendar that the entry belongs to. With rows for ids only names can tell, and
 * one without a name (shown by its id) may be anybody's.
 */
const mayBeOwners = (
  { id, name, type }: Attendee,
  organizer: Attended['organizer'],
  ids: AttendeeIds,
): boolean => {
  if (type !== 'Calendar') return false;
  if (organizer === null) return true;
  return ids === 'record' ? id === organizer.id : name === organizer.name || name === id;
};

/** Whoever is not wanted goes, contact or colleague; the owner stays whatever the client sends. */
export const attendeeDifference = (
  { attendees, organizer }: Attended,
  wanted: readonly Attendee[],
  ids: AttendeeIds,
): AttendeeDifference => ({
  added: attendeesNotAmong(wanted, attendees, ids),
  removed: attendeesNotAmong(attendees, wanted, ids).filter((one) => !mayBeOwners(one, organizer, ids)),
});

export const isNoDifference = ({ added, removed }: AttendeeDifference): boolean =>
  added.length + removed.length === 0;

export const attendeeOperations = ({ added, removed }: AttendeeDifference): readonly AttendeeOperation[] => [
  ...added.map(({ id, type }) => ({ id: Number(id), type })),
  ...removed.map(({ id, type }) => ({ id: Number(id), type, _destroy: true as const })),
];

/** Which of the difference an entry does not show after it was written. */
export const unsettledDifference = (
  before: readonly Attendee[],
  { added, removed }: AttendeeDifference,
  after: readonly Attendee[],
  ids: AttendeeIds,
): AttendeeDifference => {
  // Rows are new with every attendee: without a name only their number can tell that all are there.
  const isCountRight = after.length >= before.length + added.length - removed.length;
  return {
    added: ids === 'row' && isCountRight ? [] : attendeesNotAmong(added, after, ids),
    removed: removed.filter((one) => after.some((other) => isSame(one, other, 'record'))),
  };
};
