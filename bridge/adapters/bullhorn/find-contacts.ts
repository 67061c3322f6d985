/** Searches Candidates, ClientContacts and Leads for a name, all at the same time. */
import type { Contact } from '../../../src/contract/appointment.schema';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';
import type { CalendarContext, FoundContacts } from '../calendar-adapter';
import type { SearchableEntity } from './client';
import { contactQuery } from './contact-query';
import type { BullhornDependencies } from './dependencies';
import { foundPersonFields } from './field-selection';
import { contactOf } from './mapper';
import type { PersonKind } from './person-kind';
import { foundPersonSchema } from './schema';

const LIMIT_PER_KIND = 50;

interface SearchedKind {
  readonly entity: SearchableEntity;
  readonly kind: PersonKind;
}

const searchedKinds: readonly SearchedKind[] = [
  { entity: 'Candidate', kind: 'Candidate' },
  { entity: 'ClientContact', kind: 'Contact' },
  { entity: 'Lead', kind: 'Lead' },
];

const refusalCodes: readonly FailureCode[] = ['forbidden', 'invalid_request', 'not_found'];

/** The user may not search this kind, or the tenant has none: the answer to that is not documented. */
const isRefusal = (error: unknown): error is AppointmentError =>
  error instanceof AppointmentError &&
  error.details.upstream !== undefined &&
  refusalCodes.includes(error.code);

const findOfKind = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  { entity, kind }: SearchedKind,
  query: string,
): Promise<FoundContacts> => {
  const { data, total } = await client.search(context, entity, {
    query,
    fields: foundPersonFields[entity],
    count: LIMIT_PER_KIND,
  });
  const people = data.flatMap((row) => foundPersonSchema.safeParse(row).data ?? []);
  return {
    contacts: people.filter(({ isDeleted }) => !isDeleted).map((person) => contactOf(person, kind)),
    hasMore: total === undefined ? data.length >= LIMIT_PER_KIND : total > data.length,
  };
};

const byName = (one: Contact, other: Contact): number => one.name.localeCompare(other.name, 'en');

/**
 * @throws AppointmentError invalid_request for an empty name; the failure of a search that is no refusal; the refusal
 *   where every kind is refused
 */
export const findContacts = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  name: string,
): Promise<FoundContacts> => {
  if (name.trim() === '') {
    throw new AppointmentError('invalid_request', 'Give at least one letter of the name to search for.', {
      details: { issues: [{ path: 'name', message: 'must not be empty' }] },
    });
  }
  const { settings, log } = dependencies;
  const query = contactQuery(name);
  const refusals: AppointmentError[] = [];
  const search = async (searched: SearchedKind): Promise<readonly FoundContacts[]> => {
    try {
      return [await findOfKind(dependencies, context, searched, query)];
    } catch (error) {
      if (!settings.toleratesRefusedSearch || !isRefusal(error)) throw error;
      refusals.push(error);
      log.warn(
        { entity: searched.entity, code: error.code },
        'Bullhorn refused to search one kind of contact',
      );
      return [];
    }
  };
  const found = (await Promise.all(searchedKinds.map(search))).flat();
  if (found.length === 0 && refusals[0]) throw refusals[0];
  return {
    contacts: found.flatMap(({ contacts }) => contacts).sort(byName),
    hasMore: found.some(({ hasMore }) => hasMore),
  };
};
