/** The fields of an Attendee: a contact, or a calendar and through it a user. There is no answer among them. */
import type { Reader } from '../api/reader';
import type { ResourceType } from '../api/resource-type';
import { stampFields } from '../api/stamp-fields';
import { primaryEmailAddress } from '../contacts/contact-resource';
import type { Attendee, User } from '../entities';

function attendingUser(attendee: Attendee, { state }: Reader): User | undefined {
  if (attendee.type !== 'Calendar') return undefined;
  const userId = state.calendars.get(attendee.recordId)?.userId;
  return typeof userId === 'number' ? state.users.get(userId) : undefined;
}

function nameOf({ type, recordId }: Attendee, { state }: Reader): string | null {
  const record = type === 'Calendar' ? state.calendars.get(recordId) : state.contacts.get(recordId);
  return record?.name ?? null;
}

function emailOf(attendee: Attendee, reader: Reader): string | null {
  if (attendee.type === 'Calendar') return attendingUser(attendee, reader)?.email ?? null;
  const contact = reader.state.contacts.get(attendee.recordId);
  return contact === undefined ? null : primaryEmailAddress(contact);
}

export const attendeeResource: ResourceType<Attendee> = {
  name: 'Attendee',
  scalars: {
    ...stampFields<Attendee>('Attendee', ({ rowId }) => rowId),
    id: (attendee, { switches }) => (switches.attendeeId === 'row' ? attendee.rowId : attendee.recordId),
    type: (attendee) => attendee.type,
    name: nameOf,
    enabled: (attendee, reader) => attendingUser(attendee, reader)?.enabled ?? null,
    email: emailOf,
  },
  nested: {},
};
