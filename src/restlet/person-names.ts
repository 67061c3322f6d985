/** Contacts, customers, vendors and employees by their names, out of N/search. */
import * as search from 'N/search';
import type { EntityType, FoundPerson } from '../contract/restlets';
import { firstAccepted } from './first-accepted';
import { personRecordTypes } from './person-record-types';
import type { PersonNames } from './ports';
import { recordId, searchText, searchValue } from './search-value';

const SEARCH_PAGE = 1000;
const MIN_SEARCH_PAGE = 5;

interface PersonSearch {
  /** The names a record may go by, the one people know first. A numbered account keeps its number in `entityid`. */
  readonly names: readonly string[];
  readonly company: string;
}

const searches: Readonly<Record<EntityType, PersonSearch>> = {
  contact: { names: ['entityid'], company: 'company' },
  custjob: { names: ['altname', 'entityid'], company: 'companyname' },
  vendor: { names: ['altname', 'entityid'], company: 'companyname' },
  employee: { names: ['altname', 'entityid'], company: '' },
};

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
  kind: EntityType,
  names: readonly string[],
  words: readonly string[],
  limit: number,
): readonly search.Result[] => {
  const { company } = searches[kind];
  const paged = search
    .create({
      type: personRecordTypes[kind],
      filters: wordFilters(names, words),
      columns: [
        search.createColumn({ name: 'entityid', sort: search.Sort.ASC }),
        search.createColumn({ name: 'internalid', sort: search.Sort.ASC }),
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

const findByName: PersonNames['findByName'] = (kind, words, limit) => {
  const { names, company } = searches[kind];
  const read = (known: readonly string[]): readonly FoundPerson[] =>
    firstPage(kind, known, words, limit).map((result) => ({
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

export const personNames: PersonNames = { findByName };
