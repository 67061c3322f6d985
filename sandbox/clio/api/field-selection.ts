/**
 * Understands the `fields` parameter: names with commas between them, and after the name of a nested resource its
 * fields in braces, one level deep (docs.developers.clio.com/api-docs/fields).
 */
import { ClioError } from '../clio-error';
import type { Reader } from './reader';
import { defaultFieldNames, showScalars, type ResourceType } from './resource-type';

export interface FieldSelection {
  readonly scalars: readonly string[];
  /** The fields asked for of each nested resource. */
  readonly nested: ReadonlyMap<string, readonly string[]>;
}

const invalidFields = (message: string): ClioError => new ClioError(400, message, 'InvalidFields');

/** Cuts at the commas that are outside of braces. */
function topLevelParts(fields: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of fields) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth > 1) throw invalidFields('Nested fields can be one level deep only.');
    if (depth < 0) throw invalidFields('A closing brace has no opening brace.');
    if (character === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  if (depth > 0) throw invalidFields('A closing brace is missing.');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function nestedNames(part: string, resource: string, known: readonly string[] | 'any'): readonly string[] {
  const open = part.indexOf('{');
  if (open < 0) return defaultFieldNames;
  const names = part
    .slice(open + 1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = known === 'any' ? undefined : names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalidFields(`${unknown} is not a valid field for ${resource}.`);
  return names;
}

/** @throws ClioError 400 InvalidFields for a field that does not exist and for braces that do not fit. */
export function parseFields<Item>(fields: string | undefined, type: ResourceType<Item>): FieldSelection {
  const parts = topLevelParts(fields ?? '');
  if (parts.length === 0) return { scalars: defaultFieldNames, nested: new Map() };
  const scalars: string[] = [];
  const nested = new Map<string, readonly string[]>();
  for (const part of parts) {
    const [, name = ''] = /^(\w+)\s*(?:\{[^{}]*\})?$/.exec(part) ?? [];
    const nestedField = Object.hasOwn(type.nested, name) ? type.nested[name] : undefined;
    if (nestedField !== undefined) nested.set(name, nestedNames(part, name, nestedField.fieldNames));
    else if (Object.hasOwn(type.scalars, name) && part === name) scalars.push(name);
    else throw invalidFields(`${part} is not a valid field for ${type.name}.`);
  }
  return { scalars, nested };
}

/** The record as this reader gets to see it, cut to the selection. */
export function showResource<Item>(
  type: ResourceType<Item>,
  item: Item,
  reader: Reader,
  selection: FieldSelection,
): Record<string, unknown> {
  const shown = showScalars(type, item, reader, selection.scalars);
  for (const [name, names] of selection.nested) shown[name] = type.nested[name]?.show(item, reader, names);
  return shown;
}
