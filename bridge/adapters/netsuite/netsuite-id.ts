/** What an internal id of NetSuite looks like: an event's, and a person's. */
import type { ContactReference } from '../../../src/contract/change.schema';
import { checkedId, type IdRule } from '../appointment-id';

export const EVENT_ID: IdRule = {
  pattern: /^\d{1,19}$/,
  says: 'NetSuite ids are numbers of up to 19 digits',
};

/** NetSuite's own records have ids below zero; the employee record of an account's first administrator is -5. */
export const PERSON_ID: IdRule = {
  pattern: /^-?\d{1,19}$/,
  says: 'NetSuite ids of people are numbers of up to 19 digits, a few of them below zero',
};

/**
 * The contacts, each person once: NetSuite would keep two lines.
 * @throws AppointmentError invalid_request naming `contacts.N.id`
 */
export const checkedContacts = (contacts: readonly ContactReference[]): readonly ContactReference[] => {
  contacts.forEach(({ id }, index) => checkedId(id, PERSON_ID, `contacts.${index}.id`));
  return contacts.filter(({ id }, index) => contacts.findIndex((other) => other.id === id) === index);
};
