/** Refuses contacts that Clio cannot have, before anything is sent. */
import type { ContactReference } from '../../../src/contract/change.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { checkedId } from '../appointment-id';
import { attendeeTypeOf } from './attendee-type';
import { CLIO_RECORD_ID } from './clio-id';

const TYPES = 'Clio invites a Contact, or a colleague by their Calendar';

/** @throws AppointmentError invalid_request naming `contacts.N.id` or `contacts.N.type` */
export const checkContacts = (contacts: readonly ContactReference[]): void => {
  contacts.forEach(({ id, type }, index) => {
    checkedId(id, CLIO_RECORD_ID, `contacts.${index}.id`);
    if (type === '' || attendeeTypeOf(type) !== undefined) return;
    const path = `contacts.${index}.type`;
    throw new AppointmentError('invalid_request', `The ${path} is not valid: ${TYPES}.`, {
      details: { issues: [{ path, message: TYPES }] },
    });
  });
};
