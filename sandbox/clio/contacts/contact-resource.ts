/** The fields of a Contact, who is a person or a company. */
import { absent, noValue, toMany, toOne, type ResourceType } from '../api/resource-type';
import { stampFields } from '../api/stamp-fields';
import type { ClioState, Contact, EmailAddress, PhoneNumber } from '../entities';

const emailAddressResource: ResourceType<EmailAddress> = {
  name: 'EmailAddress',
  scalars: {
    ...stampFields<EmailAddress>('EmailAddress', ({ id }) => id),
    address: (email) => email.address,
    name: (email) => email.name,
    primary: (email) => email.primary,
  },
  nested: {},
};

const phoneNumberResource: ResourceType<PhoneNumber> = {
  name: 'PhoneNumber',
  scalars: {
    ...stampFields<PhoneNumber>('PhoneNumber', ({ id }) => id),
    number: (phone) => phone.number,
    name: (phone) => phone.name,
    primary: (phone) => phone.primary,
  },
  nested: {},
};

export function primaryEmailAddress(contact: Contact): string | null {
  return contact.emailAddresses.find(({ primary }) => primary)?.address ?? null;
}

export function companyOf(contact: Contact, state: ClioState): Contact | undefined {
  return contact.companyId === null ? undefined : state.contacts.get(contact.companyId);
}

function initialsOf({ name }: Contact): string {
  return name
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .join('');
}

const scalars: ResourceType<Contact>['scalars'] = {
  ...stampFields<Contact>('Contact', ({ id }) => id),
  name: (contact) => contact.name,
  first_name: (contact) => contact.firstName,
  middle_name: noValue,
  last_name: (contact) => contact.lastName,
  date_of_birth: noValue,
  type: (contact) => contact.type,
  prefix: noValue,
  title: (contact) => contact.title,
  initials: initialsOf,
  clio_connect_email: noValue,
  locked_clio_connect_email: () => false,
  client_connect_user_id: noValue,
  primary_email_address: primaryEmailAddress,
  secondary_email_address: (contact) =>
    contact.emailAddresses.find(({ primary }) => !primary)?.address ?? null,
  primary_phone_number: (contact) => contact.phoneNumbers.find(({ primary }) => primary)?.number ?? null,
  secondary_phone_number: (contact) => contact.phoneNumbers.find(({ primary }) => !primary)?.number ?? null,
  ledes_client_id: noValue,
  has_clio_for_clients_permission: () => false,
  is_client: (contact) => contact.isClient,
  is_clio_for_client_user: () => false,
  is_co_counsel: () => false,
  is_bill_recipient: () => false,
  sales_tax_number: noValue,
  currency: noValue,
};

const contactBaseResource: ResourceType<Contact> = { name: 'Contact', scalars, nested: {} };

export const contactResource: ResourceType<Contact> = {
  name: 'Contact',
  scalars,
  nested: {
    email_addresses: toMany(emailAddressResource, (contact) => contact.emailAddresses),
    phone_numbers: toMany(phoneNumberResource, (contact) => contact.phoneNumbers),
    company: toOne(contactBaseResource, (contact, { state }) => companyOf(contact, state)),
    activity_rates: absent([]),
    addresses: absent([]),
    custom_field_values: absent([]),
    custom_field_set_associations: absent([]),
    instant_messengers: absent([]),
    web_sites: absent([]),
    notification_methods: absent([]),
    account_balances: absent([]),
    related_contacts: absent([]),
    primary_work_address: absent(null),
    primary_address: absent(null),
    secondary_address: absent(null),
    avatar: absent(null),
    payment_profile: absent(null),
    folder: absent(null),
    co_counsel_rate: absent(null),
    primary_web_site: absent(null),
    legal_aid_uk_contact: absent(null),
  },
};
