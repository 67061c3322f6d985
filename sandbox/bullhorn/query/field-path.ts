/** Follows a compound name such as `appointment.owner.id` through to-one associations. */
import { badRequest, unknownField } from '../bullhorn-error';
import type { BullhornState, EntityRecord, FieldValue } from '../bullhorn-state';
import type { EntityDefinitions } from '../metadata/entity-definitions';
import { storedValue, type EntityDefinition, type FieldDefinition } from '../metadata/field-definition';
import type { BullhornSwitches } from '../switches';
import type { Path } from './where-condition';

export interface PathContext {
  readonly definition: EntityDefinition;
  readonly definitions: EntityDefinitions;
  readonly switches: BullhornSwitches;
}

export interface FieldPath {
  readonly field: FieldDefinition;
  /** The record that has the field; `undefined` when an association on the way is null. */
  holder(state: BullhornState, record: EntityRecord): EntityRecord | undefined;
  /** `null` when the field is, or an association on the way is. */
  read(state: BullhornState, record: EntityRecord): FieldValue;
}

/** @throws BullhornError for a name that does not exist, 400 for a step that is no to-one association. */
export function resolvePath(path: Path, context: PathContext): FieldPath {
  const [name = '', ...rest] = path;
  const { definition, definitions, switches } = context;
  const field = definition.fields.get(name);
  if (field === undefined) throw unknownField(switches.unknownFieldStatus, definition.name, name);
  if (rest.length === 0) {
    return {
      field,
      holder: (_state, record) => record,
      read: (_state, record) => (field.type === 'TO_MANY' ? null : storedValue(field, record)),
    };
  }
  const target = field.type === 'TO_ONE' ? definitions.get(field.entity) : undefined;
  if (field.type !== 'TO_ONE' || target === undefined) {
    throw badRequest(`Cannot use '${path.join('.')}': '${name}' is not a to-one association.`);
  }
  const inner = resolvePath(rest, { ...context, definition: target });
  const step = (state: BullhornState, record: EntityRecord): EntityRecord | undefined => {
    const id = storedValue(field, record);
    return typeof id === 'number' ? state.records[target.recordType].get(id) : undefined;
  };
  return {
    field: inner.field,
    holder(state, record) {
      const next = step(state, record);
      return next === undefined ? undefined : inner.holder(state, next);
    },
    read(state, record) {
      const next = step(state, record);
      return next === undefined ? null : inner.read(state, next);
    },
  };
}
