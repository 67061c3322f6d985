/** The search types contact, customer, vendor, employee and entity. */
import type { Person, PersonKind } from '../../entities';
import { listPermissions, permissionLevelOf, permissionLevels, requirePermission } from '../permission';
import type { RunContext } from '../run-context';
import type { SearchSource } from './column-field';
import { createEntityColumns, createEntityFilters } from './entity-fields';
import { compileFilter } from './filter-predicate';
import { columnFault, filterFault } from './search-name-fault';
import type { SearchFilter } from './search-filter';

/** An entity search shows the kinds whose list the caller may view; a search for one kind needs that permission. */
export function createEntitySource(
  type: PersonKind | 'entity',
  filter: SearchFilter,
  context: RunContext,
): SearchSource<Person> {
  const { state, user } = context;
  if (type !== 'entity') requirePermission(user, listPermissions[type], 'VIEW');
  const options = { personOf: (person: Person) => person, people: state.people };
  const columns = createEntityColumns(options);
  const filters = createEntityFilters(options);
  const matches = compileFilter<Person>(filter, {
    fieldOf: (name, join) => (join === '' ? filters.get(name) : undefined) ?? filterFault(type, name, join),
    preferences: user.preferences,
  });
  const isShown = ({ kind }: Person): boolean =>
    type === 'entity'
      ? permissionLevelOf(user, listPermissions[kind]) >= permissionLevels.VIEW
      : kind === type;
  return {
    rows: [...state.people.values()].filter((person) => isShown(person) && matches(person)),
    recordType: ({ kind }) => kind,
    id: ({ internalId }) => internalId,
    fieldOf: ({ name, join }) =>
      (join === '' ? columns.get(name) : undefined) ?? columnFault(type, name, join),
  };
}
