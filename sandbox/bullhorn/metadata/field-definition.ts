/** The shape of metadata: what a field is, as GET meta/{Entity} describes it (docs: Meta, property metadata). */
import type { BullhornState, EntityName, EntityRecord, FieldValue, RecordType } from '../bullhorn-state';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  /** Cannot be written through the API. */
  readonly isReadOnly?: boolean;
  /** `optional: false` in live metadata: never null. */
  readonly isNotNull?: boolean;
}

export interface ScalarField extends FieldBase {
  readonly type: 'ID' | 'SCALAR';
  readonly dataType: 'Integer' | 'String' | 'Boolean' | 'Timestamp';
  /** In characters, of a String. */
  readonly maxLength?: number;
  /** Values offered for choice; others are accepted. */
  readonly options?: readonly string[];
  /** For a value that is not stored as it is shown. */
  shownValue?(record: EntityRecord): FieldValue;
}

export interface ToOneField extends FieldBase {
  readonly type: 'TO_ONE';
  readonly entity: EntityName;
  /** What is shown when `fields` names no sub-fields. */
  readonly subFields: readonly string[];
}

export interface ToManyField extends FieldBase {
  readonly type: 'TO_MANY';
  readonly entity: EntityName;
  readonly subFields: readonly string[];
  /** The associated records, soft-deleted ones included. */
  members(state: BullhornState, record: EntityRecord): readonly EntityRecord[];
}

export type FieldDefinition = ScalarField | ToOneField | ToManyField;

export interface EntityDefinition {
  readonly name: EntityName;
  readonly label: string;
  /** Where its records are; the kinds of Person share one collection. */
  readonly recordType: RecordType;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly isCreatable: boolean;
  readonly isUpdatable: boolean;
  readonly deletion: 'soft' | 'hard' | 'none';
  /** In the Lucene index (docs: Search). */
  readonly isSearchable: boolean;
}

/** The value of a field that is not to-many; `null` where a record has none. */
export function storedValue(field: ScalarField | ToOneField, record: EntityRecord): FieldValue {
  if (field.type !== 'TO_ONE' && field.shownValue !== undefined) return field.shownValue(record);
  return record[field.name] ?? null;
}
