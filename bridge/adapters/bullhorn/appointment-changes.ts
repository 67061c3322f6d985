/** What of a patch really differs from the appointment as it is. The client sends every field with every edit. Pure. */
import { AppointmentError } from '../../../src/contract/failure';
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { isMoved, patchedTimes } from '../patched-times';
import { referenceChanges, type AppointmentBody } from './appointment-body';
import type { ReadAppointment } from './appointment-reader';
import type { Invitee } from './bullhorn-id';
import { descriptionOf, readBackText } from './description-html';
import { attendeeOfInvitee, type AppointmentContent } from './mapper';
import { kindOfName, referenceKinds, type ReferenceKind } from './person-kind';
import type { AttendeeRow } from './schema';
import type { BullhornSettings } from './settings';

export interface AttendeeChanges {
  readonly added: readonly Invitee[];
  readonly removed: readonly AttendeeRow[];
  /** The Lead whom the appointment refers to, and who need not be an attendee as well. */
  readonly referredLeadId?: string | undefined;
}

export interface AppointmentChanges {
  /** Only what differs. */
  readonly body: AppointmentBody;
  readonly attendees: AttendeeChanges;
  /** The appointment as it will be; its version is not known before. */
  readonly next: AppointmentContent;
}

type Fields = Pick<
  AppointmentContent,
  'title' | 'description' | 'location' | 'startMs' | 'endMs' | 'isAllDay'
>;

/** An all-day appointment that is given times becomes a timed one; otherwise its times stay Bullhorn's own. */
const fieldsOf = (
  current: AppointmentContent,
  patch: AppointmentPatch,
  { descriptionFormat }: BullhornSettings,
): Fields => {
  const times = patchedTimes(current, patch);
  return {
    title: patch.title ?? current.title,
    description:
      patch.summary === undefined ? current.description : readBackText(patch.summary, descriptionFormat),
    location: patch.location ?? current.location,
    ...times,
    isAllDay: current.isAllDay && !isMoved(current, times),
  };
};

const fieldsBody = (
  current: AppointmentContent,
  next: Fields,
  description: string | undefined,
): AppointmentBody => ({
  ...(next.title === current.title ? {} : { subject: next.title }),
  ...(description === undefined || next.description === current.description ? {} : { description }),
  ...(next.location === current.location ? {} : { location: next.location }),
  ...(isMoved(current, next) ? { dateBegin: next.startMs, dateEnd: next.endMs } : {}),
  ...(next.isAllDay === current.isAllDay ? {} : { isAllDay: next.isAllDay }),
});

/** The invited, as far as the appointment itself does not know better what they are. */
const withKnownKinds = (
  { attendees }: AppointmentContent,
  invitees: readonly Invitee[],
): readonly Invitee[] =>
  invitees.map((invitee) => {
    const known = attendees.find(({ id }) => id === invitee.id);
    return { ...invitee, kind: kindOfName(known?.type ?? '') ?? invitee.kind };
  });

/**
 * Bullhorn has one place for a Lead who is no attendee.
 * @throws AppointmentError unsupported for a second Lead where Leads are kept there
 */
export const linkedInvitees = (
  invitees: readonly Invitee[],
  { leadAttendees }: BullhornSettings,
): readonly Invitee[] => {
  if (leadAttendees !== 'reference') return invitees;
  if (invitees.filter(({ kind }) => kind === 'Lead').length > 1) {
    throw new AppointmentError(
      'unsupported',
      'Bullhorn keeps one Lead with an appointment. Choose one of them.',
    );
  }
  return invitees.filter(({ kind }) => kind !== 'Lead');
};

interface InviteeChanges {
  readonly invitees: readonly Invitee[];
  readonly added: readonly Invitee[];
  /** Was an attendee, and is to be one no longer? */
  isRemoved(person: { readonly id: string }): boolean;
}

/**
 * Whom the appointment refers to afterwards: a person who leaves gives way to the next invited of the kind, and a place
 * that is free is taken by the first who comes. Anybody else stays, also one who is no attendee: Bullhorn's own pages
 * refer to people without inviting them.
 */
const referencesAfter = (
  { references }: AppointmentContent,
  { invitees, added, isRemoved }: InviteeChanges,
): AppointmentContent['references'] => {
  const after: { [Kind in ReferenceKind]?: Pick<Invitee, 'id' | 'name'> } = {};
  for (const kind of referenceKinds) {
    const current = references[kind];
    const candidates = current ? invitees : added;
    const person =
      current && !isRemoved(current) ? current : candidates.find((invitee) => invitee.kind === kind);
    if (person) after[kind] = person;
  }
  return after;
};

interface Participants {
  readonly body: AppointmentBody;
  readonly attendees: AttendeeChanges;
  readonly next: Partial<Pick<AppointmentContent, 'attendees' | 'references'>>;
}

/** The owner stays whatever the client sends: it lists whom one meets, not whose meeting it is. */
const participantsOf = (
  { content, links }: ReadAppointment,
  contacts: readonly Invitee[],
  settings: BullhornSettings,
): Participants => {
  const invitees = withKnownKinds(content, contacts);
  const stays = ({ id }: { readonly id: string }): boolean =>
    id === content.organizer?.id || invitees.some((invitee) => invitee.id === id);
  const isHere = ({ id }: { readonly id: string }): boolean =>
    content.attendees.some((attendee) => attendee.id === id);
  if (invitees.every(isHere) && content.attendees.every(stays)) {
    return { body: {}, attendees: { added: [], removed: [] }, next: {} };
  }
  const added = invitees.filter((invitee) => !isHere(invitee));
  const isRemoved = (person: { readonly id: string }): boolean => isHere(person) && !stays(person);
  const references = referencesAfter(content, { invitees, added, isRemoved });
  return {
    body: referenceChanges(content.references, references),
    attendees: {
      added: linkedInvitees(invitees, settings).filter((invitee) => !isHere(invitee)),
      removed: links.filter(({ attendee }) => !stays(attendee)),
      referredLeadId: references.Lead?.id,
    },
    next: {
      attendees: [...content.attendees.filter(stays), ...added.map(attendeeOfInvitee)],
      references,
    },
  };
};

/** @param contacts who is to attend beside the owner; undefined where that stays as it is */
export const changesOf = (
  current: ReadAppointment,
  patch: Omit<AppointmentPatch, 'contacts'>,
  contacts: readonly Invitee[] | undefined,
  settings: BullhornSettings,
): AppointmentChanges => {
  const { content } = current;
  const fields = fieldsOf(content, patch, settings);
  const description =
    patch.summary === undefined || patch.summary === content.description
      ? undefined
      : descriptionOf(patch.summary, settings.descriptionFormat);
  const participants = contacts && participantsOf(current, contacts, settings);
  return {
    body: { ...fieldsBody(content, fields, description), ...participants?.body },
    attendees: participants?.attendees ?? { added: [], removed: [] },
    next: { ...content, ...fields, ...participants?.next, version: '' },
  };
};
