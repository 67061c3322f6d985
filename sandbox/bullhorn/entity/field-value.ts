/** Checks one value of a body against the metadata of its field and turns it into what is stored. */
import { isJsonObject } from '../../core/json-value';
import type { FieldProblem } from '../bullhorn-error';
import type { BullhornState, FieldValue } from '../bullhorn-state';
import { findRecord, type EntityDefinitions } from '../metadata/entity-definitions';
import type { FieldDefinition, ScalarField, ToOneField } from '../metadata/field-definition';

export type FieldReading = { readonly value: FieldValue } | { readonly problem: FieldProblem };

export interface ReferenceContext {
  readonly state: BullhornState;
  readonly definitions: EntityDefinitions;
}

/** Problem types are not documented, except DUPLICATE_VALUE, which was seen; these follow its pattern. */
export function fieldProblem(propertyName: string, type: string, detailMessage: string): FieldReading {
  return { problem: { propertyName, type, detailMessage } };
}

function readScalar(field: ScalarField, value: unknown): FieldReading {
  const { name, dataType, maxLength } = field;
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
  if ((dataType === 'Integer' || dataType === 'Timestamp') && isWhole) return { value };
  if (dataType === 'Boolean' && typeof value === 'boolean') return { value };
  if (dataType === 'String' && typeof value === 'string') {
    return maxLength === undefined || value.length <= maxLength
      ? { value }
      : fieldProblem(name, 'MAX_LENGTH_EXCEEDED', `${name} is longer than ${maxLength} characters.`);
  }
  return fieldProblem(name, 'INVALID_VALUE', `${name} must be of type ${dataType}.`);
}

/** docs: "a JSON object containing one field, named 'id'"; a `_subtype` beside it does no harm. */
function readReference(field: ToOneField, value: unknown, context: ReferenceContext): FieldReading {
  const id = isJsonObject(value) ? value['id'] : undefined;
  if (typeof id !== 'number') {
    return fieldProblem(field.name, 'INVALID_VALUE', `${field.name} must be an object with an id.`);
  }
  const target = context.definitions.get(field.entity);
  if (target === undefined || findRecord(context.state, target, id) === undefined) {
    return fieldProblem(field.name, 'INVALID_REFERENCE', `There is no ${field.entity} with id ${id}.`);
  }
  return { value: id };
}

export function readFieldValue(
  field: FieldDefinition,
  value: unknown,
  context: ReferenceContext,
): FieldReading {
  const { name } = field;
  if (field.type === 'TO_MANY') {
    return fieldProblem(name, 'TO_MANY_NOT_ALLOWED', `To-many association ${name} cannot be set in a body.`);
  }
  if (value === null) {
    return field.isNotNull === true
      ? fieldProblem(name, 'NULL_VALUE', `${name} must not be null.`)
      : { value: null };
  }
  return field.type === 'TO_ONE' ? readReference(field, value, context) : readScalar(field, value);
}
