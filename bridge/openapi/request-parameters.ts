/** Parameters of the operations: in the path, the query, and the headers by which another server says who it acts for. */
import { z } from 'zod';
import { operations, platforms, type OperationName } from '../../src/contract/operations';
import { rangeSchema } from '../../src/contract/range.schema';
import { jsonSchemaOf } from './json-schema-of';
import type { JsonSchema, OpenApiParameter } from './openapi-types';

const text: JsonSchema = { type: 'string' };

const queryExamples: Readonly<Record<string, unknown>> = {
  startDate: '2026-07-01',
  endDate: '2026-07-31',
  range: 'upcoming',
  mineOnly: true,
  contactId: '501',
  forceSync: false,
};

const rangeParameters = (): readonly OpenApiParameter[] => {
  const schema = jsonSchemaOf(z.toJSONSchema(rangeSchema, { io: 'input' }));
  return Object.entries(schema.properties ?? {}).map(([parameter, { description = '', ...rest }]) => ({
    name: parameter,
    in: 'query',
    description,
    schema: rest,
    example: queryExamples[parameter],
  }));
};

const appointmentId: OpenApiParameter = {
  name: 'appointmentId',
  in: 'path',
  required: true,
  description: 'Id of the appointment in the CRM. It is checked before anything is sent to the CRM.',
  schema: text,
  example: '77',
};

const name: OpenApiParameter = {
  name: 'name',
  in: 'query',
  required: true,
  description: 'A part of the name to look for.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  example: 'ada',
};

/** What an operation takes beside its body. */
export const operationParameters = (operation: OperationName, path: string): readonly OpenApiParameter[] => {
  if (operation === 'listAppointments') return rangeParameters();
  if (operation === 'findContactWithName') return [name];
  const ofWrite = writeParameters(operation);
  return path.includes(':appointmentId') ? [appointmentId, ...ofWrite] : ofWrite;
};

const header = (headerName: string, description: string, example: string): OpenApiParameter => ({
  name: headerName,
  in: 'header',
  description,
  schema: text,
  example,
});

const idempotencyKey = header(
  'idempotency-key',
  'The same key and body mean the same write: sent again, it is not done twice, and its first answer comes back.',
  '8d0a6f0e-0f3c-4b0e-9a8e-5a5f0f1f2c11',
);

const ifMatch = header(
  'if-match',
  'Version of the appointment that this write is for, as `version` and `ETag` gave it. Another one is refused with 412.',
  '"4c21f0b9d7a35e18"',
);

/** What makes a write happen once, and only to what its sender saw. */
const writeParameters = (operation: OperationName): readonly OpenApiParameter[] => {
  if (!operations[operation].writes) return [];
  return operation === 'createAppointment' ? [idempotencyKey] : [idempotencyKey, ifMatch];
};

/** What another server says with every operation. */
export const serverParameters: readonly OpenApiParameter[] = [
  {
    name: 'platform',
    in: 'path',
    required: true,
    description: 'The CRM.',
    schema: { type: 'string', enum: platforms },
    example: 'netsuite',
  },
  header(
    'x-crm-hostname',
    'Host of the user’s CRM pages. NetSuite and Clio need it; a host that is not the CRM’s own is refused.',
    '1234567.app.netsuite.com',
  ),
  header(
    'x-crm-rest-url',
    'REST URL of the session. Bullhorn needs it.',
    'https://rest9.bullhornstaffing.com/rest-services/e999/',
  ),
  header('x-crm-user-id', 'Id of the user in the CRM. Bullhorn needs it.', '5'),
  header(
    'x-crm-time-zone',
    'IANA zone in which the days of a list are meant. Default: the CRM user’s own.',
    'America/New_York',
  ),
];
