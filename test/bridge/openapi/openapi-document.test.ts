import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../../bridge/openapi/openapi-document';
import type { JsonSchema, OpenApiOperation } from '../../../bridge/openapi/openapi-types';
import { operations } from '../../../src/contract/operations';
import { appointmentSchema, attendeeSchema, contactSchema } from '../../../src/contract/appointment.schema';
import {
  contactReferenceSchema,
  createInputSchema,
  patchInputSchema,
  statusRequestSchema,
} from '../../../src/contract/change.schema';
import {
  contactSearchResultSchema,
  failureResultSchema,
  listResultSchema,
  recordResultSchema,
  returnMessageSchema,
  sessionRevokedSchema,
} from '../../../src/contract/result.schema';

const document = openApiDocument('1.0.0');
const { schemas } = document.components;

const described: readonly (readonly [string, OpenApiOperation])[] = Object.entries(document.paths).flatMap(
  ([path, operationsOfPath]) =>
    Object.entries(operationsOfPath).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

/** Every schema within a schema, with where it is. */
const within = (schema: JsonSchema, place: string): readonly (readonly [string, JsonSchema])[] => [
  [place, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => within(inner, `${place}.${name}`)),
  ...(schema.items ? within(schema.items, `${place}[]`) : []),
  ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((inner) => within(inner, `${place}|`)),
];

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has every operation of the contract for the client and for other servers', () => {
    const paths = described.map(([path]) => path);
    for (const { method, clientPath, serverPath } of Object.values(operations)) {
      const template = (path: string) => path.replace(':appointmentId', '{appointmentId}');
      expect(paths).toContain(`${method.toLowerCase()} ${template(clientPath)}`);
      expect(paths).toContain(`${method.toLowerCase()} /connectors/{platform}${template(serverPath)}`);
    }
    const ids = described.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes every schema, every property and every parameter, these with an example', () => {
    const undescribed = Object.entries(schemas)
      .flatMap(([name, schema]) => within(schema, name))
      .filter(([place, schema]) => !/[|\]]$/.test(place) && !schema.description && !schema.$ref)
      .map(([place]) => place);
    expect(undescribed).toEqual([]);
    for (const [path, { parameters, responses }] of described) {
      for (const parameter of parameters) {
        expect([path, parameter.name, parameter.description]).not.toContain('');
        expect(parameter.example).toBeDefined();
      }
      for (const { description } of Object.values(responses)) expect(description).toMatch(/\.$/);
    }
  });

  it('gives a schema for every parameter in a path', () => {
    for (const [path, { parameters }] of described) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect([...given].sort()).toEqual([...named].sort());
    }
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, name] of references) expect(Object.keys(schemas)).toContain(name);
    for (const [, { security }] of described) {
      for (const name of security.flatMap((alternative) => Object.keys(alternative))) {
        expect(Object.keys(document.components.securitySchemes)).toContain(name);
      }
    }
  });

  it.each([
    ['Appointment', appointmentSchema],
    ['Attendee', attendeeSchema],
    ['Contact', contactSchema],
    ['ContactReference', contactReferenceSchema],
    ['AppointmentCreate', createInputSchema],
    ['AppointmentPatch', patchInputSchema],
    ['AppointmentStatusChange', statusRequestSchema],
    ['ReturnMessage', returnMessageSchema],
    ['AppointmentList', listResultSchema],
    ['AppointmentRecord', recordResultSchema],
    ['ContactList', contactSearchResultSchema],
    ['Failure', failureResultSchema],
    ['SessionRevoked', sessionRevokedSchema],
  ] as const)('gives examples of %s that the contract takes', (name, schema) => {
    const examples = schemas[name]?.examples ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(schema.safeParse(example).error).toBeUndefined();
  });

  it('names every status of a failure for other servers', () => {
    const statuses = Object.keys(
      document.paths['/connectors/{platform}/appointments']?.post?.responses ?? {},
    );
    expect(statuses).toEqual(
      expect.arrayContaining([
        '200',
        '400',
        '401',
        '403',
        '404',
        '409',
        '413',
        '415',
        '422',
        '429',
        '500',
        '502',
        '503',
      ]),
    );
  });
});
