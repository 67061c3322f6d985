/** A schema as people read it: a line for a simple one, a table for an object. */
import { markup, nothing, prose, type Html } from './markup';
import type { JsonSchema } from './openapi-types';
import { scrollTable } from './scroll-table';

const nameOfReference = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

const or = (alternatives: readonly Html[]): Html =>
  markup`${alternatives.map((one, index) => (index === 0 ? one : markup` or ${one}`))}`;

const simpleType = ({ type = 'anything', format }: JsonSchema): string =>
  `${[type].flat().join(' or ')}${format === undefined ? '' : ` (${format})`}`;

const fieldsOf = (properties: Readonly<Record<string, JsonSchema>>): Html =>
  markup`{ ${Object.entries(properties).map(
    ([name, property], index) => markup`${index === 0 ? '' : ', '}<code>${name}</code>: ${typeOf(property)}`,
  )} }`;

/** `string (date-time)`, `list of Attendee`, `“upcoming” or “past”`; a name leads to its table. */
export const typeOf = (schema: JsonSchema): Html => {
  const { $ref, enum: words, const: only, anyOf, oneOf, items, properties } = schema;
  if ($ref !== undefined) {
    const name = nameOfReference($ref);
    return markup`<a href="#schema-${name}">${name}</a>`;
  }
  if (only !== undefined) return markup`<code>${JSON.stringify(only)}</code>`;
  if (words) return or(words.map((word) => markup`<code>${JSON.stringify(word)}</code>`));
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return or(alternatives.map(typeOf));
  if (properties) return fieldsOf(properties);
  return items ? markup`list of ${typeOf(items)}` : markup`${simpleType(schema)}`;
};

const propertiesTable = ({ properties, required = [] }: JsonSchema, caption: string): Html =>
  properties
    ? scrollTable({
        label: caption,
        caption,
        columns: ['Name', 'Type', 'Meaning'],
        rows: Object.entries(properties).map(([name, property]) => ({
          name,
          isRequired: required.includes(name),
          cells: [typeOf(property), prose(property.description ?? '')],
        })),
      })
    : nothing;

export const exampleBlock = (title: string, value: unknown): Html =>
  markup`<details>
    <summary>Example: ${title}</summary>
    <pre tabindex="0"><code>${JSON.stringify(value, undefined, 2)}</code></pre>
  </details>`;

export const schemaSection = (name: string, schema: JsonSchema): Html =>
  markup`<section id="schema-${name}" aria-labelledby="title-${name}">
    <h3 id="title-${name}">${name}</h3>
    <p>${prose(schema.description ?? '')}</p>
    ${schema.properties ? propertiesTable(schema, `Fields of ${name}`) : markup`<p>Type: ${typeOf(schema)}</p>`}
    ${(schema.examples ?? []).map((example) => exampleBlock(name, example))}
  </section>`;
