/** Turns a parsed filter into one function that tests a row. */
import type { Preferences } from '../../entities';
import type { FilterField, InstantField, RowPredicate } from './filter-field';
import { compileInstantPredicate } from './instant-predicate';
import type { SearchFilter } from './search-filter';
import { compileValuePredicate } from './value-predicate';

export function compileFilter<Row>(
  filter: SearchFilter,
  options: {
    /** Throws a SuiteScriptFault for a filter that does not exist. */
    readonly fieldOf: (name: string, join: string) => FilterField<Row>;
    readonly preferences: Preferences;
  },
): RowPredicate<Row> {
  switch (filter.kind) {
    case 'all': {
      const predicates = filter.filters.map((one) => compileFilter(one, options));
      return (row) => predicates.every((matches) => matches(row));
    }
    case 'any': {
      const predicates = filter.filters.map((one) => compileFilter(one, options));
      return (row) => predicates.some((matches) => matches(row));
    }
    case 'not': {
      const matches = compileFilter(filter.filter, options);
      return (row) => !matches(row);
    }
    case 'term': {
      const field = options.fieldOf(filter.name, filter.join);
      return isInstantField(field)
        ? compileInstantPredicate({ field, term: filter, preferences: options.preferences })
        : compileValuePredicate(field, filter);
    }
  }
}

function isInstantField<Row>(field: FilterField<Row>): field is InstantField<Row> {
  return field.kind === 'date' || field.kind === 'datetime';
}
