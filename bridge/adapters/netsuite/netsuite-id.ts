/** What an internal id of NetSuite looks like; the same for events and for people. */
import type { ContactReference } from '../../../src/contract/change.schema';
import { checkedId, type IdRule } from '../appointment-id';

export const NETSUITE_ID: IdRule = {
  pattern: /^\d{1,19}$/,
  says: 'NetSuite ids are numbers of up to 19 digits',
};

/**
 * The contacts, each person once: NetSuite would keep two lines.
 * @throws AppointmentError invalid_request naming `contacts.N.id`
 */
export const checkedContacts = (contacts: readonly ContactReference[]): readonly ContactReference[] => {
  contacts.forEach(({ id }, index) => checkedId(id, NETSUITE_ID, `contacts.${index}.id`));
  return contacts.filter(({ id }, index) => contacts.findIndex((other) => other.id === id) === index);
};
