/** What zod makes of a schema, as the document's type has it: zod's own type is wider, for drafts that OpenAPI 3.1 is not. */
import type { JsonSchema } from './openapi-types';

const isJsonSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without the dialect and the place, which the document says. */
export const jsonSchemaOf = (made: object | undefined): JsonSchema => {
  const keywords = Object.entries(made ?? {}).filter(([keyword]) => !['$schema', '$id'].includes(keyword));
  const schema: unknown = Object.fromEntries(keywords);
  return isJsonSchema(schema) ? schema : {};
};
