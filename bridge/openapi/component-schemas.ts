/** The contract's schemas as the document's components: JSON Schema made by zod, each with an example. */
import { z } from 'zod';
import { appointmentSchema, attendeeSchema, contactSchema } from '../../src/contract/appointment.schema';
import {
  contactReferenceSchema,
  createInputSchema,
  patchInputSchema,
  statusRequestSchema,
} from '../../src/contract/change.schema';
import * as examples from '../../src/contract/examples';
import {
  contactSearchResultSchema,
  failureResultSchema,
  listResultSchema,
  recordResultSchema,
  returnMessageSchema,
  sessionRevokedSchema,
} from '../../src/contract/result.schema';
import { jsonSchemaOf } from './json-schema-of';
import type { JsonSchema } from './openapi-types';

interface Component {
  readonly schema: z.ZodType;
  /** Where the schema itself has none. */
  readonly description?: string;
  readonly examples: readonly unknown[];
}

const components = {
  Appointment: { schema: appointmentSchema, examples: [examples.appointmentExample] },
  Attendee: { schema: attendeeSchema, examples: [examples.attendeeExample] },
  Contact: { schema: contactSchema, examples: [examples.contactExample] },
  ContactReference: { schema: contactReferenceSchema, examples: ['501', { id: '501', type: 'contact' }] },
  AppointmentCreate: {
    schema: createInputSchema,
    description: 'A new appointment. It needs a start, and a title or a summary.',
    examples: [examples.createExample, examples.clientCreateExample],
  },
  AppointmentPatch: {
    schema: patchInputSchema,
    description: 'What to change, one field or more; what is left out stays as it is.',
    examples: [examples.patchExample, examples.clientPatchExample],
  },
  AppointmentStatusChange: {
    schema: statusRequestSchema,
    description: 'The new status, in any case; “canceled”, “confirm” and “complete” are understood too.',
    examples: [examples.statusExample],
  },
  ReturnMessage: { schema: returnMessageSchema, examples: [examples.returnMessageExample] },
  AppointmentList: { schema: listResultSchema, examples: [examples.listResultExample] },
  AppointmentRecord: { schema: recordResultSchema, examples: [examples.recordResultExample] },
  ContactList: { schema: contactSearchResultSchema, examples: [examples.contactSearchResultExample] },
  Failure: { schema: failureResultSchema, examples: [examples.failureResultExample] },
  SessionRevoked: { schema: sessionRevokedSchema, examples: [examples.sessionRevokedExample] },
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

export const referenceTo = (name: ComponentName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const examplesOf = (name: ComponentName): readonly unknown[] => components[name].examples;

const entries: readonly (readonly [string, Component])[] = Object.entries(components);

/** The pattern by which zod says `date-time` a second time is a line that nobody can read. */
const withoutDatePattern = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
};

/** JSON Schema (draft 2020-12, as OpenAPI 3.1 has it) by name; one refers to another by its place in the document. */
export const componentSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, { schema }] of entries) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: withoutDatePattern,
  });
  return Object.fromEntries(
    entries.map(([name, { description, examples: given }]) => [
      name,
      { ...(description ? { description } : {}), ...jsonSchemaOf(schemas[name]), examples: given },
    ]),
  );
};
