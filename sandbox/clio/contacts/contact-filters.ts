/** The parameters of the contact list, but for those about custom fields and shared resources. */
import type { ApiCall } from '../api/api-call';
import type { ClioState, Contact } from '../entities';
import { companyOf } from './contact-resource';

type ContactFilter = (contact: Contact) => boolean;

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** "Wildcard search for name, title, email address, […] phone number, […] or company name matching a given string." */
function searchedText(contact: Contact, state: ClioState): string {
  const numbers = contact.phoneNumbers.flatMap(({ number }) => [number, number.replace(/\D/g, '')]);
  return [
    contact.name,
    contact.title ?? '',
    companyOf(contact, state)?.name ?? '',
    ...contact.emailAddresses.map(({ address }) => address),
    ...numbers,
  ]
    .join('\n')
    .toLowerCase();
}

function matching(text: string | undefined, state: ClioState): ContactFilter {
  const words = (text ?? '').toLowerCase().split(/\s+/u);
  return (contact) => words.every((word) => searchedText(contact, state).includes(word));
}

/** @throws ClioError 400 for a parameter with a wrong value. */
export function contactFilters({ query, reader }: ApiCall): ContactFilter[] {
  const type = query.choice('type', ['Company', 'Person']);
  const ids = query.integers('ids');
  const excludeIds = query.integers('exclude_ids');
  const initial = query.choice('initial', alphabet);
  const isClient = query.flag('client_only') === true;
  const isConnected = query.flag('clio_connect_only') === true;
  const hasEmail = query.flag('email_only') === true;
  const createdSinceMs = query.time('created_since') ?? Number.NEGATIVE_INFINITY;
  const updatedSinceMs = query.time('updated_since') ?? Number.NEGATIVE_INFINITY;
  return [
    (contact) => type === undefined || contact.type === type,
    ({ id }) => ids === undefined || ids.includes(id),
    ({ id }) => excludeIds?.includes(id) !== true,
    ({ lastName, name }) => initial === undefined || (lastName ?? name).toUpperCase().startsWith(initial),
    (contact) => !isClient || contact.isClient,
    () => !isConnected,
    ({ emailAddresses }) => !hasEmail || emailAddresses.length > 0,
    ({ createdAtMs, updatedAtMs }) => createdAtMs >= createdSinceMs && updatedAtMs >= updatedSinceMs,
    matching(query.text('query'), reader.state),
  ];
}
