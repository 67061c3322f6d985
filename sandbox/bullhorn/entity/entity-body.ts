/** Reads the body of a create or an update: every field has to exist, be writable and have a value that fits. */
import { isJsonObject, type JsonObject } from '../../core/json-value';
import { badRequest, persistError, type FieldProblem } from '../bullhorn-error';
import type { FieldValue } from '../bullhorn-state';
import type { EntityDefinition, FieldDefinition } from '../metadata/field-definition';
import type { RestCall } from '../rest-context';
import { fieldProblem, readFieldValue, type FieldReading } from './field-value';

export type FieldValues = Readonly<Record<string, FieldValue>>;

type Writability = 'accept' | 'ignore' | 'refuse';

function writabilityOf(definition: EntityDefinition, field: FieldDefinition, call: RestCall): Writability {
  const { ownerOnWrite, readOnlyOnWrite } = call.switches;
  if (definition.name === 'Appointment' && field.name === 'owner') return ownerOnWrite;
  return field.isReadOnly === true && field.type !== 'TO_MANY' ? readOnlyOnWrite : 'accept';
}

function readField(
  name: string,
  value: unknown,
  definition: EntityDefinition,
  call: RestCall,
): FieldReading | undefined {
  const field = definition.fields.get(name);
  if (field === undefined) {
    return fieldProblem(name, 'UNKNOWN_PROPERTY', `Unknown field '${name}' on ${definition.name}.`);
  }
  const writability = writabilityOf(definition, field, call);
  if (writability === 'ignore') return undefined;
  if (writability === 'refuse') return fieldProblem(name, 'READ_ONLY', `${name} is read-only.`);
  return readFieldValue(field, value, call);
}

/** @throws BullhornError 400. */
export function requireJsonObject(body: unknown): JsonObject {
  if (!isJsonObject(body)) throw badRequest('The body must be a JSON object.');
  return body;
}

/**
 * @param recordId of the record to update: the body may repeat it (docs: POST /entity has it in the example).
 * @throws BullhornError 400 in shape 2 with a line for every field that is refused.
 */
export function readEntityBody(
  body: JsonObject,
  definition: EntityDefinition,
  call: RestCall,
  recordId?: number,
): FieldValues {
  const values: Record<string, FieldValue> = {};
  const problems: FieldProblem[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (name === 'id' && value === recordId) continue;
    const reading = readField(name, value, definition, call);
    if (reading === undefined) continue;
    if ('problem' in reading) problems.push(reading.problem);
    else values[name] = reading.value;
  }
  if (problems.length > 0) throw persistError(definition.name, problems);
  return values;
}
