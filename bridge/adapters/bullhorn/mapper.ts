/** Between Bullhorn's words and the contract's. Pure. */
import type {
  Appointment,
  Attendee,
  AttendeeResponse,
  Contact,
} from '../../../src/contract/appointment.schema';
import { plainTextFromHtml } from '../../../src/contract/plain-text';
import { appointmentOfContent, type AppointmentContent as ContractContent } from '../appointment-of-content';
import type { StartAndEnd } from '../patched-times';
import { allDayTimes } from './all-day';
import type { Invitee } from './bullhorn-id';
import {
  kindOfName,
  referenceFields,
  referenceKinds,
  type PersonKind,
  type ReferenceKind,
} from './person-kind';
import type { AppointmentRow, AttendeeRow, FoundPersonRow } from './schema';
import type { BullhornSettings } from './settings';

/** rest-api-docs, AppointmentAttendee: `acceptanceStatus` is an Integer; null is no answer yet. */
const responses: Readonly<Record<number, AttendeeResponse>> = {
  [-1]: 'declined',
  0: 'no_response',
  1: 'accepted',
  2: 'tentative',
};

interface Person {
  readonly id: string;
  readonly name: string;
}

type References = { readonly [Kind in ReferenceKind]?: Person };

/** An appointment in the contract's words; it is scheduled or cancelled. */
export interface AppointmentContent extends ContractContent {
  readonly version: string;
  readonly references: References;
}

export interface MappingOptions {
  readonly settings: BullhornSettings;
  /** IANA name of the calling user's zone; undefined where nobody named one. */
  readonly timeZone: string | undefined;
}

const fullName = ({
  firstName,
  lastName,
}: {
  readonly firstName: string;
  readonly lastName: string;
}): string => `${firstName.trim()} ${lastName.trim()}`.trim();

const personOf = (row: AppointmentRow['owner']): Person | undefined =>
  row ? { id: row.id, name: fullName(row) || row.id } : undefined;

const referencesOf = (row: AppointmentRow): References => {
  const references: { [Kind in ReferenceKind]?: Person } = {};
  for (const kind of referenceKinds) {
    const person = personOf(row[referenceFields[kind]]);
    if (person) references[kind] = person;
  }
  return references;
};

/** Where the tenant does not show what somebody is, the appointment itself may say it. */
const kindOf = (link: AttendeeRow, row: AppointmentRow): PersonKind | undefined => {
  const { id, _subtype } = link.attendee;
  return (
    kindOfName(_subtype) ??
    referenceKinds.find((kind) => row[referenceFields[kind]]?.id === id) ??
    (row.owner?.id === id ? 'CorporateUser' : undefined)
  );
};

const attendeeOf = (link: AttendeeRow, row: AppointmentRow): Attendee => {
  const { attendee, acceptanceStatus } = link;
  const status = acceptanceStatus === undefined ? undefined : responses[acceptanceStatus ?? 0];
  return {
    id: attendee.id,
    name: fullName(attendee) || attendee.id,
    type: kindOf(link, row) ?? attendee._subtype,
    ...(status ? { status } : {}),
    ...(attendee.email ? { email: attendee.email } : {}),
  };
};

/** An attendee of whom no more is known than the request said. */
export const attendeeOfInvitee = ({ id, name, kind }: Invitee): Attendee => ({ id, name, type: kind ?? '' });

const attendeesOf = (
  row: AppointmentRow,
  links: readonly AttendeeRow[],
  { leadAttendees }: BullhornSettings,
): readonly Attendee[] => {
  const lead = leadAttendees === 'link' ? undefined : personOf(row.lead);
  const invited = links.map((link) => attendeeOf(link, row));
  if (lead) invited.push({ ...lead, type: 'Lead' });
  return invited.filter(({ id }, index) => invited.findIndex((other) => other.id === id) === index);
};

export const timesOfRow = (row: AppointmentRow, { settings, timeZone }: MappingOptions): StartAndEnd => {
  const stored = { startMs: row.dateBegin, endMs: row.dateEnd };
  return row.isAllDay ? allDayTimes(stored, { ...settings, userZone: timeZone }) : stored;
};

export const contentOfRow = (
  row: AppointmentRow,
  links: readonly AttendeeRow[],
  options: MappingOptions,
): AppointmentContent => {
  const { settings, timeZone } = options;
  const { startMs, endMs } = timesOfRow(row, options);
  return {
    id: row.id,
    title: row.subject,
    description: plainTextFromHtml(row.description),
    startMs,
    endMs,
    timeZone: timeZone ?? 'UTC',
    isAllDay: row.isAllDay,
    location: row.location,
    status: row.isDeleted ? 'cancelled' : 'scheduled',
    version: row.dateLastModified,
    attendees: attendeesOf(row, links, settings),
    organizer: personOf(row.owner) ?? null,
    references: referencesOf(row),
  };
};

/** Whom the meeting is with: whom the appointment refers to, else the first invited who is no colleague. */
const primaryOf = ({
  references,
  attendees,
  organizer,
}: AppointmentContent): Omit<Attendee, 'status'> | undefined => {
  for (const kind of referenceKinds) {
    const person = references[kind];
    if (person) return { id: person.id, name: person.name, type: kind };
  }
  const invited = attendees.filter(({ id }) => id !== organizer?.id);
  return invited.find(({ type }) => type !== 'CorporateUser') ?? invited[0];
};

export const appointmentOf = (content: AppointmentContent): Appointment =>
  appointmentOfContent(content, primaryOf(content), content.version);

export const contactOf = (row: FoundPersonRow, kind: PersonKind): Contact => ({
  id: row.id,
  name: row.name || fullName(row) || row.id,
  type: kind,
  phone: row.phone || row.mobile,
  email: row.email,
  company: row.clientCorporation?.name || row.companyName,
});
