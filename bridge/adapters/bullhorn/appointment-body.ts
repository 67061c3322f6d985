/** An appointment as Bullhorn takes it (rest-api-docs, Appointment), and what does not fit into its fields. Pure. */
import { AppointmentError } from '../../../src/contract/failure';
import type { Invitee } from './bullhorn-id';
import { referenceFields, referenceKinds, type ReferenceKind } from './person-kind';

interface ToOne {
  readonly id: number;
}

export interface AppointmentBody {
  readonly subject?: string;
  readonly description?: string;
  /** Epoch ms. */
  readonly dateBegin?: number;
  /** Epoch ms. */
  readonly dateEnd?: number;
  readonly location?: string;
  readonly isAllDay?: boolean;
  readonly isDeleted?: boolean;
  readonly isPrivate?: boolean;
  readonly type?: string;
  readonly communicationMethod?: string;
  readonly notificationMinutes?: number;
  readonly appointmentUUID?: string;
  readonly owner?: ToOne;
  readonly candidateReference?: ToOne | null;
  readonly clientContactReference?: ToOne | null;
  readonly lead?: ToOne | null;
}

/** Bullhorn refuses longer texts in these fields. */
const MAX_LENGTH = 100;

const refuseLonger = (path: 'title' | 'location', text: string | undefined): void => {
  if (text === undefined || text.length <= MAX_LENGTH) return;
  const message = `Bullhorn takes a ${path} of up to ${MAX_LENGTH} characters; this one has ${text.length}. Shorten it.`;
  throw new AppointmentError('invalid_request', message, { details: { issues: [{ path, message }] } });
};

/** @throws AppointmentError invalid_request naming the field and its limit */
export const refuseLongTexts = (texts: {
  readonly title?: string | undefined;
  readonly location?: string | undefined;
}): void => {
  refuseLonger('title', texts.title);
  refuseLonger('location', texts.location);
};

/** The first of each kind; undefined for a kind of which nobody is invited. */
export const referredInvitees = (
  invitees: readonly Invitee[],
): { readonly [Kind in ReferenceKind]: Invitee | undefined } => {
  const firstOf = (kind: ReferenceKind) => invitees.find((invitee) => invitee.kind === kind);
  return { Candidate: firstOf('Candidate'), Contact: firstOf('Contact'), Lead: firstOf('Lead') };
};

/** The fields of the references that differ: Bullhorn shows an appointment on the page of whom it refers to. */
export const referenceChanges = (
  current: { readonly [Kind in ReferenceKind]?: { readonly id: string } },
  wanted: { readonly [Kind in ReferenceKind]?: { readonly id: string } | undefined },
): AppointmentBody =>
  Object.fromEntries(
    referenceKinds
      .filter((kind) => current[kind]?.id !== wanted[kind]?.id)
      .map((kind) => {
        const person = wanted[kind];
        return [referenceFields[kind], person ? { id: Number(person.id) } : null];
      }),
  );
