/** Compares a value with a schema of Clio's OpenAPI, and says where they differ. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly allOf?: readonly Schema[] | undefined;
}

const schema: z.ZodType<Schema> = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  get items() {
    return schema.optional();
  },
  get allOf() {
    return z.array(schema).optional();
  },
});

const document = z
  .object({ components: z.object({ schemas: z.record(z.string(), schema) }) })
  .parse(JSON.parse(readFileSync(path.join(__dirname, 'clio-v4-calendar.openapi.json'), 'utf8')));

function resolve(of: Schema): Schema {
  const name = of.$ref?.split('/').at(-1);
  if (name !== undefined) return schemaNamed(name);
  if (of.allOf === undefined) return of;
  return {
    type: 'object',
    properties: Object.assign({}, ...of.allOf.map((part) => resolve(part).properties)),
  };
}

function schemaNamed(name: string): Schema {
  const found = document.components.schemas[name];
  if (found === undefined) throw new Error(`The OpenAPI has no schema ${name}.`);
  return resolve(found);
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && !Array.isArray(value),
  array: (value) => Array.isArray(value),
};

function ownProblems(value: unknown, of: Schema, at: string): string[] {
  if (of.type !== undefined && typeTests[of.type]?.(value) !== true) return [`${at} is no ${of.type}`];
  if (of.enum !== undefined && !of.enum.includes(value)) return [`${at} is not in the enumeration`];
  if (of.format === 'date-time' && !dateTime.test(String(value))) return [`${at} is no date-time`];
  return [];
}

/**
 * What differs, one line each. A property may be null (the documentation says of several that they are, while the
 * schema has no `nullable`), but there can be none that the schema does not have.
 */
export function openApiProblems(value: unknown, schemaName: string, extra: readonly string[] = []): string[] {
  const walk = (item: unknown, unresolved: Schema, at: string): string[] => {
    const of = resolve(unresolved);
    const own = ownProblems(item, of, at);
    if (own.length > 0) return own;
    if (Array.isArray(item))
      return item.flatMap((each, index) => walk(each, of.items ?? {}, `${at}[${index}]`));
    if (typeof item !== 'object' || item === null) return [];
    const missing = (of.required ?? []).filter((name) => !Object.hasOwn(item, name));
    const properties = of.properties ?? {};
    return [
      ...missing.map((name) => `${at}.${name} is missing`),
      ...Object.entries(item).flatMap(([name, child]) => {
        const property = properties[name];
        if (property === undefined)
          return extra.includes(`${at}.${name}`) ? [] : [`${at}.${name} is unknown`];
        return child === null ? [] : walk(child, property, `${at}.${name}`);
      }),
    ];
  };
  return walk(value, schemaNamed(schemaName), '$');
}

/** `fields` that asks for everything the schema has: scalars by name, nested resources with their scalars. */
export function allFieldsOf(schemaName: string): string {
  const isNested = (of: Schema): boolean =>
    of.$ref !== undefined || (of.type === 'array' && of.items?.$ref !== undefined);
  const scalarNames = (of: Schema): string[] =>
    Object.entries(resolve(of).properties ?? {})
      .filter(([, property]) => !isNested(property))
      .map(([name]) => name);
  return Object.entries(schemaNamed(schemaName).properties ?? {})
    .map(([name, property]) => {
      if (!isNested(property)) return name;
      return `${name}{${scalarNames(property.items ?? property).join(',')}}`;
    })
    .join(',');
}
