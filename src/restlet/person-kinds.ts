/** Which kind of record a person is, and the address to invite them at, out of N/search. */
import * as search from 'N/search';
import type { EntityType } from '../contract/restlets';
import { firstAccepted } from './first-accepted';
import { personRecordTypes } from './person-record-types';
import type { PersonKindAndEmail, PersonKinds } from './ports';
import { recordId, searchValue } from './search-value';

const SEARCH_PAGE = 1000;

const kindsOfOne = (kind: EntityType, ids: readonly string[]): ReadonlyMap<string, PersonKindAndEmail> => {
  const found = new Map<string, PersonKindAndEmail>();
  const filters = [['internalid', 'anyof', ids]];
  const paged = search
    .create({
      type: personRecordTypes[kind],
      filters,
      columns: [search.createColumn({ name: 'internalid', sort: search.Sort.ASC }), 'email'],
    })
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

const kindsOf: PersonKinds['kindsOf'] = (ids, kinds) => {
  const known = new Map<string, PersonKindAndEmail>();
  for (const kind of kinds) {
    const left = ids.filter((id) => !known.has(id));
    if (left.length === 0) break;
    for (const [id, person] of firstAccepted(() => kindsOfOne(kind, left), nobody)) known.set(id, person);
  }
  return known;
};

export const personKinds: PersonKinds = { kindsOf };
