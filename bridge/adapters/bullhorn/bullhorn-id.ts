/** What an id of Bullhorn looks like; only digits ever reach a query. */
import { AppointmentError } from '../../../src/contract/failure';
import type { ContactReference } from '../../../src/contract/change.schema';
import { checkedId, type IdRule } from '../appointment-id';
import { kindOfName, type PersonKind } from './person-kind';

export const BULLHORN_ID: IdRule = {
  pattern: /^[1-9]\d{0,14}$/,
  says: 'Bullhorn ids are numbers of up to 15 digits',
};

/** A person whom a request names. */
export interface Invitee {
  readonly id: string;
  /** Undefined where the request does not say, or says something that Bullhorn does not know. */
  readonly kind: PersonKind | undefined;
  /** As the request gives it; the id where it gives none. */
  readonly name: string;
}

/**
 * The contacts of a request, each person once.
 * @throws AppointmentError invalid_request naming `contacts.N.id`
 */
export const checkedInvitees = (contacts: readonly ContactReference[]): readonly Invitee[] => {
  contacts.forEach(({ id }, index) => checkedId(id, BULLHORN_ID, `contacts.${index}.id`));
  return contacts
    .filter(({ id }, index) => contacts.findIndex((other) => other.id === id) === index)
    .map((contact) => ({
      id: contact.id,
      kind: kindOfName(contact.type),
      name: ('name' in contact && contact.name) || contact.id,
    }));
};

/**
 * The id of the calling CorporateUser.
 * @throws AppointmentError invalid_request naming x-crm-user-id
 */
export const checkedUserId = (userId: string): string => {
  if (BULLHORN_ID.pattern.test(userId)) return userId;
  throw new AppointmentError(
    'invalid_request',
    'x-crm-user-id must be the id of a Bullhorn CorporateUser, a number like 1042.',
    { details: { issues: [{ path: 'x-crm-user-id', message: BULLHORN_ID.says }] } },
  );
};
