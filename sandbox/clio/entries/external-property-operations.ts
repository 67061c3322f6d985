/**
 * Applies the `external_properties` of a body. They are operations, not the new list: without an id one is added,
 * with an id it is changed, with an id and `_destroy` it is taken away.
 */
import type { JsonObject } from '../../core/json-value';
import type { Reader } from '../api/reader';
import { ClioError, invalidArgument } from '../clio-error';
import type { ExternalProperty } from '../entities';
import { nextRecordId } from '../record-ids';
import { toId } from './body-reader';

/** "There is a limit of 5 external_properties per CalendarEntry." */
const maximumCount = 5;

function textOf(operation: JsonObject, key: 'name' | 'value'): string | undefined {
  const text = operation[key];
  if (text === undefined || typeof text === 'string') return text;
  throw invalidArgument(`the ${key} of an external property must be a string.`, 422);
}

function added(operation: JsonObject, { state, nowMs }: Reader): ExternalProperty {
  const name = textOf(operation, 'name');
  if (name === undefined || name === '') throw invalidArgument('an external property needs a name.', 422);
  const value = textOf(operation, 'value') ?? '';
  const id = nextRecordId(state, 'externalProperty');
  return { id, name, value, version: 1, createdAtMs: nowMs, updatedAtMs: nowMs };
}

function changed(property: ExternalProperty, operation: JsonObject, { nowMs }: Reader): ExternalProperty {
  return {
    ...property,
    name: textOf(operation, 'name') ?? property.name,
    value: textOf(operation, 'value') ?? property.value,
    version: property.version + 1,
    updatedAtMs: nowMs,
  };
}

function applied(
  properties: readonly ExternalProperty[],
  operation: JsonObject,
  reader: Reader,
): readonly ExternalProperty[] {
  if (operation['id'] === undefined) return [...properties, added(operation, reader)];
  const known = properties.find(({ id }) => id === toId(operation['id']));
  if (known === undefined) {
    throw new ClioError(reader.switches.unknownMemberStatus, 'There is no such external property.');
  }
  if (operation['_destroy'] === true) return properties.filter((property) => property !== known);
  return properties.map((property) => (property === known ? changed(known, operation, reader) : property));
}

/** @throws ClioError 422 beyond five properties and for an operation that cannot be. */
export function applyExternalPropertyOperations(
  properties: readonly ExternalProperty[],
  operations: readonly JsonObject[],
  reader: Reader,
): readonly ExternalProperty[] {
  const result = operations.reduce((list, operation) => applied(list, operation, reader), properties);
  if (result.length > maximumCount && operations.length > 0) {
    throw invalidArgument(`there is a limit of ${maximumCount} external_properties per CalendarEntry.`, 422);
  }
  return result;
}
