/** Columns and filters of contacts, customers, vendors and employees, for their own searches and for joins. */
import type { Person, PersonKind } from '../../entities';
import type { ColumnField, ColumnFields } from './column-field';
import type { FilterField, FilterFields } from './filter-field';

/** Values of the column `type` in an entity search. */
const entityTypes = {
  contact: { value: 'Contact', text: 'Contact' },
  customer: { value: 'CustJob', text: 'Customer' },
  vendor: { value: 'Vendor', text: 'Vendor' },
  employee: { value: 'Employee', text: 'Employee' },
} as const satisfies Record<PersonKind, { readonly value: string; readonly text: string }>;

/** Where the rows of a search hold a person, and whom the account knows. */
interface EntityFieldOptions<Row> {
  /** Undefined where a join finds nobody: all columns are empty then. */
  readonly personOf: (row: Row) => Person | undefined;
  readonly people: ReadonlyMap<string, Person>;
}

export function createEntityColumns<Row>(options: EntityFieldOptions<Row>): ColumnFields<Row> {
  const { personOf } = options;
  const text = (read: (person: Person) => string): ColumnField<Row> => ({
    value: (row) => readPerson(personOf(row), read),
  });
  const companyIdOf = companyFinder(options.people);
  return new Map<string, ColumnField<Row>>([
    [
      'internalid',
      {
        value: (row) => readPerson(personOf(row), ({ internalId }) => internalId),
        sortKey: (row) => internalIdNumber(personOf(row)),
      },
    ],
    ...Object.entries(textFields).map(([name, read]) => [name, text(read)] as const),
    [
      'company',
      {
        value: (row) => readPerson(personOf(row), companyIdOf),
        text: (row) => readPerson(personOf(row), ({ company }) => company),
      },
    ],
    ['isinactive', { value: (row) => personOf(row)?.isInactive ?? '' }],
    [
      'type',
      {
        value: (row) => readPerson(personOf(row), ({ kind }) => entityTypes[kind].value),
        text: (row) => readPerson(personOf(row), ({ kind }) => entityTypes[kind].text),
      },
    ],
  ]);
}

export function createEntityFilters<Row>(options: EntityFieldOptions<Row>): FilterFields<Row> {
  const { personOf } = options;
  const select = (read: (person: Person) => string): FilterField<Row> => ({
    kind: 'select',
    read: (row) => readPerson(personOf(row), read),
  });
  return new Map<string, FilterField<Row>>([
    ['internalid', select(({ internalId }) => internalId)],
    ['internalidnumber', { kind: 'number', read: (row) => internalIdNumber(personOf(row)) }],
    ...Object.entries(textFields).map(
      ([name, read]) =>
        [name, { kind: 'text', read: (row: Row) => readPerson(personOf(row), read) }] as const,
    ),
    ['company', select(companyFinder(options.people))],
    ['isinactive', { kind: 'checkbox', read: (row) => personOf(row)?.isInactive === true }],
    ['type', select(({ kind }) => entityTypes[kind].value)],
  ]);
}

const textFields = {
  entityid: ({ name }) => name,
  altname: ({ name }) => name,
  firstname: (person) => (isIndividual(person) ? person.name.split(' ').slice(0, -1).join(' ') : ''),
  lastname: (person) => (isIndividual(person) ? (person.name.split(' ').at(-1) ?? '') : ''),
  companyname: (person) => (isIndividual(person) ? '' : person.name),
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  // The account holds no job titles.
  title: () => '',
} as const satisfies Readonly<Record<string, (person: Person) => string>>;

function isIndividual({ kind }: Person): boolean {
  return kind === 'contact' || kind === 'employee';
}

function readPerson(person: Person | undefined, read: (person: Person) => string): string {
  return person === undefined ? '' : read(person);
}

function internalIdNumber(person: Person | undefined): number | undefined {
  return person && Number(person.internalId);
}

/** The account names companies; their internal id is that of the customer or vendor of that name. */
function companyFinder(people: ReadonlyMap<string, Person>): (person: Person) => string {
  let idsByName: ReadonlyMap<string, string> | undefined;
  return ({ company }) => {
    idsByName ??= new Map(
      [...people.values()]
        .filter((person) => !isIndividual(person))
        .map(({ name, internalId }) => [name, internalId]),
    );
    return idsByName.get(company) ?? '';
  };
}
