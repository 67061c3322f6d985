/** Short ways to write down fields, one per kind. */
import type { EntityName, EntityRecord } from '../bullhorn-state';
import type { ScalarField, ToManyField, ToOneField } from './field-definition';

type Traits<Field> = Partial<Omit<Field, 'name' | 'type' | 'label'>>;

/** `dateLastModified` is labelled "Date Last Modified". */
function labelOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const scalar = (
  name: string,
  dataType: ScalarField['dataType'],
  traits: Traits<ScalarField>,
): ScalarField => ({
  name,
  label: labelOf(name),
  type: 'SCALAR',
  dataType,
  ...traits,
});

export const idField: ScalarField = {
  name: 'id',
  label: 'ID',
  type: 'ID',
  dataType: 'Integer',
  isReadOnly: true,
  isNotNull: true,
};

export const text = (name: string, maxLength: number, traits: Traits<ScalarField> = {}): ScalarField =>
  scalar(name, 'String', { maxLength, ...traits });
export const integer = (name: string, traits: Traits<ScalarField> = {}): ScalarField =>
  scalar(name, 'Integer', traits);
export const flag = (name: string, traits: Traits<ScalarField> = {}): ScalarField =>
  scalar(name, 'Boolean', traits);
/** Epoch milliseconds. */
export const timestamp = (name: string, traits: Traits<ScalarField> = {}): ScalarField =>
  scalar(name, 'Timestamp', traits);

export function toOne(
  name: string,
  entity: EntityName,
  subFields: readonly string[],
  traits: Traits<ToOneField> = {},
): ToOneField {
  return { name, label: labelOf(name), type: 'TO_ONE', entity, subFields, ...traits };
}

/** To-many fields cannot be set in a body (docs: PUT /entity). */
export function toMany(
  name: string,
  entity: EntityName,
  subFields: readonly string[],
  members: ToManyField['members'],
): ToManyField {
  return { name, label: labelOf(name), type: 'TO_MANY', entity, subFields, members, isReadOnly: true };
}

/** The records of a collection whose to-one field points at `id`. */
export function pointingAt(
  records: ReadonlyMap<number, EntityRecord>,
  field: string,
  id: number,
): EntityRecord[] {
  return [...records.values()].filter((record) => record[field] === id);
}
