/** Contacts, customers, vendors and employees out of N/search. */
import * as search from 'N/search';
import type { EntityType, FoundPerson } from '../contract/restlets';
import { firstAccepted } from './first-accepted';
import type { PersonKindAndEmail, PersonRepository } from './ports';
import { recordId, searchText, searchValue } from './search-value';

const SEARCH_PAGE = 1000;
const MIN_SEARCH_PAGE = 5;

interface PersonSearch {
  readonly type: string;
  /** The names a record may go by, the one people know first. A numbered account keeps its number in `entityid`. */
  readonly names: readonly string[];
  readonly company: string;
}

const searches: Readonly<Record<EntityType, PersonSearch>> = {
  contact: { type: 'contact', names: ['entityid'], company: 'company' },
  custjob: { type: 'customer', names: ['altname', 'entityid'], company: 'companyname' },
  vendor: { type: 'vendor', names: ['altname', 'entityid'], company: 'companyname' },
  employee: { type: 'employee', names: ['altname', 'entityid'], company: '' },
};

const byId = (): search.Column => search.createColumn({ name: 'internalid', sort: search.Sort.ASC });

const kindsOfOne = (kind: EntityType, ids: readonly string[]): ReadonlyMap<string, PersonKindAndEmail> => {
  const found = new Map<string, PersonKindAndEmail>();
  const filters = [['internalid', 'anyof', ids]];
  const paged = search
    .create({ type: searches[kind].type, filters, columns: [byId(), 'email'] })
    .runPaged({ pageSize: SEARCH_PAGE });
  for (let index = 0; index * SEARCH_PAGE < paged.count; index++) {
    for (const result of paged.fetch({ index }).data) {
      found.set(recordId(result), { type: kind, email: searchValue(result, 'email') });
    }
  }
  return found;
};

/** What the role may not see is nobody to it: the attendee keeps the name that the event shows. */
const nobody = (): ReadonlyMap<string, PersonKindAndEmail> => new Map();

const wordFilters = (names: readonly string[], words: readonly string[]): unknown[] => {
  const filters: unknown[] = [['isinactive', 'is', 'F']];
  for (const word of words) {
    filters.push(
      'and',
      names.flatMap((name, index) => [...(index > 0 ? ['or'] : []), [name, 'contains', word]]),
    );
  }
  return filters;
};

const firstPage = (
  { type, company }: PersonSearch,
  names: readonly string[],
  words: readonly string[],
  limit: number,
): readonly search.Result[] => {
  const paged = search
    .create({
      type,
      filters: wordFilters(names, words),
      columns: [
        search.createColumn({ name: 'entityid', sort: search.Sort.ASC }),
        byId(),
        ...names.filter((name) => name !== 'entityid'),
        'email',
        'phone',
        ...(company === '' ? [] : [company]),
      ],
    })
    .runPaged({ pageSize: Math.max(MIN_SEARCH_PAGE, Math.min(limit, SEARCH_PAGE)) });
  return paged.count === 0 ? [] : paged.fetch({ index: 0 }).data.slice(0, limit);
};

const companyOf = (result: search.Result, company: string): string => {
  if (company === '') return '';
  return searchText(result, company) || searchValue(result, company);
};

const found = (kind: EntityType, words: readonly string[], limit: number): readonly FoundPerson[] => {
  const { names, company } = searches[kind];
  const read = (known: readonly string[]): readonly FoundPerson[] =>
    firstPage(searches[kind], known, words, limit).map((result) => ({
      id: recordId(result),
      name: known.map((name) => searchValue(result, name)).find((name) => name !== '') ?? recordId(result),
      type: kind,
      email: searchValue(result, 'email'),
      phone: searchValue(result, 'phone'),
      company: companyOf(result, company),
    }));
  return firstAccepted(
    () => read(names),
    () => read(['entityid']),
  );
};

export const createPersonRepository = (): PersonRepository => ({
  kindsOf: (ids, kinds) => {
    const known = new Map<string, PersonKindAndEmail>();
    for (const kind of kinds) {
      const left = ids.filter((id) => !known.has(id));
      if (left.length === 0) break;
      for (const [id, person] of firstAccepted(() => kindsOfOne(kind, left), nobody)) known.set(id, person);
    }
    return known;
  },
  findByName: found,
});
